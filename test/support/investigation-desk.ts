import { waitFor, type Answer, type Lianxi } from './lianxi';

type Form = Readonly<Record<string, unknown>>;
interface Work {
  readonly id: string;
  readonly procedure: string;
  readonly body: string;
  readonly service: string;
  readonly state: string;
  readonly final: boolean;
}

/** People at work on violations: in the services where matters lie, and in the one where bodies investigate. */
export class InvestigationDesk {
  constructor(
    private readonly lianxi: () => Lianxi,
    private readonly words = '示例',
  ) {}

  read = async (service: string, id: string, as: string): Promise<Answer['body']> =>
    (await this.lianxi().get(service, `/v1/cases/${id}`, as)).body;
  actsOn = async (service: string, id: string, as: string): Promise<string[]> =>
    ((await this.read(service, id, as))['timeline'] as { procedure: string; act: string }[]).map(
      ({ procedure, act }) => `${procedure} ${act}`,
    );
  mayDo = async (service: string, id: string, as: string): Promise<string[]> =>
    ((await this.read(service, id, as))['acts'] as { act: string }[]).map(({ act }) => act);

  /** Reports of others may move a case on meanwhile: whoever is told so reads again and does it again. */
  async tries(service: string, id: string, act: string, as: string, form: Form = {}): Promise<Answer> {
    let answer = await this.lianxi().act(service, id, act, as, form);
    while (answer.body['code'] === 'stale-version') answer = await this.lianxi().act(service, id, act, as, form);
    return answer;
  }

  async does(service: string, id: string, act: string, as: string, form: Form = {}): Promise<void> {
    const { status, text } = await this.tries(service, id, act, as, form);
    expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
  }

  async isRefused(service: string, id: string, act: string, as: string, code: string, form: Form = {}): Promise<void> {
    expect([act, (await this.tries(service, id, act, as, form)).body['code']]).toEqual([act, code]);
  }

  /** Files a violation at the body that supervises it, and takes it up there. */
  async accepted(service: string, body: string, facts: Record<string, unknown>): Promise<string> {
    const id = String((await this.lianxi().file(service, facts)).body['caseId']);
    await this.takenUp(service, body, id);
    return id;
  }

  /** What was filed is taken up by the body that supervises it, once it lies there. */
  async takenUp(service: string, body: string, id: string): Promise<void> {
    await waitFor(
      'it lies with who supervises',
      async () => (await this.lianxi().get(service, `/v1/cases/${id}`, `${body}-head`)).body['standing'] === 'holding',
    );
    await this.does(service, id, 'register', `${body}-intake-officer`);
    await this.does(service, id, 'screen', `${body}-case-officer`);
    await this.does(service, id, 'accept', `${body}-decider`);
  }

  /** The day as the services know it. */
  async today(): Promise<string> {
    const { rows } = await this.lianxi().admin.query<{ today: string }>(
      `SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
    );
    return rows[0]?.today ?? '';
  }

  worksOf = async (service: string, id: string, as: string): Promise<Work[]> => (await this.read(service, id, as))['works'] as Work[];

  /** The latest work of a procedure that the case asked for, once it lies with the body that does it. */
  async workOf(service: string, id: string, as: string, procedure: string, worker: string): Promise<string> {
    const work = (await this.worksOf(service, id, as)).findLast((each) => each.procedure === procedure);
    await waitFor(
      `${procedure} has arrived`,
      async () => (await this.lianxi().get(work?.service ?? '', `/v1/cases/${work?.id}`, worker)).status === 200,
    );
    return work?.id ?? '';
  }

  /** Orders the investigation and returns the case of the body that investigates. */
  async ordered(service: string, id: string, from: string, investigator: string): Promise<string> {
    await this.does(service, id, 'order-investigation', `${from}-decider`, { task: this.words });
    return this.workOf(service, id, `${from}-decider`, 'investigation', `${investigator}-head`);
  }

  /** A team of two that may act. */
  async withTeam(id: string, body: string): Promise<void> {
    for (const post of [`${body}-case-officer`, `${body}-intake-officer`]) {
      await this.does('investigation', id, 'add-member', `${body}-head`, { post });
      await this.does('investigation', id, 'declare-no-interest', post);
    }
  }

  async planned(id: string, body: string): Promise<void> {
    await this.withTeam(id, body);
    await this.does('investigation', id, 'propose-plan', `${body}-case-officer`, { plan: this.words });
    await this.does('investigation', id, 'approve-plan', `${body}-head`);
  }

  /** Puts a paper on the case and returns its id. */
  async paper(id: string, as: string, name: string): Promise<string> {
    const { status, text } = await this.lianxi().addPaper('investigation', id, as, {
      name: `${name}.pdf`,
      bytes: Buffer.from(`%PDF-1.7 ${name}`),
    });
    expect([name, status, status === 200 ? '' : text]).toEqual([name, 200, '']);
    return ((await this.read('investigation', id, as))['papers'] as { id: string }[]).at(-1)?.id ?? '';
  }

  /** Everything a report rests on: an interview by two, the administrative part, and an assessment by five. */
  async lookedInto(id: string, body: string): Promise<void> {
    const officer = `${body}-case-officer`;
    const record = await this.paper(id, officer, '笔录');
    await this.does('investigation', id, 'record-interview', officer, {
      second: `${body}-intake-officer`,
      heldOn: await this.today(),
      spokeWith: 'subject',
      signed: 'both-sides',
      record,
    });
    await this.does('investigation', id, 'record-administrative-part', officer, { findings: this.words });
    for (const name of ['甲', '乙', '丙', '丁', '戊'])
      await this.does('investigation', id, 'name-expert', officer, { name: `${this.words}${name}`, specialty: 'ethics', noInterest: true });
    await this.does('investigation', id, 'record-assessment', officer, { record, conclusion: this.words });
  }

  async reported(id: string, body: string, outcome = 'considerable'): Promise<void> {
    await this.lookedInto(id, body);
    await this.does('investigation', id, 'draft-report', `${body}-case-officer`, {
      outcome,
      facts: this.words,
      conclusion: this.words,
      proposal: this.words,
    });
    for (const member of ['case-officer', 'intake-officer']) await this.does('investigation', id, 'sign-report', `${body}-${member}`);
  }

  /** Told what is intended, with proof, and the subject says that they have nothing to say. */
  async heard(id: string, body: string, outcome = 'considerable'): Promise<void> {
    await this.does('investigation', id, 'give-notice', `${body}-decider`, { outcome, grounds: this.words, rights: this.words });
    await this.does('investigation', id, 'record-notice-served', `${body}-case-officer`, {
      effectiveOn: await this.today(),
      proof: await this.paper(id, `${body}-case-officer`, '告知送达回证'),
    });
    await this.does('investigation', id, 'record-statement', `${body}-case-officer`, { said: 'waiver', content: this.words });
    await this.does('investigation', id, 'close-statements', `${body}-case-officer`);
  }

  proposal = (outcome = 'considerable', legalCheck = 'none'): Form => ({
    outcome,
    legalCheck,
    facts: this.words,
    basis: this.words,
    remedy: this.words,
  });

  /** A major case is checked legally as well. */
  async decided(id: string, body: string, outcome = 'considerable', isMajor = false): Promise<void> {
    await this.does('investigation', id, 'propose-decision', `${body}-case-officer`, this.proposal(outcome));
    await this.does('investigation', id, 'review-decision', `${body}-reviewer`, { opinion: this.words });
    if (isMajor) await this.does('investigation', id, 'check-legally', `${body}-head`, { result: 'passed', opinion: this.words });
    await this.does('investigation', id, 'decide', `${body}-decider`);
  }
}
