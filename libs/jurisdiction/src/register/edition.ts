import type { BodyId, CityId, Label, LegalDay, ServiceId } from './body';

/** Where a rule comes from, so that every decision can show it. */
export interface ClauseSource {
  readonly instrument: Label;
  readonly section: string;
}

/** One equality on the facts; all of a rule's conditions must hold. */
export type Condition =
  | { readonly fact: 'fields'; readonly has: string }
  | { readonly fact: 'unit.affiliation'; readonly known: true }
  | { readonly fact: 'unit.kind' | 'aiStage' | 'funding'; readonly is: string }
  | { readonly fact: 'unit.kind'; readonly isNot: string }
  | { readonly fact: 'unit.educationSystem'; readonly is: true };

export type Aspect = 'field' | 'system' | 'project';

/** The stronger aspect competes; a proposal (U10), since the Shenzhen plan prints no order. */
export const aspectsByStrength: readonly Aspect[] = ['field', 'system', 'project'];

export type RuleBody = BodyId | { readonly fact: 'unit.affiliation' };

export interface Rule {
  readonly id: string;
  readonly aspect: Aspect;
  readonly when: readonly Condition[];
  readonly bodies: readonly RuleBody[];
  /** `of-first-field`: that of the first of the matter's fields that has one among the field services. */
  readonly service: ServiceId | { readonly ofFirstField: true; readonly otherwise: ServiceId };
  /** The field this rule settles; a field no matched rule names is uncovered. */
  readonly field?: string;
  readonly clause: ClauseSource;
  readonly from?: LegalDay;
  readonly to?: LegalDay;
}

/** Who investigates and organises re-review where the city's rules name somebody. */
export interface Duties {
  /** Superior of a unit that has none (U1). */
  readonly superiorFallback: BodyId;
  readonly cityPlanManager: BodyId | { readonly fact: 'fundManager' };
  readonly localScienceBody: BodyId;
  /** By listed item; an item not named falls to the lead. */
  readonly reReview: readonly { readonly items: readonly number[]; readonly organiser: BodyId; readonly with: readonly BodyId[] }[];
  /** The organiser of every re-review, where the city organises none itself (U8). */
  readonly reReviewAbove?: BodyId;
}

/** The rules of one city from a day on, as signed by its office; a change is a new edition, never an edit. */
export interface Edition {
  readonly id: string;
  readonly city: CityId;
  readonly from: LegalDay;
  readonly to?: LegalDay;
  readonly signedBy: BodyId;
  readonly rules: readonly Rule[];
  readonly fieldServices: Readonly<Record<string, ServiceId>>;
  readonly duties: Duties;
  /** Fields no rule covers on purpose: whom the office is shown, and the mark that says so. */
  readonly suggestions: readonly { readonly field: string; readonly bodies: readonly BodyId[]; readonly unconfirmed: string }[];
}

/** A city: its bodies, its office, its editions. A further city is one more of these. */
export interface City {
  readonly id: CityId;
  readonly names: Label;
  readonly office: BodyId;
  /** The body the office sits in: when it is a candidate itself, others sign. */
  readonly officeHost: BodyId;
  /** What stands before the number on an official reference. */
  readonly referenceMark: string;
  readonly bodies: readonly import('./body').Body[];
  readonly editions: readonly Edition[];
}
