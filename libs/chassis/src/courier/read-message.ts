import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Envelope, findSubject } from '@lianxi/contracts';
import type { Incoming } from './incoming';

/** A message as it came from the broker, or undefined when its subject or envelope is none of ours. Fields this version does not know are dropped. */
export function readMessage(subjectText: string, bytes: Uint8Array): Incoming | undefined {
  const subject = findSubject(subjectText);
  if (!subject) return undefined;
  try {
    const envelope = plainToInstance(Envelope, JSON.parse(Buffer.from(bytes).toString('utf8')) as object);
    return validateSync(envelope, { whitelist: true }).length === 0 ? { subject, envelope } : undefined;
  } catch {
    return undefined;
  }
}
