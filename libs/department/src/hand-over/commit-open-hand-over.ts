import { record, type CaseRow, type HandOverRow, type Tx } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { CaseInHand } from '../cases/case-acts';
import { findDecisionRecord, mayLead } from '../cases/decision-of';
import { actsOf, clocksOf, papersOf, worksOf } from '../cases/read-rows';
import type { DecidedAnew } from '../rules/decide-anew';
import { commitHandOver, type Luggage } from './commit-hand-over';

/** Commits an accepted transfer. */
export async function commitOpenHandOver(tx: Tx, row: CaseRow, offer: HandOverRow, service: string): Promise<void> {
  const inHand = new CaseInHand(row, tx.now);
  const committed = commitHandOver(
    inHand,
    service,
    {
      id: offer.id,
      kind: 'transfer',
      to: { service: offer.to_service, body: offer.to_body },
      clause: 'hand-over',
      fromState: 'accepted',
      openedAt: offer.opened_at,
      subject: offer.subject,
      change: changeBy(row, offer),
    },
    await luggageOf(tx, row.id),
    tx.now,
  );
  await record(tx, {
    changedCase: { row: inHand.row, fromVersion: row.version },
    journal: inHand.acts,
    clocks: committed.clocks,
    handOvers: [committed.handOver],
    access: committed.access,
    deliveries: committed.deliveries,
  });
}

/** What was offered under changed rules is, from the commit on, a matter decided by them; what it was before stays in its history. */
function changeBy(row: CaseRow, { subject, to_body: toBody }: HandOverRow): Partial<CaseRow> {
  const anew = subject['anew'] as DecidedAnew | undefined;
  if (!anew) return leadAfter(row, toBody);
  const { facts, record: decided } = anew;
  const { lead, coHandlers } = decided.decision.supervision;
  return {
    facts: { ...facts },
    decision: { ...decided },
    lead,
    interim: lead === null,
    joint_bodies: decided.jointBodies,
    co_handlers: coHandlers,
  };
}

/**
 * Who leads after a transfer. The office never leads, it designates; an interim holder hands on its interim holding, unless the
 * decision says that the addressee leads; joint responsibility ends where the addressee has no part in it.
 */
export function leadAfter(row: CaseRow, toBody: string): Pick<CaseRow, 'lead' | 'interim' | 'joint_bodies'> {
  if (toBody === register.getCity(row.city).office) return { lead: null, interim: true, joint_bodies: [] };
  const kept = findDecisionRecord(row);
  if (row.interim && !mayLead(kept, toBody)) return { lead: null, interim: true, joint_bodies: [] };
  const joint = row.interim ? (kept?.jointBodies ?? []) : row.joint_bodies;
  return { lead: toBody, interim: false, joint_bodies: joint.includes(toBody) ? joint : [] };
}

/** All that goes along with a case. The courier may not read particulars: it names them, the relay seals them at sending. */
export async function luggageOf(tx: Tx, caseId: string): Promise<Luggage> {
  const history = await actsOf(tx, caseId);
  const named = new Set(history.flatMap((act) => act.particulars.map(({ id }) => id)));
  return {
    history,
    clocks: await clocksOf(tx, caseId),
    papers: await papersOf(tx, caseId),
    works: await worksOf(tx, caseId),
    particulars: [...named],
  };
}
