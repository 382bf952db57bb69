import { LedgerLie } from './ledger-lie';
import type { NoteSigner, NoteVerifier } from './note-keys';

/** One signature line of a note. `keyId` is hexadecimal. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly bytes: Buffer;
  /** The line as it stands in the note, with its newline. */
  readonly line: string;
}

export interface SignedNote {
  /** With its last newline, as it was signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const mostSignatures = 64;
const longestNote = 1 << 20;

export const signatureLine = (name: string, keyId: Buffer, signature: Buffer): string =>
  `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;

/** C2SP signed-note: the text (ending with a newline), an empty line, a line for each signer. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n')) throw new RangeError('The text of a note ends with a newline.');
  return `${text}\n${signers.map((signer) => signatureLine(signer.name, signer.keyId, signer.sign(text))).join('')}`;
}

const malformed = (why: string): LedgerLie => new LedgerLie('note-malformed', 'note', `This is no signed note: ${why}.`);

/** Takes a note apart without believing it. Throws {@link LedgerLie} `note-malformed`. */
export function readNote(note: string | Buffer): SignedNote {
  const whole = typeof note === 'string' ? note : note.toString('utf8');
  if (whole.length > longestNote) throw malformed('it is too long');

  if (/[\u0000-\u0009\u000b-\u001f\ufffd]/.test(whole)) throw malformed('it has control characters or is not UTF-8');
  const split = whole.lastIndexOf('\n\n');
  if (split < 0 || !whole.endsWith('\n')) throw malformed('there is no empty line before the signatures');
  const lines = whole
    .slice(split + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || lines.length > mostSignatures) throw malformed(`it has ${lines.length} signatures`);
  return { text: whole.slice(0, split + 1), signatures: lines.map(readSignatureLine) };
}

export function readSignatureLine(line: string): NoteSignature {
  const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length < 5 || bytes.toString('base64') !== encoded) throw malformed('a signature line is wrong');
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4), line: `${line}\n` };
}

export interface OpenedNote extends SignedNote {
  /** The signatures of known keys; all of them hold. */
  readonly verified: readonly (NoteSignature & { readonly kind: NoteVerifier['kind'] })[];
}

/** Opens a note by the keys one knows; lines of others are passed over. Throws {@link LedgerLie} when a known key's line is wrong, or none is there. */
export function openNote(note: string | Buffer, verifiers: readonly NoteVerifier[]): OpenedNote {
  const read = readNote(note);
  const verified = read.signatures.flatMap((signature) => {
    const known = verifiers.find(({ name, keyId }) => name === signature.name && keyId.toString('hex') === signature.keyId);
    if (!known) return [];
    if (!known.verify(read.text, signature.bytes))
      throw new LedgerLie('signature-wrong', known.name, `The signature of ${known.name} does not belong to this text.`);
    return [{ ...signature, kind: known.kind }];
  });
  if (verified.length === 0) throw new LedgerLie('note-unsigned', 'note', 'No key that is known here has signed this.');
  return { ...read, verified };
}
