import { schemaOf } from '@lianxi/chassis';
import { BrokerTap } from './broker-tap';
import { CampaignLoad } from './campaign-load';
import { FaultInjector } from './fault-kinds';
import { PublishedCheckpoints } from './published-checkpoints';
import { alwaysTrue, brokenHistories, contradictionsOf, trueAtRest } from './invariants';
import { serviceNames } from '../load-service';
import { measuresAlways, measuresAtRest } from './measure-invariants';
import { departments, ProvingGround } from './proving-ground';
import { pause, SeededRandom } from './seeded-random';

export interface CampaignOrder {
  readonly seconds: number;
  readonly seed: number;
  readonly programs: string;
  readonly say: (line: string) => void;
}

export interface CampaignResult {
  readonly violations: readonly string[];
  readonly faults: ReadonlyMap<string, number>;
  readonly faultsAMinute: number;
  readonly filed: number;
  readonly acts: number;
  readonly handOvers: number;
  readonly designations: number;
  readonly firings: number;
  readonly measures: number;
  readonly lapsed: number;
  /** Messages that came too late to have an effect, by kind. */
  readonly stale: ReadonlyMap<string, number>;
  readonly snapshots: number;
  readonly restAfterMs: number;
  readonly troubles: ReadonlyMap<string, number>;
}

const restWithinMs = 120_000;
const always = [...alwaysTrue, ...measuresAlways];
const atRest = [...trueAtRest, ...measuresAtRest];

/** People work, faults happen, and nothing may be lost or done twice: during the campaign, and when all has come to rest. */
export async function runCampaign({ seconds, seed, programs, say }: CampaignOrder): Promise<CampaignResult> {
  const ground = await ProvingGround.open(programs);
  try {
    return await campaignOn(ground, seconds, seed, say);
  } finally {
    await ground.close();
  }
}

async function campaignOn(ground: ProvingGround, seconds: number, seed: number, say: (line: string) => void): Promise<CampaignResult> {
  const tap = new BrokerTap(ground, new SeededRandom(seed + 2));
  await tap.open();
  const load = new CampaignLoad(ground, new SeededRandom(seed + 1));
  const injector = new FaultInjector(ground, tap, new SeededRandom(seed));
  const random = new SeededRandom(seed + 3);
  const violations: string[] = [];
  const published = new PublishedCheckpoints(ground.around);
  let snapshots = 0;
  await load.prepare();
  load.start(4, 4);
  const began = performance.now();
  for (let left = seconds * 1_000; left > 0; left = seconds * 1_000 - (performance.now() - began)) {
    await pause(random.between(300, 1_500));
    say(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${await injector.injectOne()}`);
    const found = await contradictionsOf(ground.admin, always).catch(() => undefined);
    if (found) snapshots += 1;
    violations.push(...(found ?? []));
    await published.look();
  }
  const faultsAMinute = injector.total / ((performance.now() - began) / 60_000);
  await injector.whenTakenBack();
  await load.stop();
  await tap.close();
  const restAfterMs = await whenAtRest(ground, violations);
  violations.push(
    ...(await contradictionsOf(ground.admin, [...always, ...atRest])),
    ...(await brokenHistories(ground.admin)),
    ...(await published.contradictions()),
    ...(await wrongReplays(ground, load)),
    ...(await lostActs(ground, load)),
    ...load.unexpected,
  );
  return {
    violations: [...new Set(violations)],
    faults: injector.counts,
    faultsAMinute,
    filed: load.filings.filter(({ answer }) => answer !== undefined).length,
    acts: load.acts.length,
    snapshots,
    restAfterMs,
    troubles: load.troubles,
    ...(await countsOf(ground)),
  };
}

/** At rest: every service ready, nothing owed, nothing due. What never comes to rest shows in the invariants. */
async function whenAtRest(ground: ProvingGround, violations: string[]): Promise<number> {
  const began = performance.now();
  await ground.whenHealthy(restWithinMs).catch((error: Error) => violations.push(error.message));
  let quiet = 0;
  while (quiet < 3 && performance.now() - began < restWithinMs) {
    const open = await contradictionsOf(ground.admin, atRest).catch(() => ['unreachable']);
    quiet = open.length === 0 ? quiet + 1 : 0;
    await pause(300);
  }
  if (quiet < 3) violations.push(await unrest(ground));
  return Math.round(performance.now() - began);
}

/** What the services and the broker say of themselves when nothing comes to rest. */
async function unrest(ground: ProvingGround): Promise<string> {
  const said = await Promise.all(
    serviceNames.map(
      async (name) =>
        `${name}: ${await fetch(`${ground.url(name)}/health`).then(
          (answer) => answer.text(),
          (error: Error) => error.message,
        )}`,
    ),
  );
  const broker = await fetch(`${ground.around.natsMonitorUrl}/jsz?consumers=1&streams=1`).then(
    (answer) => answer.json() as Promise<Broker>,
    () => undefined,
  );
  const streams = broker?.account_details
    ?.flatMap(({ stream_detail: details }) => details ?? [])
    .map(
      ({ name, state, consumer_detail: consumers }) =>
        `${name}: ${state.messages} messages, consumers ${JSON.stringify(consumers?.map(({ num_ack_pending: unacknowledged, num_pending: pending, num_waiting: waiting }) => ({ unacknowledged, pending, waiting })))}`,
    );
  return `It did not come to rest. ${[...said, ...(streams ?? [])].join('; ')}`;
}

interface Broker {
  readonly account_details?: readonly {
    readonly stream_detail?: readonly {
      readonly name: string;
      readonly state: { readonly messages: number };
      readonly consumer_detail?: readonly Record<'num_ack_pending' | 'num_pending' | 'num_waiting', number>[];
    }[];
  }[];
}

/** Every filing that was answered is there once, and the same request gets the same answer to the byte. */
async function wrongReplays(ground: ProvingGround, { filings }: CampaignLoad): Promise<string[]> {
  const wrong: string[] = [];
  for (const { service, key, body, answer } of filings.filter((filing) => filing.answer !== undefined)) {
    const again = await fetch(`${ground.url(service)}/v1/matters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
    });
    const text = await again.text();
    if (again.status !== 201 || text !== answer)
      wrong.push(`A filing at ${service} is answered otherwise than before: ${again.status} ${text.slice(0, 120)}`);
    const { caseId } = JSON.parse(answer ?? '{}') as { caseId: string };
    const { rows } = await ground.admin.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${schemaOf(service)}.journal WHERE case_id = $1 AND act = 'file'`,
      [caseId],
    );
    if (rows[0]?.count !== 1) wrong.push(`The filing ${caseId} at ${service} is there ${rows[0]?.count} times.`);
  }
  return wrong;
}

async function lostActs(ground: ProvingGround, { acts }: CampaignLoad): Promise<string[]> {
  const lost: string[] = [];
  for (const { service, caseId, act, version } of acts) {
    const { rowCount } = await ground.admin.query(
      `SELECT 1 FROM ${schemaOf(service)}.journal WHERE case_id = $1 AND act = $2 AND version = $3`,
      [caseId, act, version],
    );
    if (rowCount !== 1) lost.push(`The act ${act} on ${caseId} at ${service} was answered and is not on the record.`);
  }
  return lost;
}

async function countsOf(
  ground: ProvingGround,
): Promise<Pick<CampaignResult, 'handOvers' | 'designations' | 'firings' | 'measures' | 'lapsed' | 'stale'>> {
  const sum = async (table: string, where: string): Promise<number> => {
    const { rows } = await ground.admin.query<{ count: number }>(
      `SELECT sum(count)::int AS count FROM (${departments.map((name) => `SELECT count(*) FROM ${schemaOf(name)}.${table} WHERE ${where}`).join(' UNION ALL ')}) each`,
    );
    return rows[0]?.count ?? 0;
  };
  const { rows: stale } = await ground.admin.query<{ kind: string; count: number }>(
    `SELECT kind, count(*)::int AS count FROM (${serviceNames.map((name) => `SELECT kind FROM ${schemaOf(name)}.inbox WHERE outcome = 'stale'`).join(' UNION ALL ')}) i GROUP BY kind ORDER BY 2 DESC`,
  );
  return {
    handOvers: await sum('hand_overs', `side = 'origin' AND state = 'received'`),
    designations: await sum('journal', `act = 'designate'`),
    firings: await sum('clock_firings', 'true'),
    measures: await sum('journal', `procedure = 'measure' AND act = 'open'`),
    lapsed: await sum('journal', `procedure = 'measure' AND act = 'lapse'`),
    stale: new Map(stale.map(({ kind, count }) => [kind, count])),
  };
}
