import { readNote } from './signed-note';

/** C2SP tlog-witness add-checkpoint: what a log asks a witness. */
export interface WitnessRequest {
  readonly old: number;
  readonly proof: readonly Buffer[];
  /** The signed checkpoint. */
  readonly note: string;
}

export class WitnessRequestRefused extends Error {
  readonly code = 'request-malformed';
}

export const witnessRequest = ({ old, proof, note }: WitnessRequest): string =>
  `old ${old}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`;

/** Throws {@link WitnessRequestRefused} when it is no such request, or a note that is none. */
export function readWitnessRequest(body: string): WitnessRequest {
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(0, end)).split('\n');
  const [, old = ''] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  if (
    end < 0 ||
    old === '' ||
    !Number.isSafeInteger(Number(old)) ||
    lines.length > 63 ||
    proof.some((hash, place) => hash.length !== 32 || hash.toString('base64') !== lines[place])
  )
    throw new WitnessRequestRefused('Wrong old size or proof.');
  const note = body.slice(end + 2);
  try {
    readNote(note);
  } catch (error) {
    throw new WitnessRequestRefused((error as Error).message);
  }
  return { old: Number(old), proof, note };
}
