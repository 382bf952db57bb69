import { ActRefused, legalDayOf, recusedIn } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { decisionOf } from '../cases/decision-of';
import { pastOf } from '../cases/subject-of';
import { investigationService } from '../register/service-names';
import { askWork } from './ask-work';
import { asked, common } from './work-effects';

/** Who investigates is the decision's, never a choice: the order goes where it says. */
export function orderInvestigation(ground: EffectGround): ActEffect {
  const { row, acts, rules, tx } = ground;
  const decided = decisionOf(row)?.investigation;
  const body = decided?.lead ?? '';
  if (!register.hasDesk(body) || register.findBody(body)?.city !== row.city) throw new ActRefused('investigator-elsewhere', { field: 'act' });
  const codes = { mode: decided?.mode, coHandlers: decided?.coHandlers, hits: decided?.hits, recused: recusedIn(pastOf(acts)) };
  return asked(askWork(row, { ...common(ground), codes, procedure: 'investigation', toBody: body, since: acceptedOn(ground), field: 'act', atService: investigationService }, rules, tx.now));
}

/** The law counts from the acceptance, which may lie well before the order. */
function acceptedOn({ acts }: EffectGround): string | undefined {
  const accepted = acts.findLast(({ procedure, act }) => procedure === 'matter' && act === 'accept');
  return accepted && legalDayOf(accepted.effective_at);
}
