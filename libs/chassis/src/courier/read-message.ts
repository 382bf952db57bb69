import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Envelope, findSubject } from '@lianxi/contracts';
import type { Incoming } from './incoming';

/** A message as it came from the broker, or undefined when its subject or envelope is none of ours. Fields this version does not know are dropped. */
export function readMessage(subjectText: string, bytes: Uint8Array): Incoming | undefined {
  const [subject, envelope] = [findSubject(subjectText), readEnvelope(bytes)];
  return subject === undefined || envelope === undefined ? undefined : { subject, envelope };
}

/** An envelope from its bytes, or from what was already read of them. */
export function readEnvelope(said: Uint8Array | object): Envelope | undefined {
  try {
    const plain = said instanceof Uint8Array ? (JSON.parse(Buffer.from(said).toString('utf8')) as object) : said;
    const { body, ...head } = plain as { body?: Record<string, unknown> };
    // Its contract reads the body, once; copied with the envelope it would be copied twice.
    const envelope = Object.assign(plainToInstance(Envelope, head), { body });
    return validateSync(envelope, { whitelist: true }).length === 0 ? envelope : undefined;
  } catch {
    return undefined;
  }
}
