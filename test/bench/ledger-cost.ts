import type { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { DeskClient, takenIn } from './desk-client';
import { inParallel, interleaved, timed, type Line } from './measure';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Filings with the ledger on beside filings with it off, in turn: signing lies off the commit path, so it may only cost what it takes of the machine. */
export async function ledgerCost(ground: ProvingGround, { filings, rounds }: { filings: number; rounds: number }): Promise<Line[]> {
  const client = new DeskClient((service) => ground.url(service));
  const token = await ground.tokenOf('bj-health-intake-officer');
  const take = async (): Promise<void> => {
    const { status } = await client.send('health', 'POST', '/v1/matters/on-behalf', { token, body: takenIn });
    if (status !== 201) throw new Error(`A filing was answered ${status}.`);
  };
  const run = async (): Promise<number> => (filings / (await timed(() => inParallel(16, filings, take)))) * 1_000;
  await run();
  const speed = await interleaved(rounds, {
    off: async () => {
      await ground.changeService('audit', { LIANXI_LEDGER_KEY: undefined });
      await run();
      return run();
    },
    on: async () => {
      await ground.changeService('audit', {});
      await whenSigned(ground);
      await run();
      return run();
    },
  });
  await whenSigned(ground);
  client.close();
  const {
    rows: [delay],
  } = await ground.admin.query<{ p99: number }>(
    `
    SELECT percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM (SELECT c.signed_at FROM audit.ledger_checkpoints c WHERE c.size > l.leaf_index ORDER BY c.size LIMIT 1) - r.received_at))::float8 AS p99
    FROM (SELECT * FROM audit.ledger_leaves ORDER BY leaf_index DESC LIMIT $1) l JOIN audit.recorded_rows r USING (service, position)`,
    [filings],
  );
  return [
    { name: 'filings with the ledger on', value: speed.on, unit: '/s' },
    { name: 'filings with the ledger off', value: speed.off, unit: '/s' },
    { name: 'filings with the ledger on ÷ off', value: speed.on / speed.off, unit: '', atLeast: 0.85 },
    {
      name: 'from arrival at audit to the signed checkpoint, p99',
      value: (delay?.p99 ?? Number.NaN) * 1_000,
      unit: 'ms',
      atMost: 5_000,
      remark: 'under the load of the filings above',
    },
  ];
}

async function whenSigned({ admin }: ProvingGround): Promise<void> {
  while (
    (
      await admin.query<{ open: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM audit.ledger_waiting) OR (SELECT coalesce(max(leaf_index) + 1, 0) FROM audit.ledger_leaves) > (SELECT coalesce(max(size), 0) FROM audit.ledger_checkpoints) AS open`,
      )
    ).rows[0]?.open
  )
    await pause(50);
}
