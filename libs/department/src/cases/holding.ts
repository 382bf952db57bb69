import { register } from '@lianxi/jurisdiction';
import { newId, type CaseAccessRow, type CaseRow, type NewDelivery } from '@lianxi/chassis';
import { decisionOf } from './decision-of';
import { officeService } from '../register/service-names';

/** What a service owes the office once it holds a case: its place in the city-wide index, and a request where nobody leads and no rule says who should. */
export function owedToOffice(row: CaseRow, journalId: string): NewDelivery[] {
  const decision = decisionOf(row);
  const isTheirs = row.lead === null && (decision?.supervision.lead === null || row.holder === register.getCity(row.city).office);
  return [indexed(row, journalId), ...(decision && isTheirs ? [designationRequest(row, journalId, decision.supervision.candidates)] : [])];
}

/** The case's line in the city-wide index: whose it is, its number and how far it is. */
export const indexed = (row: CaseRow, journalId: string, named?: readonly { post: string; person: string }[]): NewDelivery =>
  owed(row, journalId, 'case-indexed@1', {
    epoch: row.epoch,
    version: row.version,
    number: row.number,
    kind: row.kind,
    state: row.state,
    holder: row.holder,
    service: row.service,
    lead: row.lead,
    interim: row.interim,
    rules: decisionOf(row)?.supervision.rules ?? [],
    edition: row.decision?.['edition'],
    mark: row.mark,
    since: row.updated_at,
    ...(named === undefined ? {} : { named }),
  });

/** Sent when the facts are complete and still nobody leads, and when the office has answered that it will designate. */
export const designationRequest = (row: CaseRow, journalId: string, candidates: readonly string[]): NewDelivery =>
  owed(row, journalId, 'designation-requested@1', {
    epoch: row.epoch,
    holder: row.holder,
    service: row.service,
    candidates,
    suggestions: row.decision?.['suggestions'] ?? [],
    facts: row.facts,
    decision: row.decision ?? undefined,
    mark: row.mark,
  });

const owed = (row: CaseRow, journalId: string, kind: string, body: unknown): NewDelivery => ({
  id: newId(),
  city: row.city,
  receiver: officeService,
  to_body: null,
  kind,
  case_id: row.id,
  journal_id: journalId,
  access_id: null,
  body,
  particulars: [],
  hand_over_id: null,
});

/** The parts bodies have in a case that this service holds. */
export function partsIn(row: CaseRow, now: string, servesBody: (body: string) => boolean): CaseAccessRow[] {
  const grant = (body: string, part: string): CaseAccessRow => ({ case_id: row.id, body, city: row.city, part, since: now, until: null });
  const joint = row.joint_bodies.filter((body) => body !== row.holder && servesBody(body));
  return [grant(row.holder, 'holder'), ...joint.map((body) => grant(body, 'holder'))];
}
