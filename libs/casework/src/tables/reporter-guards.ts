import type { Guard } from '../procedure/guard';
import { byTwo, proposed } from '../procedure/second-person';

/** How often a reporter may add something without being asked, so that a receipt in wrong hands cannot flood a case. */
export const mostAdditions = 20;

/** What must be true before a reporter writes back. */
export const reporterGuards = {
  // What was asked is answered by one answer, however often it was asked meanwhile.
  'question-open': {
    refuse: ({ past }) =>
      past.findLast(({ act }) => act === 'ask-reporter' || act === 'answer-question')?.act === 'ask-reporter'
        ? undefined
        : 'nothing-asked-of-reporter',
  },
  'room-to-add': {
    refuse: ({ past }) =>
      past.filter(({ act }) => act === 'add-to-report' || act === 'add-report-file').length >= mostAdditions ? 'added-enough' : undefined,
  },
  // What was investigated ended somehow, and whoever reported it is told how.
  'outcome-told': {
    refuse: ({ state, past, facts: { works } }) =>
      state === 'concluded' &&
      works.some(({ subject, state: of }) => subject !== undefined && 'decidedLead' in subject && of !== 'released') &&
      past.findLast(({ act }) => act === 'tell-reporter' || act === 'notify-appeal-result')?.act !== 'tell-reporter'
        ? 'reporter-not-told'
        : undefined,
  },
  'not-who-asked': byTwo('ask'),
  'approved-by-another': byTwo('approve'),
  'summary-written': proposed('write-summary', 'approve-summary'),
  'summary-by-another': byTwo('write-summary'),
  'summary-first': {
    readsForm: true,
    refuse: ({ past }, _standing, { side }) =>
      side === 'accused' && past.findLast(({ act }) => act === 'write-summary' || act === 'approve-summary')?.act !== 'approve-summary'
        ? 'summary-missing'
        : undefined,
  },
} as const satisfies Readonly<Record<string, Guard>>;
