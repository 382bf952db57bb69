import type { ActRow } from '@lianxi/casework';
import type { CaseRow, JournalRow } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import type { ActEffect } from '../cases/act-effect';
import { askEscalation } from '../linked-work/ask-escalation';
import { asked } from '../linked-work/asked';

interface ClockGround {
  readonly row: CaseRow;
  readonly acts: readonly JournalRow[];
  readonly step: ActRow;
  readonly now: string;
}

/** What acts that a period's end does by itself do beside changing the state. Nobody wrote anything for them, and nobody is asked. */
const clockEffects: Readonly<Record<string, (ground: ClockGround) => ActEffect>> = {
  'refer-dispute': ({ step: { clause }, ...ground }) =>
    asked(askEscalation({ ...ground, rules: register }, { clause, codes: { cause: 'dispute' }, particulars: [] })),
};

/** Throws for an effect that is not known: an act is not done by half. */
export function clockEffect(ground: ClockGround): ActEffect {
  const { effect } = ground.step;
  if (effect === undefined) return {};
  const found = clockEffects[effect];
  if (!found) throw new RangeError(`No effect ${effect} of a period is known.`);
  return found(ground);
}
