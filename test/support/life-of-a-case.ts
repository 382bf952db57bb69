import { randomUUID } from 'node:crypto';
import { InvestigationDesk } from './investigation-desk';
import { waitFor, type Answer, type Lianxi } from './lianxi';

type Form = Readonly<Record<string, unknown>>;
const at = 'investigation';

/** A measure as the team proposes it. */
export interface Against {
  readonly measure: string;
  readonly number: string;
  readonly to?: string;
  readonly amount?: string;
}

/** The life of one violation, told step by step from its report to what became of every measure; whoever tells it waits for nothing and looks nothing up. */
export class LifeOfACase {
  readonly desk: InvestigationDesk;
  matter = '';
  receipt = '';
  investigation = '';
  /** The case of each measure, by the measure's code. */
  measures: Readonly<Record<string, string>> = {};

  constructor(
    private readonly lianxi: () => Lianxi,
    readonly service: string,
    readonly supervisor: string,
    readonly investigator: string = supervisor,
  ) {
    this.desk = new InvestigationDesk(lianxi);
  }

  /** Somebody without an account reports it where they think it belongs, and keeps the receipt. */
  async reported(where: string, facts: Form, conduct: string): Promise<void> {
    const body = {
      facts,
      report: { title: '示例举报', text: '示例内容' },
      conduct: { catalogue: '2023-12', codes: [conduct] },
      noStateSecrets: true,
    };
    const filed = await this.lianxi().request(where, 'POST', '/v1/matters', { body, headers: { 'idempotency-key': randomUUID() } });
    expect([filed.status, filed.status === 201 ? '' : filed.text]).toEqual([201, '']);
    [this.matter, this.receipt] = [String(filed.body['caseId']), String(filed.body['receipt'])];
  }

  accepted = (): Promise<void> => this.desk.takenUp(this.service, this.supervisor, this.matter);

  async investigationOrdered(): Promise<void> {
    this.investigation = await this.desk.ordered(this.service, this.matter, this.supervisor, this.investigator);
  }

  /** By a team of two after a plan, with everything a report rests on, and the measures that they propose. */
  async investigated(outcome: string, ...against: readonly Against[]): Promise<void> {
    await this.desk.planned(this.investigation, this.investigator);
    await this.proposed(...against);
    await this.desk.reported(this.investigation, this.investigator, outcome);
  }

  async proposed(...against: readonly Against[]): Promise<void> {
    for (const each of against)
      await this.desk.does(at, this.investigation, 'propose-measure', this.post('case-officer'), { subject: '示例被处理人', ...each });
  }

  /** Its subject is heard, three people decide, and the decision takes effect by its service. */
  async sanctioned(outcome: string, { isMajor = false } = {}): Promise<void> {
    await this.desk.heard(this.investigation, this.investigator, outcome);
    await this.desk.decided(this.investigation, this.investigator, outcome, isMajor);
    await this.desk.does(
      at,
      this.investigation,
      'record-service',
      this.post('case-officer'),
      await this.shown(this.investigation, '决定送达回证'),
    );
    const timeline = (await this.desk.read(at, this.investigation, this.post('head')))['timeline'] as {
      act: string;
      detail: { measures?: { measure: string; case: string }[] };
    }[];
    this.measures = Object.fromEntries(
      timeline.flatMap(({ detail }) => detail.measures ?? []).map(({ measure, case: id }) => [measure, id]),
    );
  }

  async stateOf(measure: string): Promise<unknown> {
    return (await this.desk.read(at, this.measures[measure] ?? '', this.post('head')))['state'];
  }

  statesOfMeasures = async (): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      await Promise.all(Object.keys(this.measures).map(async (measure) => [measure, await this.stateOf(measure)] as const)),
    );

  async carriedOut(measure: string): Promise<void> {
    await this.desk.does(
      at,
      this.measures[measure] ?? '',
      'carry-out',
      this.post('decider'),
      await this.shown(this.measures[measure] ?? '', '执行情况'),
    );
  }

  async moneyCameIn(measure: string, amount: string): Promise<void> {
    await this.desk.does(at, this.measures[measure] ?? '', 'take-in-money', this.post('case-officer'), {
      amount,
      ...(await this.shown(this.measures[measure] ?? '', '到账凭证')),
    });
  }

  /** Another body is ordered to carry it out, and reports with proof that it did. */
  async carriedOutBy(measure: string, body: string, service: string): Promise<void> {
    await this.desk.does(at, this.measures[measure] ?? '', 'order-body', this.post('decider'), { toBody: body, task: '示例' });
    const order = await this.desk.workOf(at, this.measures[measure] ?? '', this.post('head'), 'measure-order', `${body}-head`);
    expect(
      (await this.lianxi().addPaper(service, order, `${body}-case-officer`, { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7 a') })).status,
    ).toBe(200);
    const [paper] = (await this.desk.read(service, order, `${body}-head`))['papers'] as { id: string }[];
    await this.desk.does(service, order, 'report-carried-out', `${body}-decider`, {
      report: '示例',
      effectiveOn: await this.desk.today(),
      proof: paper?.id,
    });
    await waitFor('the report has come back', async () =>
      (await this.desk.worksOf(at, this.measures[measure] ?? '', this.post('head'))).every(({ final }) => final),
    );
    await this.carriedOut(measure);
  }

  /** The investigation is closed, and then the matter that ordered it: concluded, filed away. */
  async concluded(outcome: string, ...alsoResponsible: readonly string[]): Promise<void> {
    await this.desk.does(at, this.investigation, 'close', this.post('decider'));
    await waitFor('the matter knows that it has ended', async () =>
      (await this.desk.worksOf(this.service, this.matter, `${this.supervisor}-head`)).every(({ final }) => final),
    );
    await this.desk.does(this.service, this.matter, 'assign', `${this.supervisor}-head`, { post: `${this.supervisor}-case-officer` });
    await this.desk.does(this.service, this.matter, 'begin-handling', `${this.supervisor}-case-officer`);
    for (const body of alsoResponsible) await this.desk.does(this.service, this.matter, 'agree-jointly', `${body}-decider`);
    await this.desk.does(this.service, this.matter, 'conclude', `${this.supervisor}-decider`, { outcome, summary: '示例' });
    await this.desk.isRefused(this.service, this.matter, 'archive', `${this.supervisor}-case-officer`, 'reporter-not-told');
    await this.desk.does(this.service, this.matter, 'tell-reporter', `${this.supervisor}-case-officer`, { told: '示例' });
    await this.desk.does(this.service, this.matter, 'archive', `${this.supervisor}-case-officer`);
  }

  /** What whoever has the receipt is told, in plain words. */
  async toldToReporter(): Promise<Record<string, unknown>> {
    return (await this.byReceipt('GET', '')).body;
  }

  byReceipt = (method: 'GET' | 'POST', path: string, body?: Form): Promise<Answer> =>
    this.lianxi().request(this.service, method, `/v1/reports${path}`, {
      headers: { 'x-lianxi-receipt': this.receipt, 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body }),
    });

  /** What stands against a number on a day, by kind; asked by a body of the city. */
  async standsAgainst(
    subject: string,
    { kind = 'funding-ban', on }: { kind?: string; on?: string } = {},
  ): Promise<Record<string, unknown>[]> {
    const { body } = await this.lianxi().request(at, 'POST', '/v1/standing', {
      as: this.post('head'),
      body: { subject, for: kind, ...(on === undefined ? {} : { on }) },
    });
    return (body['answer'] as { entries: Record<string, unknown>[] }).entries;
  }

  post = (role: string): string => `${this.investigator}-${role}`;

  /** Today, with a paper on that case that shows it. */
  async shown(id: string, name: string): Promise<{ effectiveOn: string; proof: string }> {
    return { effectiveOn: await this.desk.today(), proof: await this.desk.paper(id, this.post('case-officer'), name) };
  }
}
