import { ActRefused } from '@lianxi/casework';
import { newId, sha256, type CaseRow, type HandOverRow, type NewDelivery, type Tx } from '@lianxi/chassis';
import type { CaseErased } from '@lianxi/contracts';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { handOversOf, papersOf } from '../cases/read-rows';
import { retentionOfCase } from '../cases/subject-of';

/**
 * The act is the certificate: what it names is gone when its row is there, since the row's own trigger erases. `particularsSha256` is over
 * the ids of all particulars named in the case's acts, sorted, a line feed between them, so that whoever has the acts can tell which they were.
 */
export async function eraseCase({ tx, row, acts, schedule }: EffectGround): Promise<ActEffect> {
  if (await isStillOwed(tx, row.id)) throw new ActRefused('still-owed', { field: 'act' });
  const proposal = acts.findLast(({ act }) => act === 'propose-erasure');
  const ids = acts.flatMap(({ particulars }) => particulars.map(({ id }) => id)).sort();
  const { class: retention, until } = retentionOfCase(row, acts, schedule);
  const told = { epoch: row.epoch, holder: row.holder, ground: String(proposal?.detail['ground']), keptUntil: String(until) };
  const elsewhere = await servicesWithCopies(
    tx,
    row,
    acts.some(({ procedure, act }) => procedure === 'designation' && act === 'carry-out'),
  );
  return {
    detail: {
      ground: told.ground,
      retention,
      keptUntil: told.keptUntil,
      through: row.version,
      proposedBy: proposal?.post,
      proposedIn: proposal?.version,
      particulars: ids.length,
      particularsSha256: sha256(ids.join('\n')),
      papers: (await papersOf(tx, row.id)).length,
    },
    deliveries: (_changed, journalId) =>
      elsewhere.map((service) => caseErased(row, service, journalId, { ...told, certificate: journalId })),
  };
}

/** A text that has not arrived yet would be missing where it is wanted. */
const isStillOwed = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await tx.find('texts-owed', 'SELECT 1 AS yes FROM delivery WHERE case_id = $1 AND cardinality(particulars) > 0 LIMIT 1', [caseId])) !==
  undefined;

/** Services that held it or were offered it; the office's where it was designated. */
async function servicesWithCopies(tx: Tx, row: CaseRow, wasDesignated: boolean): Promise<string[]> {
  const held = await tx.rows<{ service: string }>('services-that-held', 'SELECT DISTINCT service FROM history WHERE case_id = $1', [
    row.id,
  ]);
  return [
    ...new Set([
      ...held.map(({ service }) => service),
      ...partnersOf(await handOversOf(tx, row.id)),
      ...(wasDesignated ? ['coordination'] : []),
    ]),
  ]
    .filter((service) => service !== row.service)
    .sort();
}

/** Both ends of every hand-over this service knows of. */
export const partnersOf = (handOvers: readonly HandOverRow[]): string[] =>
  handOvers.flatMap(({ from_service: from, to_service: to }) => [from, to]);

export const caseErased = (
  { id, city }: Pick<CaseRow, 'id' | 'city'>,
  receiver: string,
  journalId: string,
  body: CaseErased,
): NewDelivery => ({
  id: newId(),
  city,
  receiver,
  to_body: null,
  kind: 'case-erased@1',
  case_id: id,
  journal_id: journalId,
  access_id: null,
  particulars: [],
  hand_over_id: null,
  body,
});
