import { legalDayOf } from '@lianxi/casework';
import { healthMatter } from './example-facts';
import { waitFor, type Answer, type Lianxi } from './lianxi';

export type Form = Readonly<Record<string, unknown>>;
export interface LetterWork {
  readonly id: string;
  readonly procedure: string;
  readonly body: string;
  readonly addressee: string;
  readonly state: string;
}
export interface ClockLine {
  readonly rule: string;
  readonly state: string;
  readonly confirmed: boolean;
}

export const officer = 'bj-health-case-officer';

/** The desk of a health authority that writes letters. */
export class LetterDesk {
  constructor(private readonly lianxi: () => Lianxi) {}

  read = async (id: string, as = 'bj-health-head'): Promise<Answer['body']> =>
    (await this.lianxi().get('health', `/v1/cases/${id}`, as)).body;
  actsOn = async (id: string): Promise<string[]> =>
    ((await this.read(id))['timeline'] as { procedure: string; act: string }[]).map(({ procedure, act }) => `${procedure} ${act}`);
  clocksOf = async (id: string): Promise<string[]> =>
    ((await this.read(id))['clocks'] as ClockLine[]).map(({ rule, state }) => `${rule} ${state}`).sort();
  worksOf = async (id: string): Promise<LetterWork[]> => (await this.read(id))['works'] as LetterWork[];
  today = async (): Promise<string> =>
    legalDayOf((await this.lianxi().admin.query<{ now: Date }>('SELECT lianxi.lianxi_now() AS now')).rows[0]?.now.toISOString() ?? '');

  /** A reminder or a report may have moved the case on meanwhile: whoever is told so reads again and does it again. */
  async answerTo(id: string, act: string, as: string, form: Form = {}): Promise<Answer> {
    let answer = await this.lianxi().act('health', id, act, as, form);
    while (answer.body['code'] === 'stale-version') answer = await this.lianxi().act('health', id, act, as, form);
    return answer;
  }

  async does(id: string, act: string, as: string, form: Form = {}): Promise<void> {
    const { status, text } = await this.answerTo(id, act, as, form);
    expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
  }

  async inHandling(): Promise<string> {
    const id = String((await this.lianxi().file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    await this.does(id, 'register', 'bj-health-intake-officer');
    await this.does(id, 'screen', officer);
    await this.does(id, 'accept', 'bj-health-decider');
    await this.does(id, 'assign', 'bj-health-head', { post: officer });
    await this.does(id, 'begin-handling', officer);
    return id;
  }

  /** Writes, and waits until the letter lies with the body as a case of its own. */
  async written(id: string, form: Form): Promise<string> {
    await this.does(id, 'write-letter', 'bj-health-reviewer', {
      purpose: 'enquiry',
      periodFrom: 'receipt',
      content: '请说明有关情况',
      ...form,
    });
    const letter = (await this.worksOf(id)).findLast(({ procedure }) => procedure === 'letter')?.id ?? '';
    await waitFor('the letter is there', async () => (await this.lianxi().get('health', `/v1/cases/${letter}`, officer)).status === 200);
    return letter;
  }

  /** Puts a paper on the letter and returns its id. */
  async paper(letter: string, kind: string): Promise<string> {
    const { status, text } = await this.lianxi().addPaper(
      'health',
      letter,
      officer,
      { name: `${kind}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${kind}`) },
      { kind },
    );
    expect([status, status === 200 ? '' : text]).toEqual([200, '']);
    return ((await this.read(letter))['papers'] as { id: string }[]).at(-1)?.id ?? '';
  }

  /** A paper put on the letter, named as what shows that something happened on a day. */
  proof = async (letter: string, kind: string, effectiveOn: string): Promise<Form> => ({
    effectiveOn,
    proof: await this.paper(letter, kind),
  });
}
