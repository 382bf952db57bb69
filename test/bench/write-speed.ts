import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { loginsOf, newId, newParticular, noHistory, recordOpening, schemaOf, sealRow, type CaseRow, type ClockRow, type Opening } from '@lianxi/chassis';
import type { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { preparedServices } from '../../deploy/embedded/src/load-service';
import { prepareDatabase } from '../../deploy/embedded/src/prepare-database';
import { inParallel, interleaved, timed, type Line } from './measure';

const city = 'beijing';
const body = 'bj-health';

/** What an act writes, as rows: a case with its first act, a clock, two particulars, what is owed, the key. */
function filingRows(now: string): Opening {
  const id = newId();
  const particulars = [newParticular(id, city, 'report', { title: '示例', text: '示例内容' }), newParticular(id, city, 'given-by', { givenBy: '示例' })];
  const act = sealRow(noHistory, {
    id: newId(), city, case_id: id, version: 1, procedure: 'matter', act: 'file', from_state: null, to_state: 'received', clause: 'reports-46', epoch: 1, body, post: null, for_post: null, recorded_at: now, effective_at: now,
    detail: { channel: 'web' }, particulars: particulars.map(({ id: particular, commitment }) => ({ id: particular, commitment })),
  });
  const row: CaseRow = {
    id, city, number: null, kind: 'incident', state: 'received', resumes_in: null, standing: 'holding', service: 'health', holder: body, lead: body, interim: false, joint_bodies: [], co_handlers: [], epoch: 1, version: 1, history_hash: act.hash,
    received_by: body, received_on: now.slice(0, 10), channel: 'web', facts: { fields: ['human-life-medicine'] }, decision: null, assigned_post: null, mark: 'ordinary', filed_at: now, updated_at: now, next_due_at: now, procedure: 'matter', linked_to: null,
  };
  const clock: ClockRow = { id: newId(), case_id: id, city, rule: 'registration', ledger: [{ kind: 'started', at: now }], state: 'running', due_at: now, fires_at: null, fired: [] };
  return {
    newCase: row, journal: [act], particulars, clocks: [clock], access: [{ case_id: id, body, city, part: 'holder', since: now, until: null }],
    deliveries: [{ id: newId(), city, receiver: 'coordination', to_body: null, kind: 'case-indexed@1', case_id: id, journal_id: act.id, access_id: null, body: {}, particulars: [], hand_over_id: null }],
    idempotency: { actor: 'bench', key: randomUUID(), request_hash: act.hash, status: 201, answer: '{}', case_id: id },
  };
}

const rowsOf = (table: string): string => `jsonb_populate_recordset(NULL::health.${table}, $1::jsonb -> '${table}')`;
const raw = `WITH ${['cases', 'journal', 'particulars', 'clocks', 'case_access', 'delivery', 'delivery_count', 'idempotency'].map((table) => `i_${table} AS (INSERT INTO health.${table} SELECT r.* FROM ${rowsOf(table)} r)`).join(', ')} SELECT 1`;

/** The rows of the same act, as the tables will hold them: what is owed to audit and the numbers included. */
function rawRows(set: Opening, now: string): Record<string, unknown[]> {
  const owed = [...(set.deliveries ?? []), { ...(set.deliveries?.[0] as object), id: newId(), receiver: 'audit', kind: 'record-row@1' }];
  return {
    cases: [set.newCase], journal: [...set.journal], particulars: (set.particulars ?? []).map((each) => ({ ...each })), clocks: [...(set.clocks ?? [])], case_access: [...(set.access ?? [])],
    delivery_count: owed.map(({ receiver }) => ({ receiver, case_id: set.newCase.id, n: 1 })),
    delivery: owed.map((each) => ({ ...each, n: 1, created_at: now, send_at: '-infinity', attempts: 0 })), idempotency: [{ ...set.idempotency, answered_at: now }],
  };
}

/** An act through our layer (the standing that row-level security asks for, the numbers of what is owed, one statement) beside the same rows by one prepared statement; on a database of which no service takes anything away. */
export async function writeSpeed({ around, superuserUrl }: ProvingGround, { rounds, acts }: { rounds: number; acts: number }): Promise<Line[]> {
  const databaseUrl = await prepareDatabase(superuserUrl, 'lianxi_writes', await preparedServices(), around.secrets, 'test');
  const url = new URL(databaseUrl);
  url.username = loginsOf(schemaOf('health')).officer;
  url.password = around.secrets.passwords[url.username] ?? '';
  const [officer, superuser] = [new Pool({ connectionString: url.href, max: 8 }), new Pool({ connectionString: databaseUrl, max: 8 })];
  const now = '2026-11-20T04:00:00.000000Z';
  const ours = async (): Promise<number> => {
    const sets = Array.from({ length: acts }, () => filingRows(now));
    return acts / (await timed(() => inParallel(8, acts, (place) => recordOpening(officer, { body, post: 'bench', city }, sets[place] as Opening).then((fresh) => { if (!fresh) throw new Error('A key was used twice.'); })))) * 1_000;
  };
  const bare = async (): Promise<number> => {
    const sets = Array.from({ length: acts }, () => rawRows(filingRows(now), now));
    return acts / (await timed(() => inParallel(8, acts, async (place) => { await superuser.query({ name: 'raw', text: raw, values: [JSON.stringify(sets[place])] }); }))) * 1_000;
  };
  try {
    await Promise.all([ours(), bare()]);
    const speed = await interleaved(rounds, { ours, bare });
    return [
      { name: 'acts written through our layer', value: speed.ours, unit: '/s' }, { name: 'the same rows by one prepared statement', value: speed.bare, unit: '/s' },
      { name: 'our layer ÷ the bare statement', value: speed.ours / speed.bare, unit: '', atLeast: 0.75 },
    ];
  } finally {
    await Promise.all([officer.end(), superuser.end()]);
  }
}
