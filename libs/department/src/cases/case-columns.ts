/** A case row with instants and days as text, the way the record writes and compares them. */
export const instant = (column: string, as: string = column.split('.').at(-1) ?? column): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS ${as}`;

export const caseColumns = `c.id, c.city, c.number, c.kind, c.state, c.resumes_in, c.standing, c.service, c.holder, c.lead, c.interim, c.joint_bodies,
  c.co_handlers, c.epoch, c.version, c.history_hash, c.received_by, c.received_on::text AS received_on, c.channel, c.facts, c.decision, c.assigned_post,
  c.mark, ${instant('c.filed_at')}, ${instant('c.updated_at')}, ${instant('c.next_due_at')}, c.procedure, c.linked_to`;

export const journalColumns = (
  table: string,
): string => `${table}.id, ${table}.city, ${table}.case_id, ${table}.version, ${table}.procedure, ${table}.act,
  ${table}.from_state, ${table}.to_state, ${table}.clause, ${table}.epoch, ${table}.body, ${table}.post, ${table}.for_post,
  ${instant(`${table}.recorded_at`)}, ${instant(`${table}.effective_at`)}, ${table}.detail, ${table}.particulars, ${table}.hash`;

export const clockColumns = `k.id, k.case_id, k.city, k.rule, k.ledger, k.state, ${instant('k.due_at')}, ${instant('k.fires_at')}, k.fired`;
