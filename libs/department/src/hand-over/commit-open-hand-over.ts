import { record, type CaseRow, type HandOverRow, type Tx } from '@lianxi/chassis';
import { CaseInHand } from '../cases/case-acts';
import { actsOf, clocksOf, papersOf, worksOf } from '../cases/read-rows';
import { commitHandOver, type Luggage } from './commit-hand-over';

/** Commits an accepted transfer. An interim holder hands on its interim holding, not a lead it never had. */
export async function commitOpenHandOver(tx: Tx, row: CaseRow, offer: HandOverRow, service: string): Promise<void> {
  const inHand = new CaseInHand(row, tx.now);
  const committed = commitHandOver(inHand, service, {
    id: offer.id, kind: 'transfer', to: { service: offer.to_service, body: offer.to_body }, clause: 'hand-over', fromState: 'accepted',
    openedAt: offer.opened_at, subject: offer.subject, change: row.interim ? {} : { lead: offer.to_body },
  }, await luggageOf(tx, row.id), tx.now);
  await record(tx, {
    changedCase: { row: inHand.row, fromVersion: row.version }, journal: inHand.acts, clocks: committed.clocks,
    handOvers: [committed.handOver], access: committed.access, deliveries: committed.deliveries,
  });
}

/** All that goes along with a case. The courier may not read particulars: it names them, the relay seals them at sending. */
export async function luggageOf(tx: Tx, caseId: string): Promise<Luggage> {
  const history = await actsOf(tx, caseId);
  const named = new Set(history.flatMap((act) => act.particulars.map(({ id }) => id)));
  return { history, clocks: await clocksOf(tx, caseId), papers: await papersOf(tx, caseId), works: await worksOf(tx, caseId), particulars: [...named] };
}
