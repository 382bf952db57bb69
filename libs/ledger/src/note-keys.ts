import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';

/** C2SP signed-note: what the first byte of a key says it is for. */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04, other: 0xff } as const;
/** Our own name behind 0xff, as signed-note asks for where no byte is assigned. */
const sm2Name = 'sm2-sm3\0';
/** The curve's object identifier 1.2.156.10197.1.301: Node names it only for keys it made itself, which it would use for ECDSA; keys read from text sign by SM2. */
const sm2Curve = Buffer.from('06082a811ccf5501822d', 'hex');

/** Signs notes under a name. `sign` gives the bytes behind the key id. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: Buffer;
  sign(text: string): Buffer;
}

/** Knows one key; `verify` never throws. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: Buffer;
  readonly kind: 'ed25519' | 'cosignature' | 'sm2';
  verify(text: string, signature: Buffer): boolean;
}

export class KeyRefused extends Error {
  readonly code = 'key-refused';
}

const namePattern = /^[^\s+\p{Cc}]+$/u;
const keyIdOf = (name: string, material: Buffer): Buffer =>
  createHash('sha256').update(`${name}\n`).update(material).digest().subarray(0, 4);
const rawPublic = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
const ed25519Public = (raw: Buffer): KeyObject =>
  createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') } });
const ed25519Private = (seed: Buffer): KeyObject =>
  createPrivateKey({ format: 'der', type: 'pkcs8', key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]) });

/** The two texts of a key as Go's `note` package writes them: `PRIVATE+KEY+name+id+base64` and `name+id+base64`. */
export interface NoteKeys {
  readonly private: string;
  readonly public: string;
}

/** A new Ed25519 key: for a log, or (`cosignature`) for a witness. */
export function makeNoteKeys(name: string, kind: 'ed25519' | 'cosignature' = 'ed25519'): NoteKeys {
  const { privateKey } = generateKeyPairSync('ed25519');
  return noteKeysFrom(name, Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'), kind);
}

/** The key that belongs to a seed of 32 bytes: whoever keeps the seed has the key again. */
export function noteKeysFrom(name: string, seed: Buffer, kind: 'ed25519' | 'cosignature' = 'ed25519'): NoteKeys {
  if (!namePattern.test(name)) throw new KeyRefused('The name of a key is not empty and has no spaces and no plus sign.');
  const material = Buffer.concat([Buffer.of(signatureTypes[kind]), rawPublic(createPublicKey(ed25519Private(seed)))]);
  const id = keyIdOf(name, material).toString('hex');
  return {
    private: `PRIVATE+KEY+${name}+${id}+${Buffer.concat([Buffer.of(signatureTypes[kind]), seed]).toString('base64')}`,
    public: `${name}+${id}+${material.toString('base64')}`,
  };
}

/** An Ed25519 private key opened: what it is for stands in it. */
export interface OpenedKey {
  readonly name: string;
  readonly keyId: Buffer;
  readonly kind: 'ed25519' | 'cosignature';
  /** The public text that belongs to it. */
  readonly public: string;
  sign(message: string): Buffer;
}

/** Reads a private key text; throws {@link KeyRefused} when it is none, never showing it. */
export function openPrivateKey(text: string): OpenedKey {
  const [first, second, name = '', id = '', ...rest] = text.trim().split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  const kind = bytes[0] === signatureTypes.ed25519 ? 'ed25519' : bytes[0] === signatureTypes.cosignature ? 'cosignature' : undefined;
  if (first !== 'PRIVATE' || second !== 'KEY' || kind === undefined || bytes.length !== 33 || !namePattern.test(name))
    throw new KeyRefused('This is no private key of a note.');
  const key = ed25519Private(bytes.subarray(1));
  const material = Buffer.concat([bytes.subarray(0, 1), rawPublic(createPublicKey(key))]);
  const keyId = keyIdOf(name, material);
  if (keyId.toString('hex') !== id) throw new KeyRefused('The id of this private key is not that of its name and key.');
  return {
    name,
    keyId,
    kind,
    public: `${name}+${id}+${material.toString('base64')}`,
    sign: (message) => sign(null, Buffer.from(message), key),
  };
}

/** A log's signer (Ed25519, type 0x01). */
export function openSigner(text: string): NoteSigner & { readonly public: string } {
  const { name, keyId, kind, public: shown, sign: signText } = openPrivateKey(text);
  if (kind !== 'ed25519') throw new KeyRefused('This is a key for cosignatures, not for a log.');
  return { name, keyId, public: shown, sign: signText };
}

/** A new SM2 key pair: PEM for the private one, a verifier's text for the public one. */
export function makeSm2Keys(name: string): NoteKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  return { private: pem, public: sm2Signer(name, pem).public };
}

/**
 * A second line under a checkpoint: SM2 over SM3 (GB/T 32918), by Node's own crypto. Node cannot set the signer's identity, so it is the
 * empty one (`openssl dgst -sm3 -sigopt distid:`), not GM/T 0009's 1234567812345678.
 */
export function sm2Signer(name: string, pem: string): NoteSigner & { readonly public: string } {
  const key = createPrivateKey(pem);
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  if (!der.includes(sm2Curve)) throw new KeyRefused('This is no SM2 key.');
  const material = Buffer.concat([Buffer.of(signatureTypes.other), Buffer.from(sm2Name), der]);
  const keyId = keyIdOf(name, material);
  return {
    name,
    keyId,
    public: `${name}+${keyId.toString('hex')}+${material.toString('base64')}`,
    sign: (text) => sign('sm3', Buffer.from(text), key),
  };
}

/** Reads a verifier's text (`name+id+base64`): a log's, a witness's or an SM2 key. Throws {@link KeyRefused}. */
export function openVerifier(text: string): NoteVerifier {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  const material = Buffer.from(rest.join('+'), 'base64');
  if (!namePattern.test(name) || keyIdOf(name, material).toString('hex') !== id)
    throw new KeyRefused(`This is no public key of a note: ${text.slice(0, 80)}`);
  const identity = { name, keyId: Buffer.from(id, 'hex') };
  const key = material.subarray(1);
  if (material[0] === signatureTypes.ed25519 && key.length === 32)
    return { ...identity, kind: 'ed25519', verify: checks(ed25519Public(key), null) };
  if (material[0] === signatureTypes.cosignature && key.length === 32)
    return { ...identity, kind: 'cosignature', verify: checksCosignature(ed25519Public(key)) };
  if (material[0] === signatureTypes.other && key.subarray(0, sm2Name.length).equals(Buffer.from(sm2Name)))
    return { ...identity, kind: 'sm2', verify: checks(sm2Public(key.subarray(sm2Name.length)), 'sm3') };
  throw new KeyRefused(`This kind of key is not known here: ${name}`);
}

function sm2Public(der: Buffer): KeyObject {
  if (!der.includes(sm2Curve)) throw new KeyRefused('This is no SM2 key.');
  return createPublicKey({ format: 'der', type: 'spki', key: der });
}

const checks =
  (key: KeyObject, digest: string | null) =>
  (text: string, signature: Buffer): boolean => {
    try {
      return verify(digest, Buffer.from(text), key, signature);
    } catch {
      return false;
    }
  };

/** C2SP tlog-cosignature v1: the time stands before the signature and is signed with the checkpoint. */
export const cosignedText = (text: string, time: bigint): string => `cosignature/v1\ntime ${time}\n${text}`;
const checksCosignature =
  (key: KeyObject) =>
  (text: string, signature: Buffer): boolean =>
    signature.length === 72 && checks(key, null)(cosignedText(text, signature.readBigUInt64BE()), signature.subarray(8));
