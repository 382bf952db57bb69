import type { BodyId, CityId, LegalDay } from '../register/body';

export const kinds = ['violation', 're-review', 'risk-signal', 'incident', 'inspection', 'enquiry'] as const;
export const fields = ['ai', 'human-life-medicine', 'lab-animals', 'agriculture', 'food', 'fintech', 'other'] as const;
export const aiStages = ['research', 'industry'] as const;
export const unitKinds = ['university', 'research-institution', 'medical-institution', 'enterprise', 'other', 'none'] as const;
export const fundings = ['none', 'city-plan', 'other-fiscal'] as const;
export const suspects = ['person', 'unit', 'unit-head', 'committee', 'unaffiliated-person'] as const;

export type Kind = (typeof kinds)[number];
export type Field = (typeof fields)[number];
export type Suspect = (typeof suspects)[number];

/** What a decision rests on. Only codes, days and ids: no personal data. */
export interface MatterFacts {
  readonly id?: string;
  readonly city: CityId;
  readonly on: LegalDay;
  readonly kind: Kind;
  readonly fields: readonly Field[];
  readonly aiStage?: (typeof aiStages)[number];
  readonly unit: { readonly kind: (typeof unitKinds)[number]; readonly educationSystem: boolean; readonly affiliation: BodyId | null };
  readonly funding: (typeof fundings)[number];
  readonly fundManager: BodyId | null;
  readonly inProject?: boolean;
  readonly suspect?: Suspect;
  readonly major?: boolean;
  readonly listedItem?: number | null;
  readonly receivedBy: BodyId;
}

/** Facts as filed: what a reporter cannot know may be "unknown". */
export type FiledFacts = Readonly<Record<string, unknown>> & Pick<MatterFacts, 'city' | 'on' | 'kind' | 'fields' | 'receivedBy'>;

/** The facts intake accepts as "unknown". */
export const unknowable = ['aiStage', 'funding', 'fundManager', 'inProject', 'suspect', 'major', 'listedItem', 'unit.affiliation'] as const;
export type UnknowableFact = (typeof unknowable)[number];

/** The facts that are asked only of some matters: which of them apply to one of this kind, in these fields, with this funding. */
export function conditionalFacts({
  kind,
  fields: given,
  funding,
}: {
  readonly kind: unknown;
  readonly fields: readonly string[];
  readonly funding: unknown;
}): ('aiStage' | 'suspect' | 'major' | 'inProject' | 'listedItem')[] {
  return [
    ...(given.includes('ai') ? (['aiStage'] as const) : []),
    ...(kind === 'violation' ? (['suspect', 'major'] as const) : []),
    ...(kind === 'violation' && funding !== 'none' ? (['inProject'] as const) : []),
    ...(kind === 're-review' ? (['listedItem'] as const) : []),
  ];
}
