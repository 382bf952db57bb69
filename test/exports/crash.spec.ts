import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { endOf, startChild } from '../../deploy/embedded/src/child-server';
import { openSigner } from '@lianxi/ledger';
import { fillLog } from '../bench/fill-log';
import { Lianxi, waitFor } from '../support/lianxi';
import { findLie, unpacked } from '../support/repacked';

let lianxi: Lianxi;
const rows = 36_000;
const auditor = 'bj-joint-office-auditor';
const program = join(__dirname, '../../dist/services/audit/src/main.js');

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['coordination'] });
  await fillLog({
    databaseUrl: lianxi.around.databaseUrl,
    directory: lianxi.around.ledgerDirectory,
    key: lianxi.around.secrets.ledger.log.private,
    rows,
  });
});
afterAll(() => lianxi.stop());

interface Progress {
  readonly state: string;
  readonly done: number;
  readonly segments: number;
}
const progress = async (id: string): Promise<Progress> =>
  (await lianxi.admin.query<Progress>('SELECT state, rows_done::int AS done, segments FROM audit.exports WHERE id = $1', [id]))
    .rows[0] as Progress;

function startAudit(): ReturnType<typeof startChild> {
  const child = startChild(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...environmentFor('audit', lianxi.around), LIANXI_EXPORT_APPROVAL: 'never' },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  return child;
}
const isUp = (): Promise<void> =>
  waitFor(
    'audit answers an auditor',
    async () => (await lianxi.get('audit', '/v1/exports', auditor).catch(() => ({ status: 0 }))).status === 200,
    60_000,
  );

describe('an export whose process is killed', () => {
  it('goes on behind what was written, and its package is whole', async () => {
    let audit = startAudit();
    await isUp();
    await waitFor('it knows the posts', async () => (await lianxi.get('audit', '/v1/exports', auditor)).status === 200);
    const asked = await lianxi.request('audit', 'POST', '/v1/exports', {
      as: auditor,
      body: { purpose: 'own-check', filter: { body: 'bj-food' } },
      headers: { 'idempotency-key': randomUUID() },
    });
    const id = String(asked.body['id']);
    const marks: Progress[] = [];
    for (let kill = 0; kill < 2; kill += 1) {
      const before = marks.at(-1)?.segments ?? 0;
      await waitFor('it is further than before', async () => (await progress(id)).segments > before, 60_000);
      audit.kill('SIGKILL');
      await endOf(audit);
      marks.push(await progress(id));
      audit = startAudit();
    }
    await waitFor('the package is ready', async () => (await progress(id)).state === 'ready', 80_000);
    expect(marks.every(({ state, done }) => state === 'running' && done > 0)).toBe(true);
    expect(marks.filter(({ done }) => done < rows).length).toBeGreaterThan(0);
    await isUp();
    const answer = await fetch(`${lianxi.url('audit')}/v1/exports/${id}/package`, {
      headers: { authorization: `Bearer ${await lianxi.token(auditor)}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(await findLie(bytes, { logKey: openSigner(lianxi.around.secrets.ledger.log.private).public })).toBeUndefined();
    const lines = String((await unpacked(bytes)).get('rows.jsonl'))
      .split('\n')
      .slice(0, -1);
    expect([lines.length, new Set(lines).size]).toEqual([rows, rows]);
    audit.kill('SIGTERM');
    await endOf(audit);
  });
});
