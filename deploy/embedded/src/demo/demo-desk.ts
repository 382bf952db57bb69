import { addCalendarDays, legalDayOf } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import type { Surroundings } from '../environment';
import { signToken } from '../issuer';
import type { DemoLetter, DemoMatter, DemoStep, DemoTransfer } from './demo-matter';

export interface FiledDemo {
  readonly caseId: string;
  readonly service: string;
  readonly holder: string;
  readonly isNew: boolean;
}

interface SeenCase {
  readonly service: string;
  readonly holder: string;
  readonly standing: string;
  readonly version: number;
  readonly epoch: number;
  readonly timeline: readonly { readonly act: string }[];
  readonly works?: readonly { readonly id: string; readonly procedure: string }[];
}

interface SeenDesignation {
  readonly id: string;
  readonly case_id: string;
  readonly version: number;
  readonly candidates: readonly string[];
  readonly views: readonly { readonly body: string }[];
}

/** The demonstration's people: they use the same routes as everybody, and pass over what they did at an earlier start. */
export class DemoDesk {
  private readonly began = performance.timeOrigin + performance.now();

  constructor(private readonly around: Surroundings) {}

  async file(matter: DemoMatter): Promise<FiledDemo> {
    const report = { title: `${matter.zh.title} ${matter.en.title}`, text: `${matter.zh.text}\n${matter.en.text}`, unitName: matter.unit };
    const form = { facts: matter.facts, report, noStateSecrets: true };
    const answer = matter.onBehalf
      ? await this.send(
          matter.at,
          '/v1/matters/on-behalf',
          { ...form, onBehalf: matter.onBehalf },
          `demo-${matter.name}`,
          `${String(matter.facts['receivedBy'])}-intake-officer`,
        )
      : await this.send(matter.at, '/v1/matters', form, `demo-${matter.name}`);
    const { caseId, service, holder, filedAt } = answer as { caseId: string; service: string; holder: string; filedAt: string };
    return { caseId, service, holder, isNew: Date.parse(filedAt) >= this.began - 1_000 };
  }

  async take(step: DemoStep, filed: FiledDemo, name: string): Promise<void> {
    const seen = await this.whenHeld(filed);
    const isDone = (act: string): boolean => seen.timeline.some((done) => done.act === act);
    if ('designate' in step) {
      if (!isDone('carry-out')) await this.designate(step.designate, filed);
      return;
    }
    if ('transferTo' in step) {
      if (!isDone('offer-transfer')) await this.transfer(step, filed, seen, name);
      return;
    }
    if ('letter' in step) {
      if (!isDone('write-letter')) await this.writeLetter(step, filed, seen, name);
      await this.followLetter(step, filed, seen, name);
      return;
    }
    if (!isDone(step.act))
      await this.act(
        seen,
        filed.caseId,
        step.act,
        `${step.of ?? seen.holder}-${roleAt(step.of ?? seen.holder, step.by)}`,
        step.form ?? {},
        name,
      );
  }

  private async act(
    seen: Pick<SeenCase, 'service' | 'version' | 'epoch'>,
    caseId: string,
    act: string,
    as: string,
    form: unknown,
    name: string,
  ): Promise<void> {
    await this.send(
      seen.service,
      `/v1/cases/${caseId}/acts/${act}`,
      { version: seen.version, epoch: seen.epoch, form },
      `demo-${name}-${act}-${seen.version}`,
      as,
    );
  }

  private async transfer(
    { transferTo, answer, alternative }: DemoTransfer,
    { caseId }: FiledDemo,
    seen: SeenCase,
    name: string,
  ): Promise<void> {
    await this.act(
      seen,
      caseId,
      'offer-transfer',
      `${seen.holder}-head`,
      { toBody: transferTo, reason: 'not-competent', reasons: '示例：不属本机关职责 Example: not our duty' },
      name,
    );
    const home = register.homeOf(transferTo) ?? 'coordination';
    const offer = await this.until(`${transferTo} sees the offer`, async () =>
      ((await this.read(home, '/v1/hand-overs', `${transferTo}-head`))?.['lines'] as { id: string; case_id: string }[] | undefined)?.find(
        (line) => line.case_id === caseId,
      ),
    );
    const form =
      answer === 'accept' ? {} : { basis: 'in-charge-supervises', alternative, reasons: '示例：不属本机关主管 Example: not ours' };
    await this.send(home, `/v1/hand-overs/${offer.id}/acts/${answer}`, { form }, `demo-${name}-${answer}`, `${transferTo}-head`);
  }

  private async writeLetter({ letter, answerInDays }: DemoLetter, { caseId }: FiledDemo, seen: SeenCase, name: string): Promise<void> {
    const today = legalDayOf(new Date(performance.timeOrigin + performance.now()).toISOString());
    const form = { ...letter, ...(answerInDays === undefined ? {} : { answerBy: addCalendarDays(today, answerInDays) }) };
    await this.act(seen, caseId, 'write-letter', `${seen.holder}-reviewer`, form, name);
  }

  private async followLetter({ then }: DemoLetter, { caseId }: FiledDemo, { service, holder }: SeenCase, name: string): Promise<void> {
    const look = async (id: string): Promise<SeenCase | undefined> =>
      (await this.read(service, `/v1/cases/${id}`, `${holder}-head`)) as SeenCase | undefined;
    const letter = await this.until('the letter is written', async () =>
      (await look(caseId))?.works?.find(({ procedure }) => procedure === 'letter'),
    );
    for (const { act, by, form } of then) {
      const seen = await this.until('the letter lies with its writer', () => look(letter.id));
      if (!seen.timeline.some((done) => done.act === act))
        await this.act(seen, letter.id, act, `${holder}-${by}`, form ?? {}, `${name}-letter`);
    }
  }

  private async designate(lead: string, { caseId }: FiledDemo): Promise<void> {
    const city = register.getCity(register.findBody(lead)?.city ?? '');
    const signs = `${city.office}-coordinator`;
    const find = async (): Promise<SeenDesignation | undefined> =>
      ((await this.read('coordination', '/v1/designations', signs))?.['lines'] as SeenDesignation[] | undefined)?.find(
        (line) => line.case_id === caseId,
      );
    const asked = await this.until('the office is asked', find);
    const unheard = asked.candidates.filter((body) => body !== city.officeHost && !asked.views.some((view) => view.body === body));
    const acts = [
      ...unheard.map((ofBody) => ['record-view', { ofBody, view: 'would-lead' }] as const),
      ['designate', { lead, reasons: '示例：以临床研究为主 Example: mainly clinical research' }] as const,
    ];
    for (const [act, form] of acts) {
      const { version } = (await find()) ?? asked;
      await this.send('coordination', `/v1/designations/${asked.id}/acts/${act}`, { version, form }, `demo-${asked.id}-${version}`, signs);
    }
  }

  /** A filed matter travels by itself, and so does a designated one. */
  private whenHeld({ caseId, service, holder }: FiledDemo): Promise<SeenCase> {
    return this.until(`${caseId} is held`, async () => {
      const seen = (await this.read(service, `/v1/cases/${caseId}`, `${holder}-head`)) as SeenCase | undefined;
      if (!seen || seen.standing === 'holding') return seen;
      const next = (await this.read(seen.service, `/v1/cases/${caseId}`, `${seen.holder}-head`)) as SeenCase | undefined;
      return next?.standing === 'holding' ? next : undefined;
    });
  }

  /** Waits for a fact; throws with the fact when it does not come true. */
  async until<T>(fact: string, find: () => Promise<T | undefined>): Promise<T> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const found = await find();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error(`The demonstration waited in vain until ${fact}.`);
  }

  /** Undefined where the service refuses. */
  async read(service: string, path: string, as: string): Promise<Record<string, unknown> | undefined> {
    const answer = await fetch(`${this.url(service)}${path}`, { headers: { authorization: `Bearer ${await this.tokenOf(as)}` } });
    return answer.ok ? ((await answer.json()) as Record<string, unknown>) : undefined;
  }

  /** Throws with the service's answer when it refuses. */
  async send(service: string, path: string, body: unknown, key: string, as?: string): Promise<Record<string, unknown>> {
    const { ok, status, text } = await this.until(`${as ?? 'the public'} is known`, async () => {
      const authorization: Record<string, string> = as === undefined ? {} : { authorization: `Bearer ${await this.tokenOf(as)}` };
      const answer = await fetch(`${this.url(service)}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...authorization },
        body: JSON.stringify(body),
      });
      const said = await answer.text();
      // At the very first start the posts are still on their way to the services.
      return said.includes('"no-post"') ? undefined : { ok: answer.ok, status: answer.status, text: said };
    });
    if (!ok) throw new Error(`The demonstration's ${path} was answered ${status}: ${text.slice(0, 300)}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  private tokenOf(subject: string): Promise<string> {
    return signToken(this.around.secrets.issuerKey, {
      subject,
      issuer: this.around.issuer,
      now: (performance.timeOrigin + performance.now()) / 1000,
    });
  }

  private url = (service: string): string => `http://127.0.0.1:${this.around.ports[service]}`;
}

/** An office has other posts than a desk. */
function roleAt(body: string, role: string): string {
  const isOffice = register.cities.some(({ office }) => office === body);
  if (!isOffice) return role;
  return { 'intake-officer': 'secretary', reviewer: 'coordinator' }[role] ?? role;
}
