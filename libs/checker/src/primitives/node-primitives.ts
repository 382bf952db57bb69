import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { Primitives } from './primitives';

/** Node.js's own OpenSSL. */
export const nodePrimitives: Primitives = {
  hash: () => createHash('sha256'),
  sha256: (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary'),
  verifyEd25519: async (key, message, signature) => {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') }, format: 'jwk' });
    return verify(null, message, publicKey, signature);
  },
};
