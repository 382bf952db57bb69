import { findSubject, type Subject } from '@lianxi/contracts';
import type { Incoming } from './incoming';
import { readEnvelope } from './read-message';

/** The kind of subject under which many messages for one receiver travel as one; each keeps its own kind, number and id. */
export const bundleKind = 'bundle';

const mostBytes = 64 * 1024;
const mostMessages = 64;

/** Groups the texts of envelopes, in their order, into as few messages of the broker as their size allows. */
export function bundlesOf<Each extends { readonly text: string }>(messages: readonly Each[]): Each[][] {
  const bundles: Each[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const size = Buffer.byteLength(message.text);
    if (bytes + size > mostBytes || (bundles.at(-1)?.length ?? 0) >= mostMessages) {
      bundles.push([]);
      bytes = 0;
    }
    bundles.at(-1)?.push(message);
    bytes += size;
  }
  return bundles;
}

export const bundleText = (texts: readonly string[]): string => `{"kind":"bundle@1","messages":[${texts.join(',')}]}`;

/** One of our messages as the broker brought it: what cannot be read keeps its bytes. Those of a part of a bundle are written when somebody asks. */
export interface Carried {
  readonly bytes: Uint8Array;
  readonly subject: Subject | undefined;
  readonly incoming: Incoming | undefined;
}

/** All messages that one message of the broker carries: itself, or those of the bundle. A bundle that is none is one unreadable message. */
export function unbundle(subjectText: string, bytes: Uint8Array): Carried[] {
  const subject = findSubject(subjectText);
  if (subject?.kind !== bundleKind) return [{ bytes, subject, incoming: readOne(subject, bytes) }];
  const parts = partsOf(bytes);
  return parts === undefined
    ? [{ bytes, subject, incoming: undefined }]
    : parts.map((part) => {
        const { kind } = part as { kind?: unknown };
        const own = { ...subject, kind: String(kind).split('@')[0] ?? '' };
        return {
          get bytes(): Uint8Array {
            return Buffer.from(JSON.stringify(part));
          },
          subject: own,
          incoming: readOne(own, part),
        };
      });
}

function partsOf(bytes: Uint8Array): object[] | undefined {
  try {
    const { messages } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { messages?: unknown };
    return Array.isArray(messages) && messages.length > 0 && messages.every((each) => typeof each === 'object' && each !== null)
      ? (messages as object[])
      : undefined;
  } catch {
    return undefined;
  }
}

function readOne(subject: Subject | undefined, said: Uint8Array | object): Incoming | undefined {
  const envelope = subject === undefined ? undefined : readEnvelope(said);
  return subject === undefined || envelope === undefined ? undefined : { subject, envelope };
}
