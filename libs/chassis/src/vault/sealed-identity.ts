import { randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { sha256 } from '../record/canonical';

/** Who a reporter said they are; nothing in it may be missing from the sealed form, or everything may. */
export interface Identity {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly idNumber?: string;
}

/** One half of the key, for one of the two custodians of a pair. */
export interface SealedShare {
  /** The two keys that open it together, `A+B`. */
  readonly pair: string;
  /** The custodian's key this half is sealed to. */
  readonly key: string;
  /** base64 of a libsodium sealed box. */
  readonly sealed: string;
  /** sha256 of the half in hex: a half that was opened can be told from any other. */
  readonly check: string;
}

/** An identity that any two of a city's custodians open together, and nobody else. As long whoever it is of, also of nobody. */
export interface SealedIdentity {
  readonly version: 1;
  /** base64 of nonce and secretbox. */
  readonly box: string;
  readonly shares: readonly SealedShare[];
}

/** Opened halves of one custodian, by pair; base64. */
export type OpenedShares = Readonly<Record<string, string>>;

/** Longer than any identity a form takes. */
const paddedBytes = 4_096;

/**
 * Seals to every pair of `custodians` (key id to base64 public key). The key of the box is cut in two for each pair by a random half, which alone says
 * nothing of it. Throws for fewer than two custodians: then nothing can be kept. Sealing must have been made ready (`Sealing.open`).
 */
export function sealIdentity(identity: Identity, custodians: Readonly<Record<string, string>>): SealedIdentity {
  const keys = Object.keys(custodians).sort();
  if (keys.length < 2) throw new Error('An identity is sealed to two custodians at least.');
  const secret = randomBytes(sodium.crypto_secretbox_KEYBYTES);
  const nonce = randomBytes(sodium.crypto_secretbox_NONCEBYTES);
  const clear = sodium.pad(new Uint8Array(Buffer.from(JSON.stringify(identity))), paddedBytes);
  const pairs = keys.flatMap((first, place) => keys.slice(place + 1).map((second) => [first, second] as const));
  const shares = pairs.flatMap(([first, second]) => {
    const half = randomBytes(secret.length);
    return [shareFor(first, half), shareFor(second, otherHalf(secret, half))].map(({ key, bytes }): SealedShare => ({
      pair: `${first}+${second}`,
      key,
      sealed: Buffer.from(sodium.crypto_box_seal(bytes, new Uint8Array(Buffer.from(custodians[key] ?? '', 'base64')))).toString('base64'),
      check: sha256(bytes),
    }));
  });
  return { version: 1, box: Buffer.concat([nonce, sodium.crypto_secretbox_easy(clear, nonce, secret)]).toString('base64'), shares };
}

/** A custodian's halves, opened with the secret key that only the custodian has. Throws for a key they are not sealed to. */
export function openShares(sealed: readonly Pick<SealedShare, 'pair' | 'sealed'>[], secretKey: string): OpenedShares {
  const secret = new Uint8Array(Buffer.from(secretKey, 'base64'));
  const publicKey = sodium.crypto_scalarmult_base(secret);
  return Object.fromEntries(
    sealed.map(({ pair, sealed: box }) => [
      pair,
      Buffer.from(sodium.crypto_box_seal_open(new Uint8Array(Buffer.from(box, 'base64')), publicKey, secret)).toString('base64'),
    ]),
  );
}

/** What a custodian is asked to open: halves by the key they are sealed to, and the vault's own key (base64) to which what was opened is sealed again. */
export interface Challenge {
  readonly opening: string;
  readonly vault: string;
  readonly shares: readonly Pick<SealedShare, 'pair' | 'key' | 'sealed'>[];
}

/** What a custodian hands in for one opening, for the vault alone to read (base64). Throws for a secret key to which nothing is sealed. */
export function handIn({ opening, vault, shares }: Challenge, secretKey: string): string {
  const publicKey = Buffer.from(sodium.crypto_scalarmult_base(new Uint8Array(Buffer.from(secretKey, 'base64'))));
  const opened = [...new Set(shares.map(({ key }) => key))].flatMap((key) => {
    try {
      return [
        {
          opening,
          key,
          shares: openShares(
            shares.filter((share) => share.key === key),
            secretKey,
          ),
        },
      ];
    } catch {
      return [];
    }
  });
  if (opened.length !== 1) throw new Error(`Nothing is sealed to the key ${publicKey.toString('base64')}.`);
  return Buffer.from(sodium.crypto_box_seal(Buffer.from(JSON.stringify(opened[0])), new Uint8Array(Buffer.from(vault, 'base64')))).toString(
    'base64',
  );
}

/** Whether these are the halves that `key` has of this identity: all of them, and nothing else. */
export function areSharesOf({ shares }: SealedIdentity, key: string, opened: OpenedShares): boolean {
  const own = shares.filter((share) => share.key === key);
  return (
    own.length > 0 &&
    own.length === Object.keys(opened).length &&
    own.every(({ pair, check }) => sha256(Buffer.from(opened[pair] ?? '', 'base64')) === check)
  );
}

/** Opens with the halves of two different custodians. Throws when they do not belong together. */
export function openIdentity(sealed: SealedIdentity, [one, other]: readonly [OpenedShares, OpenedShares]): Identity {
  const pair = Object.keys(one).find((name) => name in other && one[name] !== other[name]);
  if (pair === undefined) throw new Error('Two custodians with a pair of keys are needed.');
  const secret = otherHalf(Buffer.from(one[pair] ?? '', 'base64'), Buffer.from(other[pair] ?? '', 'base64'));
  const box = new Uint8Array(Buffer.from(sealed.box, 'base64'));
  const nonceBytes = sodium.crypto_secretbox_NONCEBYTES;
  const clear = sodium.unpad(sodium.crypto_secretbox_open_easy(box.subarray(nonceBytes), box.subarray(0, nonceBytes), secret), paddedBytes);
  return JSON.parse(Buffer.from(clear).toString('utf8')) as Identity;
}

const shareFor = (key: string, bytes: Buffer): { readonly key: string; readonly bytes: Buffer } => ({ key, bytes });
const otherHalf = (whole: Buffer, half: Buffer): Buffer => Buffer.from(whole.map((byte, place) => byte ^ (half[place] ?? 0)));
