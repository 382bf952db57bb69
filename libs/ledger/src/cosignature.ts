import { cosignedText, KeyRefused, openPrivateKey, type NoteVerifier } from './note-keys';
import { LedgerLie } from './ledger-lie';
import { signatureLine, type OpenedNote } from './signed-note';

export interface Cosigner {
  readonly name: string;
  readonly public: string;
  /** The signature line for a checkpoint's text, at a time in whole seconds since 1970. */
  cosign(text: string, seconds: number): string;
}

/** Opens a witness's private key. Throws {@link KeyRefused} when it is a log's. */
export function openCosigner(privateKey: string): Cosigner {
  const key = openPrivateKey(privateKey);
  if (key.kind !== 'cosignature') throw new KeyRefused("This is a log's key, not one for cosignatures.");
  return {
    name: key.name,
    public: key.public,
    cosign: (text, seconds) => {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      return signatureLine(key.name, key.keyId, Buffer.concat([time, key.sign(cosignedText(text, BigInt(seconds)))]));
    },
  };
}

/** When a cosignature was made, in seconds since 1970. */
export const cosignedAt = (signature: Buffer): number => Number(signature.readBigUInt64BE());

/** "2 of 3" is `{ witnesses: [three keys], quorum: 2 }`. */
export interface WitnessPolicy {
  readonly witnesses: readonly NoteVerifier[];
  readonly quorum: number;
}

/** The witnesses whose cosignatures an opened note carries: each counts once. */
export const cosignersOf = (note: OpenedNote): string[] => [
  ...new Set(note.verified.filter(({ kind }) => kind === 'cosignature').map(({ name, keyId }) => `${name}+${keyId}`)),
];

/** Throws {@link LedgerLie} `witnesses-missing` when too few witnesses have cosigned. */
export function requireWitnesses(note: OpenedNote, { witnesses, quorum }: WitnessPolicy): void {
  const known = new Set(witnesses.map(({ name, keyId }) => `${name}+${keyId.toString('hex')}`));
  const count = cosignersOf(note).filter((each) => known.has(each)).length;
  if (count < quorum)
    throw new LedgerLie(
      'witnesses-missing',
      'checkpoint',
      `${count} of ${witnesses.length} witnesses have cosigned; ${quorum} are needed.`,
    );
}
