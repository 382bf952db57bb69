import { newId, type JournalRow } from '@lianxi/chassis';
import type { DossierCompiled } from '@lianxi/contracts';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { papersOf } from '../cases/read-rows';
import { heldPapers } from '../papers/held-papers';

/** Texts go along sealed for the audit service; papers it fetches while it makes the package. A sealed paper, its name and its number, stay here, and so does one in which malware was found. */
export async function compileDossier({ tx, row, actor, acts }: EffectGround): Promise<ActEffect> {
  const sealed = (await papersOf(tx, row.id)).filter(({ confidentiality }) => confidentiality === 'sealed');
  const closed = sealed.map(({ id }) => id);
  const infected = [...(await heldPapers(tx, row.id, false)).keys()];
  const withheld = [...new Set([...closed, ...infected])];
  const untold = [
    ...sealed.map(({ name_particular: name }) => name),
    ...acts
      .filter((act) => act.act === 'add-paper' && putsOneOf(act, closed))
      .flatMap(({ particulars: texts }) => texts.map(({ id }) => id)),
  ];
  const particulars = await tx.rows<{ id: string }>(
    'texts-of-dossier',
    'SELECT id FROM particulars WHERE case_id = $1 AND NOT (id = ANY ($2)) ORDER BY id',
    [row.id, untold],
  );
  return {
    detail: { withheld },
    deliveries: (changed, journalId) => [
      {
        id: newId(),
        city: row.city,
        receiver: 'audit',
        to_body: null,
        kind: 'dossier-compiled@1',
        case_id: row.id,
        journal_id: journalId,
        access_id: null,
        particulars: particulars.map(({ id }) => id),
        hand_over_id: null,
        body: {
          act: journalId,
          version: changed.version,
          body: actor.body,
          post: actor.post,
          ...(row.number === null ? {} : { number: row.number }),
          withheld,
        } satisfies DossierCompiled,
      },
    ],
  };
}

const putsOneOf = ({ detail }: JournalRow, papers: readonly string[]): boolean =>
  ((detail['papers'] ?? []) as readonly { readonly id: string }[]).some(({ id }) => papers.includes(id));
