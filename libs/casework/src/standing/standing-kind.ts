import type { Label } from '../procedure/label';
import type { Role } from '../procedure/procedure';

/** What may be asked about a subject before something is granted to it. */
export const standingKinds = ['funding-ban', 'one-vote-veto'] as const;
export type StandingKind = (typeof standingKinds)[number];

export interface StandingRule {
  readonly kind: StandingKind;
  readonly label: Label;
  /** Whose decisions count; everybody's if absent. */
  readonly cities?: readonly string[];
  /** What is granted only to whom nothing stands against. */
  readonly guards: readonly { readonly code: string; readonly label: Label }[];
  /** For how many years an entry without a last day counts; null where no instrument prints a limit, so that it counts whatever its age. */
  readonly lookBackYears: number | null;
  readonly clause: string;
  readonly lookBackConfirmed: boolean;
}

export const standingRules: Readonly<Record<StandingKind, StandingRule>> = {
  'funding-ban': {
    kind: 'funding-ban',
    label: { zh: '财政性资金支持的科技活动禁入', en: 'Ban from publicly funded science and technology' },
    clause: 'opinions-5-4',
    lookBackYears: null,
    lookBackConfirmed: true,
    guards: [
      {
        code: 'publicly-funded-activity',
        label: { zh: '承担或者参与财政性资金支持的科技活动', en: 'Taking part in publicly funded science and technology' },
      },
    ],
  },
  'one-vote-veto': {
    kind: 'one-vote-veto',
    label: { zh: '一票否决', en: 'One-vote veto' },
    cities: ['shenzhen'],
    clause: 'shenzhen-2-2-6',
    lookBackYears: null,
    lookBackConfirmed: false,
    guards: [
      { code: 'city-plan-project', label: { zh: '申报市级科技计划项目', en: 'Applying for a project of the city plan' } },
      { code: 'award', label: { zh: '申报科学技术奖励', en: 'Being proposed for an award' } },
      { code: 'honour', label: { zh: '申报荣誉称号', en: 'Being proposed for an honour' } },
    ],
  },
};

/** Whoever works on cases or grants may have to know; a unit's contact and the administrators need not. */
export const standingRoles: readonly Role[] = [
  'intake-officer',
  'case-officer',
  'reviewer',
  'decider',
  'head',
  'coordinator',
  'secretary',
  'investigator',
];

/** Whether this can be asked about in a city. */
export const mayAskFor = (kind: StandingKind, city: string): boolean => standingRules[kind].cities?.includes(city) ?? true;
