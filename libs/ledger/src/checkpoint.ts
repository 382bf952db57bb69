import { LedgerLie } from './ledger-lie';
import { signNote, openNote, type OpenedNote } from './signed-note';
import type { NoteSigner, NoteVerifier } from './note-keys';

/** C2SP tlog-checkpoint: which log, how many entries, which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly extensions?: readonly string[];
}

export const checkpointText = ({ origin, size, root, extensions = [] }: Checkpoint): string =>
  [origin, String(size), root.toString('base64'), ...extensions, ''].join('\n');

export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly NoteSigner[]): string =>
  signNote(checkpointText(checkpoint), signers);

/** Reads a checkpoint's text. Throws {@link LedgerLie} `checkpoint-malformed`. */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', encoded = '', ...extensions] = text.slice(0, -1).split('\n');
  const root = Buffer.from(encoded, 'base64');
  const isWhole =
    text.endsWith('\n') &&
    origin !== '' &&
    /^(0|[1-9]\d*)$/.test(size) &&
    Number.isSafeInteger(Number(size)) &&
    root.length === 32 &&
    root.toString('base64') === encoded &&
    !extensions.includes('');
  if (!isWhole)
    throw new LedgerLie('checkpoint-malformed', 'checkpoint', 'This is no checkpoint: origin, size and root stand on three lines.');
  return { origin, size: Number(size), root, extensions };
}

export interface OpenedCheckpoint extends Checkpoint {
  readonly note: OpenedNote;
}

/** Opens a signed checkpoint: the log's own key must have signed it and the origin must be the log's. */
export function openCheckpoint(
  note: string | Buffer,
  origin: string,
  log: NoteVerifier,
  others: readonly NoteVerifier[] = [],
): OpenedCheckpoint {
  const opened = openNote(note, [log, ...others]);
  const own = log.keyId.toString('hex');
  if (!opened.verified.some(({ name, keyId }) => name === log.name && keyId === own))
    throw new LedgerLie('note-unsigned', log.name, `${log.name} has not signed this checkpoint.`);
  const checkpoint = readCheckpoint(opened.text);
  if (checkpoint.origin !== origin)
    throw new LedgerLie('origin-other', checkpoint.origin, `This is a checkpoint of ${checkpoint.origin}, not of ${origin}.`);
  return { ...checkpoint, note: opened };
}
