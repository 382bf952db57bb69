import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const seedHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

const privateKey = (seed: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([seedHead, Buffer.from(seed, 'base64')]), format: 'der', type: 'pkcs8' });

/** The public key of a seed; both base64 of 32 bytes. */
export const publicOf = (seed: string): string =>
  createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' }).subarray(publicHead.length).toString('base64');

export const signText = (seed: string, text: string): string => sign(null, Buffer.from(text), privateKey(seed)).toString('base64');

/** False for another text, another key, and for what is no signature or no key at all. */
export function isSignedBy(key: string | undefined, text: string, signature: string): boolean {
  if (key === undefined || Buffer.from(key, 'base64').length !== 32) return false;
  const spki = createPublicKey({ key: Buffer.concat([publicHead, Buffer.from(key, 'base64')]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), spki, Buffer.from(signature, 'base64'));
}
