import { join } from 'node:path';
import { Client } from 'pg';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { endOf, startChild } from '../../deploy/embedded/src/child-server';
import type { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { freePort } from '../../deploy/embedded/src/free-port';
import { preparedServices } from '../../deploy/embedded/src/load-service';
import { prepareDatabase } from '../../deploy/embedded/src/prepare-database';
import { DeskClient } from './desk-client';
import { interleaved, median, timed, type Line } from './measure';

const generate = `
  WITH made AS (
    INSERT INTO health.cases (id, city, number, kind, state, standing, service, holder, lead, interim, epoch, version, history_hash, received_by, received_on, channel, facts, filed_at, updated_at, next_due_at)
    SELECT gen_random_uuid(), 'beijing', NULL, 'incident', (ARRAY['received', 'registered', 'screened', 'accepted', 'handling', 'archived'])[1 + n % 6], 'holding', 'health', 'bj-health', 'bj-health', false, 1, 1, '', 'bj-health', '2026-01-05', 'web',
           '{"fields": ["human-life-medicine"]}', at, at, CASE WHEN n % 50 = 0 THEN at + interval '3 days' ELSE at + interval '3 years' END
    FROM (SELECT n, lianxi.lianxi_now() - n * interval '10 seconds' AS at FROM generate_series(1, $1::int) n) moments RETURNING id)
  INSERT INTO health.case_access (case_id, body, city, part, since) SELECT id, 'bj-health', 'beijing', 'holder', lianxi.lianxi_now() FROM made`;

async function fill(databaseUrl: string, cases: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let left = cases; left > 0; left -= 100_000) await client.query(generate, [Math.min(left, 100_000)]);
    await client.query('VACUUM (ANALYZE) health.cases, health.case_access');
  } finally {
    await client.end();
  }
}

/** So many cases made at once are summed up by the services first; what that leaves behind is cleared away as autovacuum would. */
async function untilSummedUp(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    while ((await client.query('SELECT 1 FROM health.case_count_changes LIMIT 1')).rows.length > 0)
      await new Promise((resolve) => setTimeout(resolve, 200));
    await client.query('VACUUM (ANALYZE) health.case_count_changes, health.case_counts');
  } finally {
    await client.end();
  }
}

/** A page of a worklist where there are many cases beside the same page where there are few: two services, asked in turn. */
export async function worklistGrowth(
  ground: ProvingGround,
  programs: string,
  { many, few, rounds }: { many: number; few: number; rounds: number },
): Promise<Line[]> {
  const databaseUrl = await prepareDatabase(ground.superuserUrl, 'lianxi_few', await preparedServices(), ground.around.secrets, 'test');
  const [health, nowhere] = [await freePort(), await freePort()];
  const small = { ...ground.around, databaseUrl, natsUrl: `nats://127.0.0.1:${nowhere}`, ports: { ...ground.around.ports, health } };
  await Promise.all([fill(ground.around.databaseUrl, many), fill(databaseUrl, few)]);
  const { rows: posts } = await ground.admin.query<{ sql: string }>(
    `SELECT format('INSERT INTO health.posts SELECT * FROM json_populate_recordset(NULL::health.posts, %L)', json_agg(p)) AS sql FROM health.posts p`,
  );
  const other = new Client({ connectionString: databaseUrl });
  await other.connect();
  await other.query(posts[0]?.sql ?? '');
  await other.end();
  const child = startChild(process.execPath, [join(programs, 'services/health/src/main.js')], {
    env: { PATH: process.env['PATH'], ...environmentFor('health', small) },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  const client = new DeskClient((service) => (service === 'few' ? `http://127.0.0.1:${health}` : ground.url('health')));
  const token = await ground.tokenOf('bj-health-head');
  try {
    for (
      let attempt = 0;
      attempt < 200 &&
      !(await client.send('few', 'GET', '/health').then(
        ({ status }) => status === 200,
        () => false,
      ));
      attempt += 1
    )
      await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([ground.around.databaseUrl, databaseUrl].map(untilSummedUp));
    const lines: Line[] = [];
    for (const [name, path] of [
      ...['body', 'overdue', 'waiting'].map((list) => [`worklist "${list}", a page`, `/v1/worklists/${list}?limit=50`] as const),
      ['counts of a body', '/v1/counts'] as const,
    ]) {
      const ask = (service: string) => async (): Promise<number> => {
        const took: number[] = [];
        for (let place = 0; place < 20; place += 1)
          took.push(
            await timed(async () => {
              const { status, text } = await client.send(service, 'GET', path, { token });
              if (status !== 200) throw new Error(text);
            }),
          );
        return median(took);
      };
      await Promise.all([ask('few')(), ask('health')()]);
      const page = await interleaved(rounds, { few: ask('few'), many: ask('health') });
      lines.push({
        name: `${name} of ${many.toLocaleString('en')} cases ÷ of ${few.toLocaleString('en')}, p50`,
        value: page.many / page.few,
        unit: '',
        remark: `${page.many.toFixed(1)} ms and ${page.few.toFixed(1)} ms`,
        atMost: 6,
      });
    }
    return lines;
  } finally {
    client.close();
    child.kill('SIGTERM');
    await endOf(child);
  }
}
