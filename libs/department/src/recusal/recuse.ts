import { ActRefused, FormRefused } from '@lianxi/casework';
import type { ActEffect, EffectGround } from '../cases/act-effect';

/** A head takes somebody off the case; who that is the record keeps, whatever post they hold later. */
export async function recuse({ tx, row, performed, actor }: EffectGround): Promise<ActEffect> {
  const post = String(performed.form.codes['post']);
  const known = await tx.rows<{ id: string; person: string }>('posts-of-body', 'SELECT id, person FROM posts WHERE body = $1', [row.holder]);
  const recused = known.find(({ id }) => id === post)?.person;
  if (recused === undefined) throw new FormRefused('field-value', { field: 'form.post', allowed: known.map(({ id }) => id) });
  if (recused === actor.person) throw new ActRefused('same-person', { field: 'form.post' });
  return { detail: { recused } };
}
