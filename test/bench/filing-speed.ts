import { schemaOf } from '@lianxi/chassis';
import { serviceNames } from '../../deploy/embedded/src/load-service';
import type { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { DeskClient, filedElsewhere, takenIn } from './desk-client';
import { inParallel, interleaved, quantile, timed, type Line } from './measure';
import { processorTime } from './processor-time';
import { findPgbench, pgbench, rawFiling } from './raw-filing';

const officer = 'bj-health-intake-officer';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Filings that are in the lead's worklist and receipted by audit, beside what the same server does with the bare rows of one filing. */
export async function filingSpeed(
  ground: ProvingGround,
  { filings, rounds, seconds, directory }: { filings: number; rounds: number; seconds: number; directory: string },
): Promise<{ lines: Line[]; aSecond: number }> {
  const client = new DeskClient((service) => ground.url(service));
  const token = await ground.tokenOf(officer);
  const filed: string[] = [];
  const take = async (): Promise<void> => {
    const { status, text } = await client.send('health', 'POST', '/v1/matters/on-behalf', { token, body: takenIn });
    if (status !== 201) throw new Error(`A filing was answered ${status}: ${text.slice(0, 200)}`);
    filed.push((JSON.parse(text) as { caseId: string }).caseId);
  };
  const statement = await sample(ground, take, filed);
  const program = findPgbench();
  const run = async (): Promise<number> =>
    (filings /
      (await timed(async () => {
        await inParallel(16, filings, take);
        await whenReceipted(ground);
      }))) *
    1_000;
  await run();
  const before = processorTime();
  const doneBefore = filed.length;
  const speed = await interleaved(rounds, {
    ours: run,
    ...(program === undefined ? {} : { raw: async () => pgbench(program, ground.around.databaseUrl, statement, seconds, directory) }),
  } as { ours: () => Promise<number>; raw: () => Promise<number> });
  const used = before === undefined ? undefined : await processorTimeOf(run, filings);
  await checkWorklist(ground, client, filed);
  client.close();
  const raw = program === undefined ? Number.NaN : speed.raw;
  return {
    aSecond: speed.ours,
    lines: [
      {
        name: 'filings visible to the lead and receipted by audit',
        value: speed.ours,
        unit: '/s',
        remark: `${filed.length - doneBefore} filings by an officer who is signed in, each in the worklist exactly once`,
      },
      ...(program === undefined
        ? [{ name: 'pgbench was not found on this machine: nothing to compare with', value: Number.NaN, unit: '' }]
        : [
            { name: 'the bare rows of one filing by pgbench -c 8 -j 2', value: raw, unit: '/s' },
            { name: 'filings ÷ pgbench', value: speed.ours / raw, unit: '', atLeast: 0.1 },
          ]),
      ...(used === undefined ? [] : [{ name: 'processor time for each filing, over all processes', value: used, unit: 'ms' }]),
    ],
  };
}

/** Deliveries are gone once they are receipted, so the rows are read while nobody can receipt them. */
async function sample(ground: ProvingGround, take: () => Promise<void>, filed: readonly string[]): Promise<string> {
  for (const name of ['audit', 'coordination']) ground.stallService(name);
  try {
    await take();
    return await rawFiling(ground.admin, filed.at(-1) ?? '');
  } finally {
    for (const name of ['audit', 'coordination']) ground.wakeService(name);
  }
}

/** What the run before left to be done would be measured as the delay of what comes after it. */
async function whenNothingIsOwed({ admin }: ProvingGround): Promise<void> {
  const owed = serviceNames.map((name) => `SELECT 1 FROM ${schemaOf(name)}.delivery`).join(' UNION ALL ');
  while ((await admin.query(`SELECT 1 FROM (${owed}) d LIMIT 1`)).rows.length > 0) await pause(50);
}

async function whenReceipted({ admin }: ProvingGround): Promise<void> {
  while (
    (await admin.query<{ owed: boolean }>(`SELECT EXISTS (SELECT 1 FROM health.delivery WHERE receiver = 'audit') AS owed`)).rows[0]?.owed
  )
    await pause(10);
}

/** All processes together used more than this one: a figure that says otherwise is wrong, and none is better. */
async function processorTimeOf(run: () => Promise<number>, filings: number): Promise<number> {
  const [before, ownBefore] = [processorTime() ?? 0, process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(ownBefore);
  const used = (processorTime() ?? 0) - before;
  if (used <= (user + system) / 1_000)
    throw new Error(`All processes are said to have used ${used} ms, this one alone used ${(user + system) / 1_000} ms.`);
  return used / filings;
}

/** A fast wrong run is a failed run. */
async function checkWorklist(ground: ProvingGround, client: DeskClient, filed: readonly string[]): Promise<void> {
  const token = await ground.tokenOf('bj-health-head');
  const seen: string[] = [];
  for (let after = ''; ;) {
    const { text } = await client.send('health', 'GET', `/v1/worklists/body?limit=200${after}`, { token });
    const { lines, next } = JSON.parse(text) as { lines: { id: string }[]; next: string | null };
    seen.push(...lines.map(({ id }) => id));
    if (next === null) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  const once = new Set(seen);
  const missing = filed.filter((id) => !once.has(id));
  if (once.size !== seen.length || missing.length > 0)
    throw new Error(`The worklist is wrong: ${seen.length - once.size} cases twice, ${missing.length} missing.`);
}

/** From the moment a filing was meant to be sent at the wrong desk until it is at the right one, at a steady rate. */
export async function filingDelay(ground: ProvingGround, { aSecond, seconds }: { aSecond: number; seconds: number }): Promise<Line[]> {
  await whenNothingIsOwed(ground);
  const client = new DeskClient((service) => ground.url(service));
  const meant = new Map<string, number>();
  const delays: number[] = [];
  const count = Math.round(aSecond * seconds);
  let sending = true;
  const watching = (async () => {
    while (sending || meant.size > 0) {
      const { rows } = await ground.admin.query<{ id: string }>({
        name: 'arrived',
        text: `SELECT id FROM health.cases WHERE id = ANY ($1) AND standing = 'holding'`,
        values: [[...meant.keys()]],
      });
      for (const { id } of rows) {
        delays.push(performance.now() - (meant.get(id) ?? 0));
        meant.delete(id);
      }
      await pause(2);
    }
  })();
  const began = performance.now();
  const sent: Promise<void>[] = [];
  for (let place = 0; place < count; place += 1) {
    const due = began + (place * 1_000) / aSecond;
    if (due > performance.now()) await pause(due - performance.now());
    sent.push(
      client.send('agriculture', 'POST', '/v1/matters', { body: filedElsewhere }).then(({ status, text }) => {
        if (status !== 201) throw new Error(`A filing was answered ${status}: ${text.slice(0, 200)}`);
        meant.set((JSON.parse(text) as { caseId: string }).caseId, due);
      }),
    );
  }
  await Promise.all(sent);
  sending = false;
  await watching;
  client.close();
  return [
    {
      name: 'filed at the wrong desk → held at the right one, p50',
      value: quantile(delays, 0.5),
      unit: 'ms',
      remark: `p99 ${quantile(delays, 0.99).toFixed(0)} ms, ${count} filings at ${aSecond.toFixed(0)}/s, half of the speed above`,
    },
  ];
}
