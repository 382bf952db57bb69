import { FormRefused, recusedIn } from '@lianxi/casework';
import type { Tx } from '@lianxi/chassis';
import { namedOn } from '../sealed/named-people';
import type { ActEffect, EffectGround } from './act-effect';
import { assignableRoles } from './assignable-roles';
import { pastOf } from './subject-of';

/** Throws FormRefused for a post that is none of the body's today, one that does no work itself, or one held by somebody recused. */
export async function refuseUnlessAssignable(
  tx: Tx,
  body: string,
  post: string,
  field: string,
  recused: readonly string[] = [],
): Promise<void> {
  const known = await tx.rows<{ id: string }>(
    'posts-to-assign',
    `SELECT id FROM posts WHERE body = $1 AND role = ANY ($2) AND acting_from IS NULL
    AND NOT person = ANY ($3) AND valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (valid_until IS NULL OR valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date)`,
    [body, assignableRoles, recused],
  );
  if (!known.some(({ id }) => id === post)) throw new FormRefused('field-value', { field, allowed: known.map(({ id }) => id) });
}

export async function assignPost({ tx, row, acts, performed }: EffectGround): Promise<ActEffect> {
  const post = String(performed.form.codes['post']);
  const mayKnowIt =
    row.mark === 'sealed'
      ? (await namedOn(tx, row.id)).filter(({ until, inOffice }) => until === null && inOffice).map((named) => named.post)
      : undefined;
  if (mayKnowIt && !mayKnowIt.includes(post)) throw new FormRefused('field-value', { field: 'form.post', allowed: mayKnowIt });
  await refuseUnlessAssignable(tx, row.holder, post, 'form.post', recusedIn(pastOf(acts)));
  return { change: { assigned_post: post } };
}
