import type { BodyId, Label } from '../register/body';
import type { Edition } from '../register/edition';
import type { MatchedRule } from './decide';
import type { MatterFacts } from './facts';
import type { Investigation } from './investigation';

/** What each mark means, in words for the people who must be shown it. */
export const unconfirmedLabels: Readonly<Record<string, Label>> = {
  U1: {
    zh: '单位没有主管部门，上级按兜底规则确定，尚待确认',
    en: 'The unit has no superior: the fall-back was taken, still to be confirmed',
  },
  U8: { zh: '深圳由谁组织专家复核，尚待确认', en: 'Who organises expert re-review for Shenzhen is still to be confirmed' },
  U9: { zh: '深圳实验动物的主管部门，尚待确认', en: 'Who regulates laboratory animals in Shenzhen is still to be confirmed' },
  U10: { zh: '多条规则同时适用，先后次序尚待确认', en: 'Rules of different aspects apply: their order is still to be confirmed' },
  U11: { zh: '两个以上部门共同负责，由谁牵头尚待确认', en: 'Several bodies are jointly responsible: who leads is still to be confirmed' },
  U12: {
    zh: '该清单事项在北京由谁组织复核，尚待确认',
    en: 'Who organises re-review of this listed item in Beijing is still to be confirmed',
  },
  order: { zh: '调查主体的先后次序尚待确认', en: 'The order of investigating bodies is still to be confirmed' },
};

interface Grounds {
  readonly facts: MatterFacts;
  readonly edition: Edition;
  readonly matched: readonly MatchedRule[];
  readonly joint: readonly BodyId[];
  readonly investigation: Investigation | null;
}

/** The marks that apply to a decision, in the catalogue's order. */
export function unconfirmedIn({ facts, edition, matched, joint, investigation }: Grounds): string[] {
  const isReReview = facts.kind === 're-review';
  const named = edition.duties.reReview.some(({ items }) => items.includes(facts.listedItem ?? 0));
  const suggested = (mark: string): boolean =>
    edition.suggestions.some(({ field, unconfirmed }) => unconfirmed === mark && (facts.fields as readonly string[]).includes(field));
  const marks: readonly (readonly [string, boolean])[] = [
    ['U1', (investigation?.hits.includes('superior') ?? false) && facts.unit.affiliation === null],
    ['U8', isReReview && edition.duties.reReviewAbove !== undefined],
    ['U9', suggested('U9')],
    ['U10', new Set(matched.map(({ rule }) => rule.aspect)).size > 1],
    ['U11', joint.length > 1],
    ['U12', isReReview && edition.duties.reReviewAbove === undefined && !named],
    ['order', (investigation?.hits.length ?? 0) > 1],
  ];
  return marks.filter(([, applies]) => applies).map(([mark]) => mark);
}
