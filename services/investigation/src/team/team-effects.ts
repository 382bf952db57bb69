import { FormRefused, recusedIn, teamOf } from '@lianxi/casework';
import type { Tx } from '@lianxi/chassis';
import { pastOf, refuseUnlessAssignable, type ActEffect, type EffectGround, type Effects } from '@lianxi/department';

/** What is done to the team that investigates: the record keeps who each member is, since posts change hands. */
export const teamEffects: Effects = { 'add-member': addMember, 'remove-member': removeMember };

async function addMember({ tx, row, acts, performed }: EffectGround): Promise<ActEffect> {
  const post = String(performed.form.codes['post']);
  const past = pastOf(acts);
  await refuseUnlessAssignable(tx, row.holder, post, 'form.post', recusedIn(past));
  const member = await personIn(tx, post);
  if (teamOf(past).some(({ person }) => person === member)) throw new FormRefused('field-value', { field: 'form.post' });
  return { detail: { member } };
}

function removeMember({ acts, performed }: EffectGround): ActEffect {
  const team = teamOf(pastOf(acts));
  const leaving = team.find(({ post }) => post === performed.form.codes['post']);
  if (!leaving) throw new FormRefused('field-value', { field: 'form.post', allowed: team.map(({ post }) => post) });
  return { detail: { member: leaving.person } };
}

const personIn = async (tx: Tx, post: string): Promise<string> =>
  (await tx.find<{ person: string }>('person-in-post', 'SELECT person FROM posts WHERE id = $1', [post]))?.person ?? '';
