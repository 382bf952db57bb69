import type { Label } from './label';
import type { ActRow } from './procedure';

const unusual = 'unusual';

export interface ActGroup {
  readonly id: string;
  readonly label: Label;
  /** Acts by name: one that several procedures have is for the same thing in each. */
  readonly acts: readonly string[];
}

/**
 * What acts are for that accompany a procedure, in the order in which they are shown. An act that stands in no group is a step of its procedure, and is shown first: so a new
 * procedure needs no line here.
 */
export const actGroups: readonly ActGroup[] = [
  {
    id: 'papers',
    label: { zh: '材料与事实', en: 'Papers and facts' },
    acts: [
      'add-paper',
      'note',
      'correct-facts',
      'secure-evidence',
      'write-summary',
      'approve-summary',
      'take-in-evidence',
      'hand-over-evidence',
      'return-evidence',
      'clear-enclosure',
    ],
  },
  {
    id: 'others',
    label: { zh: '协同与发函', en: 'Other bodies and letters' },
    acts: [
      'ask-co-handler',
      'consult',
      'write-letter',
      'release-work',
      'offer-transfer',
      'recall-offer',
      'open-dispute',
      'settle-dispute',
      'escalate',
      'object-to-designation',
      'note-authority-staff',
      'note-suspected-crime',
      'begin-transfer',
      'order-body',
      'guide-unit',
      'remind-addressee',
    ],
  },
  {
    id: 'reporter',
    label: { zh: '提交人', en: 'The reporter' },
    acts: ['ask-reporter', 'tell-reporter', 'ask-identity'],
  },
  {
    id: 'people',
    label: { zh: '人员与回避', en: 'People and conflicts of interest' },
    acts: [
      'reassign',
      'add-member',
      'remove-member',
      'declare-no-interest',
      'declare-recusal',
      'order-recusal',
      'set-mark',
      'name-person',
      'unname-person',
    ],
  },
  {
    id: unusual,
    label: { zh: '特殊情形', en: 'Unusual steps' },
    acts: [
      'suspend',
      'extend-handling',
      'suspend-investigation',
      'extend-investigation',
      'propose-ending',
      'end-without-finding',
      'order-urgent-stop',
      'withdraw',
      'merge',
      'unmerge',
      'propose-void',
      'confirm-void',
      'request-reopen',
      'approve-reopen',
      'suspend-measure',
    ],
  },
  {
    id: 'keeping',
    label: { zh: '档案与保管', en: 'Keeping and erasing' },
    acts: ['compile-dossier', 'set-retention', 'place-hold', 'propose-lift-hold', 'lift-hold', 'propose-erasure', 'confirm-erasure'],
  },
];

const groupOf = new Map(actGroups.flatMap(({ id, acts }) => acts.map((act) => [act, id] as const)));

/** The group an act is shown in; null of a step of its procedure, which is also what an accompanying act is where it leads on to another state. */
export function actGroupOf({ act, to }: Pick<ActRow, 'act' | 'to'>): string | null {
  const group = groupOf.get(act) ?? null;
  return group === unusual || ['same', 'resume'].includes(to) ? group : null;
}
