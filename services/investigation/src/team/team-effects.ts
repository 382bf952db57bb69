import { ActRefused, FormRefused, recusedIn, teamOf } from '@lianxi/casework';
import type { Tx } from '@lianxi/chassis';
import { pastOf, refuseUnlessAssignable, type ActEffect, type EffectGround, type Effects } from '@lianxi/department';

/** What is done to the team that investigates: the record keeps who each member is, since posts change hands. */
export const teamEffects: Effects = { 'add-member': addMember, 'remove-member': removeMember, recuse };

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

/** A head takes somebody off the case; who that is the record keeps, whatever post they hold later. */
async function recuse({ tx, row, performed, actor }: EffectGround): Promise<ActEffect> {
  const post = String(performed.form.codes['post']);
  const known = await tx.rows<{ id: string; person: string }>('posts-of-body', 'SELECT id, person FROM posts WHERE body = $1', [row.holder]);
  const recused = known.find(({ id }) => id === post)?.person;
  if (recused === undefined) throw new FormRefused('field-value', { field: 'form.post', allowed: known.map(({ id }) => id) });
  if (recused === actor.person) throw new ActRefused('same-person', { field: 'form.post' });
  return { detail: { recused } };
}

const personIn = async (tx: Tx, post: string): Promise<string> => (await tx.find<{ person: string }>('person-in-post', 'SELECT person FROM posts WHERE id = $1', [post]))?.person ?? '';
