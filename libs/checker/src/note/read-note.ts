import { base64, concat, fromBase64, hex, isSame, utf8 } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives } from '../primitives/primitives';

/** A C2SP signed note: text that ends with a newline, an empty line, then one signature a line. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array }[];
}

/** A public key as `name+id+base64`: what a C2SP note calls a verifier key. */
export interface NoteKey {
  readonly name: string;
  readonly id: Uint8Array;
  /** 1: Ed25519; 4: Ed25519 of a witness, which signs with its time. */
  readonly kind: number;
  readonly key: Uint8Array;
}

export function readNote(text: string, where: string): Note {
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) throw new Lie('note-malformed', `${where} is no signed note.`);
  const signatures = text
    .slice(end + 2)
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const bytes = name === '' ? undefined : fromBase64(encoded);
      if (!bytes || bytes.length < 5) throw new Lie('note-malformed', `${where} has a signature line that cannot be read.`);
      return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
    });
  if (signatures.length === 0) throw new Lie('note-malformed', `${where} is not signed.`);
  return { text: text.slice(0, end + 1), signatures };
}

/** Reads a verifier key; throws where its id is not the one that its name and key give. */
export function readNoteKey(line: string, primitives: Primitives): NoteKey {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? [];
  const bytes = name === '' ? undefined : fromBase64(encoded);
  if (!bytes || bytes.length < 2) throw new Lie('key-malformed', 'The key is not written as name+id+base64.');
  const [kind = 0, key] = [bytes[0], bytes.subarray(1)];
  const made = primitives
    .hash()
    .update(concat(utf8(`${name}\n`), bytes))
    .digest()
    .subarray(0, 4);
  if (hex(made) !== id) throw new Lie('key-malformed', `The key ${name} does not have the id it names.`);
  return { name, id: made, kind, key };
}

export const writeNoteKey = ({ name, id, kind, key }: NoteKey): string => `${name}+${hex(id)}+${base64(concat(Uint8Array.of(kind), key))}`;

/** Whether `key` signed the note. Throws where a line bears the key's name and id, and its signature is wrong. */
export async function isSignedBy({ text, signatures }: Note, key: NoteKey, primitives: Primitives, where: string): Promise<boolean> {
  const own = signatures.filter(({ name, id }) => name === key.name && isSame(id, key.id));
  for (const { signature } of own) {
    const isRight = await (key.kind === 4
      ? cosigned(text, signature, key, primitives)
      : signature.length === 64 && primitives.verifyEd25519(key.key, utf8(text), signature));
    if (!isRight) throw new Lie('signature-wrong', `${where}: the signature of ${key.name} is wrong.`);
  }
  return own.length > 0;
}

/** C2SP tlog-cosignature: eight bytes of time before the signature, which is over the time and the note. */
async function cosigned(text: string, bytes: Uint8Array, { key }: NoteKey, primitives: Primitives): Promise<boolean> {
  if (bytes.length !== 72) return false;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
  return primitives.verifyEd25519(key, utf8(`cosignature/v1\ntime ${seconds}\n${text}`), bytes.subarray(8));
}
