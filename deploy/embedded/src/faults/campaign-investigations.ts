import { addCalendarDays } from '@lianxi/casework';
import type { SentAct } from './campaign-load';
import type { PatientClient } from './patient-client';
import type { ProvingGround } from './proving-ground';
import { pause, type SeededRandom } from './seeded-random';

type Form = Readonly<Record<string, unknown>>;
type Step = readonly [role: string, act: string, form?: Form];

const at = 'investigation';
const body = 'bj-health';
const words = '示例';
const facts = {
  city: 'beijing',
  kind: 'violation',
  fields: ['human-life-medicine'],
  unit: { kind: 'medical-institution', educationSystem: false, affiliation: body },
  funding: 'none',
  fundManager: null,
  receivedBy: body,
  suspect: 'unit-head',
  major: false,
};
const mostTries = 200;

/** Violations that are decided while everything breaks: the way to a decision is long, so the first are brought there before anything does. */
export class CampaignInvestigations {
  /** Waiting for their decision, each with a paper that is on the case. */
  private readonly reviewed: { id: string; paper: string }[] = [];
  /** Matters and investigations that nobody else works on until the decision was served. */
  readonly spared = new Set<string>();

  constructor(
    private readonly ground: ProvingGround,
    private readonly client: PatientClient,
    private readonly random: SeededRandom,
    private readonly acts: SentAct[],
  ) {}

  async prepare(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.prepareOne()));
  }

  /** Decides and serves the next one, by which its measures open; when none is left, another is begun. */
  async goOn(): Promise<void> {
    const next = this.reviewed.shift();
    if (!next) return this.prepareOne();
    await this.does(at, next.id, ['decider', 'decide']);
    await this.does(at, next.id, ['case-officer', 'record-service', { effectiveOn: await this.today(), proof: next.paper }]);
    this.spared.delete(next.id);
  }

  private async prepareOne(): Promise<void> {
    const { matter, id } = await this.ordered();
    for (const post of ['case-officer', 'intake-officer'])
      await this.doesAll(id, [
        ['head', 'add-member', { post: `${body}-${post}` }],
        [post, 'declare-no-interest'],
      ]);
    const against = { subject: words, number: 'OWN-EXAMPLE-LAB' };
    await this.doesAll(id, [
      ['case-officer', 'propose-plan', { plan: words }],
      ['head', 'approve-plan'],
      [
        'case-officer',
        'propose-measure',
        { measure: 'funding-ban', ...against, to: addCalendarDays(await this.today(), this.random.between(2, 12)) },
      ],
      ['case-officer', 'propose-measure', { measure: 'order-correction', ...against }],
      ['case-officer', 'propose-measure', { measure: 'recover-funds', ...against, amount: '100.00' }],
    ]);
    const paper = await this.paper(id);
    await this.doesAll(id, [...report(await this.today(), paper), ...decision(await this.today(), paper)]);
    this.spared.delete(matter);
    this.reviewed.push({ id, paper });
  }

  /** A violation is filed and taken up, and its investigation ordered. */
  private async ordered(): Promise<{ matter: string; id: string }> {
    const filed = await this.client.send('health', '/v1/matters', `${body}-intake-officer`, {
      facts,
      report: { title: words, text: words },
      noStateSecrets: true,
    });
    const matter = String((JSON.parse(filed?.text ?? '{}') as { caseId?: string }).caseId);
    this.spared.add(matter);
    for (const step of [
      ['intake-officer', 'register'],
      ['case-officer', 'screen'],
      ['decider', 'accept'],
      ['decider', 'order-investigation', { task: words }],
    ] as const)
      await this.does('health', matter, step);
    const works = (await this.untilSeen('health', matter, `${body}-head`))['works'] as { id: string; procedure: string }[];
    const id = works.find(({ procedure }) => procedure === 'investigation')?.id ?? '';
    this.spared.add(id);
    return { matter, id };
  }

  private async paper(id: string): Promise<string> {
    const { version, epoch } = await this.untilSeen(at, id, `${body}-case-officer`);
    const form = new FormData();
    for (const [name, value] of Object.entries({
      kind: 'evidence',
      dated: await this.today(),
      origin: 'copy',
      version: String(version),
      epoch: String(epoch),
    }))
      form.append(name, value);
    form.append('paper', new Blob(['%PDF-1.7']), 'a.pdf');
    await this.client.send(at, `/v1/cases/${id}/papers`, `${body}-case-officer`, form);
    return ((await this.untilSeen(at, id, `${body}-case-officer`))['papers'] as { id: string }[])[0]?.id ?? '';
  }

  private async doesAll(id: string, steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.does(at, id, step);
  }

  /** Whoever is told that the case has moved on reads it again; anything else said against an act ends this investigation's part in the campaign. */
  private async does(service: string, id: string, [role, act, form = {}]: Step): Promise<void> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const { version, epoch } = await this.untilSeen(service, id, `${body}-${role}`);
      const answer = await this.client.send(service, `/v1/cases/${id}/acts/${act}`, `${body}-${role}`, { version, epoch, form });
      if (answer?.status === 200) {
        this.acts.push({ service, caseId: id, act, version: (JSON.parse(answer.text) as { version: number }).version });
        return;
      }
      if (answer === undefined || (JSON.parse(answer.text) as { code?: string }).code !== 'stale-version')
        throw new Error(`${act} ${answer?.text.slice(0, 120)}`);
    }
  }

  private async untilSeen(service: string, id: string, as: string): Promise<Record<string, unknown>> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const seen = await this.client.read(service, `/v1/cases/${id}`, as).catch(() => undefined);
      if (seen) return seen;
      await pause(100);
    }
    throw new Error(`${id} is not there at ${service}`);
  }

  private async today(): Promise<string> {
    for (;;) {
      const found = await this.ground.admin
        .query<{ today: string }>(`SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`)
        .catch(() => undefined);
      if (found?.rows[0]) return found.rows[0].today;
      await pause(100);
    }
  }
}

const report = (today: string, record: string): Step[] => [
  [
    'case-officer',
    'record-interview',
    { second: `${body}-intake-officer`, heldOn: today, spokeWith: 'subject', signed: 'both-sides', record },
  ],
  ['case-officer', 'record-administrative-part', { findings: words }],
  ...['甲', '乙', '丙', '丁', '戊'].map((name): Step => [
    'case-officer',
    'name-expert',
    { name: `${words}${name}`, specialty: 'ethics', noInterest: true },
  ]),
  ['case-officer', 'record-assessment', { record, conclusion: words }],
  ['case-officer', 'draft-report', { outcome: 'considerable', facts: words, conclusion: words, proposal: words }],
  ['case-officer', 'sign-report'],
  ['intake-officer', 'sign-report'],
];

const decision = (today: string, proof: string): Step[] => [
  ['decider', 'give-notice', { outcome: 'considerable', grounds: words, rights: words }],
  ['case-officer', 'record-notice-served', { effectiveOn: today, proof }],
  ['case-officer', 'record-statement', { said: 'waiver', content: words }],
  ['case-officer', 'close-statements'],
  ['case-officer', 'propose-decision', { outcome: 'considerable', legalCheck: 'none', facts: words, basis: words, remedy: words }],
  ['reviewer', 'review-decision', { opinion: words }],
];
