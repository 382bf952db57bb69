import { ActRefused, FormRefused } from '@lianxi/casework';
import type { LinkedWorkRow, Tx } from '@lianxi/chassis';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { workChanged } from '../linked-work/ask-work';

/** A head takes somebody off the case; who that is the record keeps, whatever post they hold later. */
export async function recuse(ground: EffectGround): Promise<ActEffect> {
  const { tx, row, performed, actor } = ground;
  const post = String(performed.form.codes['post']);
  const known = await tx.rows<{ id: string; person: string }>('posts-of-body', 'SELECT id, person FROM posts WHERE body = $1', [
    row.holder,
  ]);
  const recused = known.find(({ id }) => id === post)?.person;
  if (recused === undefined) throw new FormRefused('field-value', { field: 'form.post', allowed: known.map(({ id }) => id) });
  if (recused === actor.person) throw new ActRefused('same-person', { field: 'form.post' });
  return { detail: { recused }, ...(await toldToWorkers(ground, { recused })) };
}

/** By their own word. */
export const declareRecusal = (ground: EffectGround): Promise<ActEffect> => toldToWorkers(ground, { recused: ground.actor.person });

/** Whoever is off a case is off what it asked for as well, also where that has ended. */
export async function toldToWorkers({ tx, row, works }: EffectGround, codes: Readonly<Record<string, unknown>>): Promise<ActEffect> {
  const told = [...works, ...(await measuresOf(tx, row.id))];
  return { deliveries: (changed) => told.map((work) => workChanged(work, changed, 'recuse', codes)) };
}

/** Measures are cases of their own, opened with the decision's service and asked of nobody; they are told as what was asked is. */
export const measuresOf = (tx: Tx, caseId: string): Promise<Pick<LinkedWorkRow, 'id' | 'service' | 'body'>[]> =>
  tx.rows<Pick<LinkedWorkRow, 'id' | 'service' | 'body'> & Record<string, unknown>>(
    'measures-to-tell',
    `SELECT id, service, holder AS body FROM cases WHERE procedure = 'measure' AND linked_to ->> 'caseId' = $1::text ORDER BY id`,
    [caseId],
  );
