import { randomUUID } from 'node:crypto';
import { addCalendarDays, handOver, legalDayOf, releasable, type FormField } from '@lianxi/casework';
import { schemaOf } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { CampaignInvestigations } from './campaign-investigations';
import { PatientClient } from './patient-client';
import { departments, type ProvingGround } from './proving-ground';
import { pause, type SeededRandom } from './seeded-random';

/** A filing as its reporter knows it: what was sent where, and the first good answer. */
export interface SentFiling {
  readonly service: string;
  readonly key: string;
  readonly body: string;
  answer?: string;
}

export interface SentAct {
  readonly service: string;
  readonly caseId: string;
  readonly act: string;
  readonly version: number;
}

const lastCases = 6;
/** Where matters are filed: investigations are ordered, not filed. */
const desks = register.services.filter(({ kind }) => kind === 'department' || kind === 'coordination').map(({ id }) => id);

interface Held {
  readonly id: string;
  readonly service: string;
  readonly holder: string;
}

/** So many violations have been investigated when things begin to break. */
const reviewedBefore = 3;

/** People at work while everything breaks. */
export class CampaignLoad {
  readonly filings: SentFiling[] = [];
  readonly acts: SentAct[] = [];
  private readonly client: PatientClient;
  private readonly investigations: CampaignInvestigations;
  /** Cases worked on, the last one at the end. */
  private lately: string[] = [];
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ground: ProvingGround,
    private readonly random: SeededRandom,
  ) {
    this.client = new PatientClient(ground, random);
    this.investigations = new CampaignInvestigations(ground, this.client, random, this.acts);
  }

  get unexpected(): readonly string[] {
    return this.client.unexpected;
  }

  get troubles(): ReadonlyMap<string, number> {
    return this.client.troubles;
  }

  prepare = (): Promise<void> => this.investigations.prepare(reviewedBefore);

  start(reporters: number, officers: number): void {
    const each = (count: number, work: () => Promise<void>): Promise<void>[] => Array.from({ length: count }, () => this.repeat(work));
    this.running = Promise.all([
      ...each(reporters, () => this.fileOne()),
      ...each(officers, () => this.workOnOne()),
      ...each(1, () => this.answerOffer()),
      ...each(1, () => this.designateOne()),
      ...each(1, () => this.lookAsStranger()),
      ...each(1, () => this.investigations.goOn()),
    ]);
  }

  async stop(): Promise<void> {
    this.client.stopped = true;
    await this.running;
  }

  private async repeat(work: () => Promise<void>): Promise<void> {
    while (!this.client.stopped) {
      await work().catch((error: Error & { code?: string }) => {
        this.client.note(error.code ?? error.message);
        return pause(100);
      });
      await pause(this.random.between(5, 60));
    }
  }

  private async fileOne(): Promise<void> {
    const filing: SentFiling = {
      service: this.random.pick(desks),
      key: randomUUID(),
      body: JSON.stringify({ facts: someFacts(this.random), report: { title: '示例事项', text: '示例内容' }, noStateSecrets: true }),
    };
    this.filings.push(filing);
    const answer = await this.client.untilAnswered(filing.service, '/v1/matters', { 'idempotency-key': filing.key }, filing.body);
    if (answer === undefined) return;
    if (answer.status === 201) filing.answer = answer.text;
    else this.client.unexpected.push(`a filing was answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  }

  /** A case is chosen from the record itself; what may be done is what the service offers to the holder's head. */
  private async workOnOne(): Promise<void> {
    const held = await this.caseToWorkOn();
    if (!held) return pause(100);
    this.lately.push(held.id);
    const head = `${held.holder}-head`;
    const seen = await this.client.read(held.service, `/v1/cases/${held.id}`, head);
    const offered = (seen?.['acts'] ?? []) as { act: string; form: FormField[] }[];
    const open = offered.filter(
      ({ act, form }) =>
        ![...left, ...(seen?.['mark'] === 'sealed' ? whereNamed : [])].includes(act) &&
        !form.some(({ type, required }) => type === 'paper' && required),
    );
    if (!seen || open.length === 0) return;
    const chosen = this.random.isLucky(0.35)
      ? (open.find(({ act }) => act === 'offer-transfer') ?? this.random.pick(open))
      : this.random.pick(open);
    const order = {
      version: seen['version'],
      epoch: seen['epoch'],
      form: { ...formOf(chosen.form, held.holder, this.random), ...this.fitting(chosen.act, held.holder, seen) },
    };
    const answer = await this.client.send(held.service, `/v1/cases/${held.id}/acts/${chosen.act}`, head, order);
    if (answer && answer.status !== 200)
      this.client.note(`${chosen.act} ${answer.status} ${String((JSON.parse(answer.text) as { code?: string }).code)}`);
    if (answer?.status === 200)
      this.acts.push({
        service: held.service,
        caseId: held.id,
        act: chosen.act,
        version: (JSON.parse(answer.text) as { version: number }).version,
      });
  }

  /** Where only some bodies will do. */
  private fitting(act: string, holder: string, seen: Record<string, unknown>): Record<string, unknown> {
    if (act === 'release-work') return { ofBody: this.random.pick(openWorks(seen)) };
    if (act === 'write-letter') return { toBody: 'moe' };
    if (act !== 'name-co-handler') return {};
    const { body: asker } = seen['linkedTo'] as { body: string };
    return { coHandler: this.random.pick(desksBeside(holder).filter((id) => id !== asker)) };
  }

  private async answerOffer(): Promise<void> {
    const found = await this.oneOf<{ id: string; to_body: string; service: string }>(
      (schema, service) =>
        `SELECT id, to_body, '${service}' AS service FROM ${schema}.hand_overs WHERE side = 'addressee' AND state = 'offered'`,
    );
    if (!found) return pause(100);
    const act = this.random.isLucky(0.7) ? 'accept' : 'return';
    const form = formOf(handOver.acts.find((row) => row.act === act)?.form ?? [], found.to_body, this.random);
    await this.client.send(found.service, `/v1/hand-overs/${found.id}/acts/${act}`, `${found.to_body}-head`, { form });
  }

  private async designateOne(): Promise<void> {
    const {
      rows: [found],
    } = await this.ground.admin.query<{ id: string; city: string; version: number; candidates: string[]; views: { body: string }[] }>(
      `SELECT id, city, version, candidates, views FROM coordination.designations WHERE state = 'requested' ORDER BY random() LIMIT 1`,
    );
    if (!found) return pause(200);
    const city = register.getCity(found.city);
    const unheard = found.candidates.filter((body) => body !== city.officeHost && !found.views.some((view) => view.body === body));
    const bodies = register.bodies.filter((body) => body.desk && body.city === found.city && body.id !== city.office).map(({ id }) => id);
    const [act, form] =
      unheard[0] !== undefined
        ? ['record-view', { ofBody: unheard[0], view: 'would-lead' }]
        : ['designate', { lead: this.random.pick(found.candidates.length > 0 ? found.candidates : bodies), reasons: '示例' }];
    await this.client.send('coordination', `/v1/designations/${found.id}/acts/${act}`, `${city.office}-coordinator`, {
      version: found.version,
      form,
    });
  }

  /** Somebody of a body that has no part in a case asks for it: it must be as if it were not there. */
  private async lookAsStranger(): Promise<void> {
    const held = await this.someCase();
    if (!held) return pause(100);
    const { rows } = await this.ground.admin.query<{ body: string }>(
      `SELECT body FROM ${schemaOf(held.service)}.case_access WHERE case_id = $1`,
      [held.id],
    );
    const stranger = this.random.pick(
      register.bodies.filter(({ id, desk }) => desk && id !== held.holder && !rows.some(({ body }) => body === id)).map(({ id }) => id),
    );
    const answer = await fetch(`${this.ground.url(held.service)}/v1/cases/${held.id}`, {
      headers: { authorization: `Bearer ${await this.ground.tokenOf(`${stranger}-head`)}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) this.client.unexpected.push(`${stranger} could read ${held.id}, which is none of its cases.`);
    await pause(100);
  }

  /** Half of the time one of those worked on last, wherever it is now: much that is said of one case within seconds is what can overtake itself. */
  private async caseToWorkOn(): Promise<Held | undefined> {
    this.lately = this.lately.slice(-lastCases);
    return (this.random.isLucky(0.5) ? await this.someCase(this.lately) : undefined) ?? this.someCase();
  }

  private async someCase(among?: readonly string[]): Promise<Held | undefined> {
    const those = `AND id <> ALL ('{${[...this.investigations.spared].join(',')}}') ${among === undefined ? '' : `AND id = ANY ('{${among.join(',')}}')`}`;
    return this.oneOf<Held>(
      (schema, service) =>
        `(SELECT id, '${service}' AS service, holder FROM ${schema}.cases WHERE standing = 'holding' AND state NOT IN ('archived', 'voided') ${those} ORDER BY random() LIMIT 1)`,
    );
  }

  private async oneOf<T extends object>(select: (schema: string, service: string) => string): Promise<T | undefined> {
    const { rows } = await this.ground.admin.query<T>(
      `SELECT * FROM (${departments.map((name) => select(schemaOf(name), name)).join(' UNION ALL ')}) found ORDER BY random() LIMIT 1`,
    );
    return rows[0];
  }
}

const openWorks = (seen: Record<string, unknown>): string[] =>
  (seen['works'] as { procedure: string; body: string; final: boolean }[])
    .filter(({ procedure, final }) => !final && releasable.includes(procedure))
    .map(({ body }) => body);

/** What ends a case, or needs facts or another case; what needs a paper is left, too. */
const left = ['propose-void', 'correct-facts', 'archive', 'merge'];
/** On a sealed case these are for people who are named, and whether one is changes with every act. */
const whereNamed = ['assign', 'reassign', 'unname-person'];

/** Days pass quickly in a campaign. */
const dayToCome = addCalendarDays(legalDayOf(new Date(performance.timeOrigin).toISOString()), 300);

function someFacts(random: SeededRandom): Record<string, unknown> {
  const city = random.pick(['beijing', 'shenzhen']);
  const fields = random
    .shuffled(['ai', 'human-life-medicine', 'agriculture', 'lab-animals', 'food', 'fintech', 'other'])
    .slice(0, random.isLucky(0.75) ? 1 : 2);
  const kind = random.pick(['incident', 'violation', 'risk-signal', 'enquiry']);
  const desks = register.bodies.filter((body) => body.desk && body.city === city).map(({ id }) => id);
  return {
    city,
    kind,
    fields,
    unit: {
      kind: random.pick(['university', 'medical-institution', 'enterprise', 'research-institution']),
      educationSystem: random.isLucky(0.2),
      affiliation: null,
    },
    funding: 'none',
    fundManager: null,
    receivedBy: random.pick(desks),
    ...(fields.includes('ai') ? { aiStage: random.isLucky(0.1) ? 'unknown' : random.pick(['research', 'industry']) } : {}),
    ...(kind === 'violation' ? { suspect: 'person', major: random.isLucky(0.1) ? 'unknown' : random.isLucky(0.5) } : {}),
  };
}

function desksBeside(holder: string): string[] {
  const city = register.findBody(holder)?.city;
  return register.bodies.filter((body) => body.desk && body.city === city && body.id !== holder).map(({ id }) => id);
}

function formOf(fields: readonly FormField[], holder: string, random: SeededRandom): Record<string, unknown> {
  const bodies = desksBeside(holder);
  const values = (field: FormField): unknown =>
    ({
      code: field.options ? random.pick(field.options).code : '',
      body: field.outside ? 'moe' : random.pick(bodies),
      post: `${holder}-case-officer`,
      text: '示例',
      unit: '',
      day: dayToCome,
      facts: {},
      'yes-no': true,
      paper: '',
      case: '',
      amount: '100.00',
      count: '3',
      identity: 'OWN-EXAMPLE',
    })[field.type];
  return Object.fromEntries(fields.filter(({ required }) => required).map((field) => [field.name, values(field)]));
}
