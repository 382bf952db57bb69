import type { Envelope, Subject } from '@lianxi/contracts';
import type { Tx } from '../postgres/transaction';
import type { Particular } from '../record/particular';

/** A message on its way into this service: who sent it is the broker's word, not the message's. */
export interface Incoming {
  readonly subject: Subject;
  readonly envelope: Envelope;
  /** The W3C traceparent it was sent with. */
  readonly trace?: string | undefined;
}

/** What a message handler is given beside the validated body: the transaction in which its effect must happen. */
export interface InboxContext {
  readonly tx: Tx;
  readonly sender: string;
  readonly city: string;
  readonly envelope: Envelope;
  /** Unsealed particulars that came with the message. */
  readonly particulars: readonly Particular[];
}

/**
 * `stale`: of an older epoch, so recorded and receipted but without effect. `early`: what it speaks of is still on its way from
 * another sender; it is given back, and nothing may have been written.
 */
export type Effect = 'stale' | 'early' | undefined;

/** Thrown by a handler for a message that no later attempt can make right: it goes to the dead letters at once. */
export class NeverMind extends Error {
  readonly code = 'message-never-right';
}
