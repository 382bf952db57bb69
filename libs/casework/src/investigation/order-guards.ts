import { served } from './act-parts';
import { when, type Guard } from '../procedure/guard';
import type { GuardFacts, Subject } from '../procedure/procedure';

type Work = GuardFacts['works'][number];

/** Work by which a violation is investigated: it keeps for whom it was ordered. */
export const isInvestigating = ({ subject, final }: Work): boolean => !final && subject !== undefined && 'decidedLead' in subject;

/** Whether an investigation in this state was decided: from then on it is not taken back, also where that crossed with the decision. */
export const isDecidedIn = (procedure: string, state: string): boolean => procedure === 'investigation' && served.includes(state);

/** A decision that was made is not taken back with the order it rests on: it stands until an appeal changes it. */
const isDecided = ({ facts }: Subject): boolean =>
  facts.works.some((work) => isInvestigating(work) && isDecidedIn(work.procedure, work.state));
const isOpen = ({ facts }: Subject): boolean => facts.works.some(isInvestigating);
/** Facts that were corrected may name somebody else: then it is ordered anew. */
const isAsDecided = ({ facts }: Subject): boolean =>
  facts.works.some((work) => isInvestigating(work) && work.subject?.['decidedLead'] === facts.investigation?.lead);

/** When a violation may be given to whoever investigates it, and what waits for the result. */
export const orderGuards = {
  'investigator-decided': { refuse: ({ facts }) => when(facts.investigation === undefined, 'nothing-to-investigate') },
  'not-investigated-yet': {
    refuse: (subject) => (isDecided(subject) ? 'investigation-decided' : when(isAsDecided(subject), 'investigation-open')),
  },
  'investigation-ended': { refuse: (subject) => when(isOpen(subject), 'investigation-open') },
  'contact-checked': {
    readsForm: true,
    refuse: (_subject, _standing, { contactChecked }) => when(contactChecked !== true, 'contact-unchecked'),
  },
} as const satisfies Readonly<Record<string, Guard>>;
