export interface DemoTransfer {
  readonly transferTo: string;
  readonly answer: 'accept' | 'return';
  readonly alternative?: string;
}

/** A letter from the matter, and what is done on the letter afterwards. */
export interface DemoLetter {
  readonly letter: Readonly<Record<string, unknown>>;
  readonly answerInDays?: number;
  readonly then: readonly { readonly act: string; readonly by: string; readonly form?: Readonly<Record<string, unknown>> }[];
}

/** One thing that somebody does on a demonstration's case after it was filed. */
export type DemoStep =
  /** An act of the procedure, by the post in this role of the holder or of another body that has a part. */
  | { readonly act: string; readonly by: string; readonly of?: string; readonly form?: Readonly<Record<string, unknown>> }
  /** A transfer, offered by the holder's head and answered by the addressee's. */
  | DemoTransfer
  /** A letter to whoever has no desk here. */
  | DemoLetter
  /** The office hears the candidates and names the lead. */
  | { readonly designate: string };

/** An invented matter of the demonstration, filed at a desk that is often not the right one. */
export interface DemoMatter {
  readonly name: string;
  /** The service at whose public route, or for whose officer, it is filed. */
  readonly at: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly zh: { readonly title: string; readonly text: string };
  readonly en: { readonly title: string; readonly text: string };
  readonly unit: string;
  readonly onBehalf?: { readonly channel: string; readonly receivedOn: string; readonly givenBy: string; readonly note?: string };
  readonly steps?: readonly DemoStep[];
}

interface UnitFacts {
  readonly kind: string;
  readonly educationSystem: boolean;
  readonly affiliation: string | null;
}
export const university: UnitFacts = { kind: 'university', educationSystem: true, affiliation: 'moe' };
export const hospital = (superior: string): UnitFacts => ({ kind: 'medical-institution', educationSystem: false, affiliation: superior });
export const enterprise: UnitFacts = { kind: 'enterprise', educationSystem: false, affiliation: null };
export const institute = (superior: string | null): UnitFacts => ({
  kind: 'research-institution',
  educationSystem: false,
  affiliation: superior,
});
export const noMoney = { funding: 'none', fundManager: null } as const;

export const registered: readonly DemoStep[] = [{ act: 'register', by: 'intake-officer' }];
export const accepted: readonly DemoStep[] = [
  ...registered,
  { act: 'screen', by: 'case-officer', form: { finding: '材料齐全，属于本机关职责 Complete, and within our duties' } },
  { act: 'accept', by: 'decider' },
];
export const handled = (body: string): readonly DemoStep[] => [
  ...accepted,
  { act: 'assign', by: 'head', form: { post: `${body}-case-officer` } },
  { act: 'begin-handling', by: 'case-officer' },
];
export const archived = (body: string): readonly DemoStep[] => [
  ...handled(body),
  { act: 'conclude', by: 'decider', form: { outcome: 'no-violation', summary: '经核查，审查手续齐全 Checked: the review was in order' } },
  { act: 'archive', by: 'case-officer' },
];
