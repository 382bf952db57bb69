import type { Guard } from '../procedure/guard';
import { mostAdditions } from './reporter-acts';

/** What must be true before a reporter writes back. */
export const reporterGuards = {
  // What was asked is answered by one answer, however often it was asked meanwhile.
  'question-open': { refuse: ({ past }) => (past.findLast(({ act }) => act === 'ask-reporter' || act === 'answer-question')?.act === 'ask-reporter' ? undefined : 'nothing-asked-of-reporter') },
  'room-to-add': { refuse: ({ past }) => (past.filter(({ act }) => act === 'add-to-report' || act === 'add-report-file').length >= mostAdditions ? 'added-enough' : undefined) },
} as const satisfies Readonly<Record<string, Guard>>;
