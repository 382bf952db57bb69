import type { BodyId } from '../register/body';
import type { Duties } from '../register/edition';
import type { MatterFacts } from './facts';
import type { Supervision } from './decide';

export interface ReReview {
  readonly organiser: BodyId | null;
  readonly with: readonly BodyId[];
}

/** Who organises the expert re-review; null for every other kind. */
export function reReviewOf(facts: MatterFacts, duties: Duties, supervision: Supervision): ReReview | null {
  if (facts.kind !== 're-review') return null;
  if (duties.reReviewAbove !== undefined) return { organiser: duties.reReviewAbove, with: [] };
  const named = duties.reReview.find(({ items }) => items.includes(facts.listedItem ?? 0));
  if (named) return { organiser: named.organiser, with: named.with };
  return { organiser: supervision.lead, with: supervision.lead === null ? [] : supervision.coHandlers };
}
