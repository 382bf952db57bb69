import { ActRefused, FormRefused } from '@lianxi/casework';
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
  return { detail: { recused }, ...toldToWorkers(ground, recused) };
}

/** By their own word. */
export const declareRecusal = (ground: EffectGround): ActEffect => toldToWorkers(ground, ground.actor.person);

/** Whoever is off a case is off what it asked for as well, also where that has ended. */
function toldToWorkers({ works }: EffectGround, recused: string): ActEffect {
  return { deliveries: (changed) => works.map((work) => workChanged(work, changed, 'recuse', { recused })) };
}
