import { FormRefused, recusedIn } from '@lianxi/casework';
import { pastOf, refuseUnlessAssignable, type ActEffect, type EffectGround, type Effects } from '@lianxi/department';

/** What needs a look into the rows before it is put down. */
export const evidenceEffects: Effects = { 'hand-over-evidence': handOverEvidence, 'name-expert': nameExpert };

async function handOverEvidence({ tx, row, acts, performed }: EffectGround): Promise<ActEffect> {
  await refuseUnlessAssignable(tx, row.holder, String(performed.form.codes['post']), 'form.post', recusedIn(pastOf(acts)));
  return {};
}

/** One expert named twice would count as two: names are compared without spaces, where they lie. */
async function nameExpert({ tx, row, performed }: EffectGround): Promise<ActEffect> {
  const named = await tx.find(
    'expert-named-before',
    `SELECT 1 AS there FROM particulars WHERE case_id = $1 AND kind = 'name-expert.name' AND likeness(value #>> '{}') = likeness($2)`,
    [row.id, performed.form.texts['name']],
  );
  if (named) throw new FormRefused('field-value', { field: 'form.name' });
  return {};
}
