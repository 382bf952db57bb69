import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** A decision that can change no more, of which this publication was drafted: returns the id of the investigation's case. */
export async function decisionBehind(admin: Client, publication: string): Promise<string> {
  const [investigation, title, summary] = [randomUUID(), randomUUID(), randomUUID()];
  // As if its steps lay behind it: what keeps a case from being decided without them is tried elsewhere.
  await admin.query('SET session_replication_role = replica');
  await admin.query(
    `INSERT INTO investigation.cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', $2::uuid, 'procedure', 'investigation', 'state', 'served'))).* FROM investigation.cases c WHERE id = $1`,
    [publication, investigation],
  );
  await admin.query('RESET session_replication_role');
  await admin.query(
    `UPDATE investigation.cases SET linked_to = linked_to || jsonb_build_object('caseId', $2::text, 'service', 'investigation') WHERE id = $1`,
    [publication, investigation],
  );
  for (const [text, name] of [
    [title, 'title'],
    [summary, 'summary'],
  ])
    await admin.query(
      `INSERT INTO investigation.particulars (id, case_id, city, kind, value, salt, commitment) VALUES ($1, $2, 'beijing', $3, '"示例"', '', '')`,
      [text, publication, `draft-publication.${name}`],
    );
  const acts = [
    [investigation, 'investigation', 'end-recheck-window', []],
    [publication, 'publication', 'ask', []],
    [publication, 'publication', 'draft-publication', [{ id: title }, { id: summary }]],
  ] as const;
  for (const [place, [caseId, procedure, act, particulars]] of acts.entries())
    await admin.query(
      `INSERT INTO investigation.history (id, city, case_id, version, procedure, act, clause, recorded_at, effective_at, detail, particulars, hash, service)
    VALUES ($1, 'beijing', $2, $6, $3, $4, 'opinions-5-2', lianxi.lianxi_now(), lianxi.lianxi_now(), '{"kind": "typical-case"}', $5, '', 'investigation')`,
      [randomUUID(), caseId, procedure, act, JSON.stringify(particulars), place - 100],
    );
  return investigation;
}
