import type { Pool, PoolClient } from 'pg';
import { schemaOf, type JournalRow } from '@lianxi/chassis';
import { checkHistory, endedStatesSql, journalColumns } from '@lianxi/department';
import { serviceNames } from '../load-service';
import { departments } from './proving-ground';

/** Every service's rows of one table together, with the service's name in front. */
const everywhere = (table: string, columns: string, services: readonly string[] = serviceNames): string =>
  services.map((name) => `SELECT '${name}'::text AS service, ${columns} FROM ${schemaOf(name)}.${table}`).join(' UNION ALL ');

export interface Invariant {
  readonly says: string;
  /** Rows that contradict it. */
  readonly contradictions: string;
}

const ledgerRows = `
  SELECT service, position FROM audit.recorded_rows r
  WHERE (SELECT count(*) FROM audit.ledger_leaves l WHERE l.service = r.service AND l.position = r.position) + (SELECT count(*) FROM audit.ledger_waiting w WHERE w.service = r.service AND w.position = r.position) <> 1
  UNION ALL SELECT l.service, l.position FROM audit.ledger_leaves l LEFT JOIN audit.recorded_rows r USING (service, position) WHERE r.position IS NULL`;

/** True at every moment, also in the middle of a fault. */
export const alwaysTrue: readonly Invariant[] = [
  {
    says: 'at most one service holds a case',
    contradictions: `SELECT id FROM (${everywhere('cases', 'id, standing', departments)}) c WHERE standing = 'holding' GROUP BY id HAVING count(*) > 1`,
  },
  {
    says: 'where no service holds a case, exactly one committed hand-over has not been received',
    contradictions: `
      WITH c AS (${everywhere('cases', 'id, standing', departments)}), h AS (${everywhere('hand_overs', 'id, case_id, side, state', departments)})
      SELECT id FROM c GROUP BY id HAVING bool_and(standing <> 'holding') AND (
        SELECT count(*) FROM h WHERE h.case_id = c.id AND side = 'origin' AND state = 'committed' AND NOT EXISTS (SELECT 1 FROM h r WHERE r.id = h.id AND r.side = 'addressee' AND r.state = 'received')) <> 1`,
  },
  {
    says: 'the epoch of a case only grows from act to act',
    contradictions: `
      SELECT case_id FROM (SELECT case_id, version, epoch, lag(epoch) OVER (PARTITION BY case_id ORDER BY version) AS before FROM (${everywhere('journal', 'case_id, version, epoch', departments)}) j WHERE version IS NOT NULL) acts
      WHERE epoch < before`,
  },
  {
    says: 'the acts on a case are numbered once, whichever service did them',
    contradictions: `SELECT case_id, version FROM (${everywhere('journal', 'case_id, version', departments)}) j WHERE version IS NOT NULL GROUP BY case_id, version HAVING count(*) > 1`,
  },
  {
    says: 'what was taken in from a sender for a case is numbered without gap',
    contradictions: `SELECT service, sender, case_id FROM (${everywhere('inbox', 'sender, case_id, n')}) i WHERE case_id IS NOT NULL AND n IS NOT NULL GROUP BY service, sender, case_id HAVING count(*) <> max(n) OR min(n) <> 1`,
  },
  { says: 'every recorded row is one leaf, or waits to be one, and never both', contradictions: ledgerRows },
  {
    says: 'the leaves of the log are dense, and none is signed that is not there',
    contradictions: `SELECT count(*) FROM audit.ledger_leaves HAVING count(*) <> coalesce(max(leaf_index) + 1, 0)
      UNION ALL SELECT size FROM audit.ledger_checkpoints WHERE size > (SELECT coalesce(max(leaf_index) + 1, 0) FROM audit.ledger_leaves)`,
  },
  {
    says: 'an official number is given once',
    contradictions: `SELECT city, number FROM (${everywhere('cases', 'id, city, number', departments)}) c WHERE number IS NOT NULL GROUP BY city, number HAVING count(DISTINCT id) > 1`,
  },
];

/** True once nothing is under way any more. */
export const trueAtRest: readonly Invariant[] = [
  {
    says: 'every recorded row is a leaf under a signed checkpoint',
    contradictions: `SELECT service, position FROM audit.ledger_waiting UNION ALL SELECT service, position FROM audit.ledger_leaves WHERE leaf_index >= (SELECT coalesce(max(size), 0) FROM audit.ledger_checkpoints)`,
  },
  {
    says: 'work that a case asked for is done where it was asked, and the case knows how far it is',
    contradictions: `
      WITH w AS (${everywhere('linked_work', 'id, case_id, state, final', departments)}), c AS (${everywhere('cases', 'id, standing, state, linked_to', departments)})
      SELECT w.service, w.id FROM w JOIN c asker ON asker.service = w.service AND asker.id = w.case_id AND asker.standing = 'holding' LEFT JOIN c work ON work.id = w.id
      WHERE work.id IS NULL OR w.final <> (work.state = ANY (${endedStatesSql}))`,
  },
  {
    says: 'work that goes on knows which service holds the case that asked for it',
    contradictions: `
      WITH c AS (${everywhere('cases', 'id, standing, state, linked_to', departments)})
      SELECT work.service, work.id FROM c work JOIN c asker ON asker.id = (work.linked_to ->> 'caseId')::uuid AND asker.standing = 'holding'
      WHERE work.linked_to ->> 'service' <> asker.service AND work.state <> ALL (${endedStatesSql})`,
  },
  {
    says: "the office's index says of each case what its holder says",
    contradictions: `
      WITH c AS (${everywhere('cases', 'id, procedure, standing, holder, lead, interim, epoch, state', departments)})
      SELECT c.service, c.id FROM c LEFT JOIN coordination.case_index i ON i.case_id = c.id
      WHERE c.standing = 'holding' AND c.procedure = 'matter' AND (i.holder, i.service, i.lead, i.interim, i.epoch, i.state) IS DISTINCT FROM (c.holder, c.service, c.lead, c.interim, c.epoch, c.state)`,
  },
  {
    says: 'an order of the office is carried out on the case as it stood when it was given',
    contradictions: `
      WITH j AS (${everywhere('journal', 'procedure, act, epoch, detail', departments)}),
           ordered AS (SELECT detail ->> 'designation' AS id, max(epoch) AS epoch FROM coordination.journal WHERE procedure = 'designation' AND act = 'designate' GROUP BY 1)
      SELECT o.id, o.epoch, j.epoch AS carried_out FROM ordered o JOIN j ON j.procedure = 'designation' AND j.act = 'carry-out' AND j.detail ->> 'designation' = o.id WHERE j.epoch NOT IN (o.epoch, o.epoch + 1)`,
  },
  { says: 'nothing is owed', contradictions: `SELECT service, id FROM (${everywhere('delivery', 'id')}) d` },
  { says: 'nothing waits parked', contradictions: `SELECT service, delivery_id FROM (${everywhere('parked', 'delivery_id')}) p` },
  {
    says: 'only poison died',
    contradictions: `SELECT d.service, d.id FROM (${everywhere('dead_letters', 'id, case_id')}) d WHERE d.case_id IN (SELECT id FROM (${everywhere('cases', 'id', departments)}) c)`,
  },
  {
    says: 'what a sender numbered for a receiver and case is what the receiver took in',
    contradictions: `
      WITH sent AS (${everywhere('delivery_count', 'receiver, case_id, n')}), taken AS (${everywhere('inbox_count', 'sender, case_id, n')})
      SELECT s.service, s.receiver, s.case_id, s.n, t.n FROM sent s LEFT JOIN taken t ON t.service = s.receiver AND t.sender = s.service AND t.case_id = s.case_id WHERE t.n IS DISTINCT FROM s.n`,
  },
  {
    says: 'the audit service has every journal row as its service has it, and no other',
    contradictions: `
      WITH own AS (${everywhere('journal', 'id, to_jsonb(journal) AS content')}), kept AS (SELECT service, row_id AS id, content FROM audit.recorded_rows WHERE kind = 'journal')
      SELECT service, id FROM own FULL OUTER JOIN kept USING (service, id) WHERE own.content IS DISTINCT FROM kept.content`,
  },
  {
    says: 'the audit service has every access row as its service has it, and no other',
    contradictions: `
      WITH own AS (${everywhere('access', 'id, to_jsonb(access) AS content')}), kept AS (SELECT service, row_id AS id, content FROM audit.recorded_rows WHERE kind = 'access')
      SELECT service, id FROM own FULL OUTER JOIN kept USING (service, id) WHERE own.content IS DISTINCT FROM kept.content`,
  },
  {
    says: 'positions of the record are numbered without gap',
    contradictions: `SELECT service FROM (${everywhere('journal_position', 'position')}) p GROUP BY service HAVING count(*) <> max(position) OR min(position) <> 1`,
  },
  {
    says: 'every moment of a period that has come has fired',
    contradictions: `SELECT k.service, k.id FROM (${everywhere('clocks', 'id, case_id, fires_at', departments)}) k JOIN (${everywhere('cases', 'id, standing', departments)}) c ON c.service = k.service AND c.id = k.case_id
      WHERE c.standing = 'holding' AND k.fires_at <= lianxi.lianxi_now()`,
  },
  {
    says: 'every moment of a period fired once',
    contradictions: `SELECT clock_id, share FROM (${everywhere('clock_firings', 'clock_id, share', departments)}) f GROUP BY clock_id, share HAVING count(*) > 1`,
  },
  {
    says: 'every firing is on the record once',
    contradictions: `SELECT f.service, f.clock_id FROM (${everywhere('clock_firings', 'clock_id, journal_id', departments)}) f LEFT JOIN (${everywhere('journal', 'id', departments)}) j ON j.service = f.service AND j.id = f.journal_id WHERE j.id IS NULL
      UNION ALL SELECT j.service, j.id FROM (${everywhere('journal', 'id, procedure', departments)}) j LEFT JOIN (${everywhere('clock_firings', 'journal_id', departments)}) f ON f.service = j.service AND f.journal_id = j.id WHERE j.procedure = 'clock' AND f.journal_id IS NULL`,
  },
  {
    says: 'a key opened one case',
    contradictions: `SELECT service FROM (${everywhere('idempotency', 'case_id, status', departments)}) k WHERE status = 201 GROUP BY service, case_id HAVING count(*) <> 1
      UNION ALL SELECT j.service FROM (${everywhere('journal', 'case_id, act', departments)}) j LEFT JOIN (${everywhere('idempotency', 'case_id, status', departments)}) k ON k.service = j.service AND k.case_id = j.case_id AND k.status = 201 WHERE j.act = 'file' AND k.case_id IS NULL`,
  },
  {
    says: 'official numbers of a body and year run from 1 without gap',
    contradictions: `SELECT s.service, s.body FROM (${everywhere('number_series', 'body, year, serial', departments)}) s
      WHERE s.serial <> (SELECT count(*) FROM (${everywhere('journal', 'act, body, detail', departments)}) j WHERE j.service = s.service AND j.act = 'register' AND j.body = s.body AND j.detail ? 'number')`,
  },
];

/** Contradictions found in one snapshot over all schemas, in words. */
export async function contradictionsOf(pool: Pool, invariants: readonly Invariant[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const found: string[] = [];
    for (const { says, contradictions } of invariants) {
      const { rows } = await client.query(`SELECT * FROM (${contradictions}) found LIMIT 5`);
      if (rows.length > 0) found.push(`It is not true that ${says}: ${JSON.stringify(rows)}`);
    }
    return found;
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

/** Follows each case's history through every service by its hashes. */
export async function brokenHistories(pool: Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    const { rows: cases } = await client.query<{ service: string; id: string; version: number; history_hash: string }>(
      everywhere('cases', 'id, version, history_hash, standing', departments),
    );
    const broken: string[] = [];
    for (const each of cases) {
      const why = await whyBroken(client, each);
      if (why !== undefined) broken.push(`The history of ${each.id} at ${each.service} is broken: ${why}`);
    }
    return broken;
  } finally {
    client.release();
  }
}

async function whyBroken(
  client: PoolClient,
  { service, id, version, history_hash: hash }: { service: string; id: string; version: number; history_hash: string },
): Promise<string | undefined> {
  const schema = schemaOf(service);
  const { rows } = await client.query<JournalRow>(
    `
    SELECT ${journalColumns('j')} FROM ${schema}.journal j WHERE j.case_id = $1 AND j.version IS NOT NULL
    UNION ALL SELECT ${journalColumns('h')} FROM ${schema}.history h WHERE h.case_id = $1 AND NOT EXISTS (SELECT 1 FROM ${schema}.journal o WHERE o.id = h.id) ORDER BY version`,
    [id],
  );
  try {
    checkHistory(rows, version, hash);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
