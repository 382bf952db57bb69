import { stepClocks } from '../clocks/case-clocks';
import { merge, refusePrincipal, unmerge } from '../duplicates/merge-effects';
import { forward, openHandOver, recallHandOver } from '../hand-over/offer-effects';
import { documentEffects } from '../letters/document-effects';
import { letterEffects } from '../letters/letter-effects';
import { orderInvestigation } from '../linked-work/order-investigation';
import { releaseOpenWork, workEffects } from '../linked-work/work-effects';
import { declareRecusal, recuse } from '../recusal/recuse';
import { addPaper } from '../papers/add-paper';
import { askIdentity } from '../reporters/identity-effects';
import { writeSummary } from '../reporters/write-summary';
import { compileDossier } from '../retention/compile-dossier';
import { eraseCase } from '../retention/erase-case';
import { namePerson, setMark, unnamePerson } from '../sealed/naming-effects';
import { joined, type ActEffect, type EffectGround, type Effects } from './act-effect';
import { assignPost } from './assign-post';
import { decideAgain } from './decide-again';
import { registerMatter } from './draw-number';

/** Under which Nest hands out everything that acts of this service do beside changing the state. */
export const ACT_EFFECTS = Symbol('ActEffects');

/** What acts do in every service; a service adds those of its own procedures. */
export const commonEffects: Effects = {
  register: registerMatter,
  'remember-state': ({ row }) => ({ change: { resumes_in: row.state } }),
  'forget-state': () => ({ change: { resumes_in: null } }),
  'assign-post': assignPost,
  merge,
  unmerge,
  'set-mark': setMark,
  'name-person': namePerson,
  'unname-person': unnamePerson,
  'end-in-error': async (ground) => {
    await refusePrincipal(ground);
    return joined(cancelClocks(ground), releaseOpenWork(ground));
  },
  forward,
  recuse,
  'declare-recusal': declareRecusal,
  'add-paper': addPaper,
  erase: eraseCase,
  'compile-dossier': compileDossier,
  'decide-again': decideAgain,
  'open-hand-over': openHandOver,
  'recall-hand-over': recallHandOver,
  ...workEffects,
  'order-investigation': orderInvestigation,
  ...letterEffects,
  ...documentEffects,
  'ask-identity': askIdentity,
  'write-summary': writeSummary,
};

/** Throws for an effect nobody in this service contributed: an act is not done by half. */
export async function applyEffect(effects: Effects, id: string | undefined, ground: EffectGround): Promise<ActEffect> {
  if (id === undefined) return {};
  const effect = effects[id];
  if (!effect) throw new RangeError(`No effect ${id} is known to ${ground.service.name}.`);
  return effect(ground);
}

const cancelClocks = ({ clocks, row, tx }: EffectGround): ActEffect => ({
  clocks: stepClocks(
    clocks,
    clocks.map(({ rule }) => ({ do: 'cancel', clock: rule })),
    row,
    tx.now,
  ),
});
