import { sha256 } from '@noble/hashes/sha2.js';
import type { Primitives } from '../primitives/primitives';

/** A browser's signatures are its own; its SHA-256 takes only what is whole in memory, so hashing is done by code that goes with the page. */
export const browserPrimitives: Primitives = {
  hash: () => {
    const running = sha256.create();
    const hash = {
      update: (bytes: Uint8Array) => {
        running.update(bytes);
        return hash;
      },
      digest: () => running.digest(),
    };
    return hash;
  },
  sha256: (bytes) => sha256(bytes),
  verifyEd25519: async (key, message, signature) => {
    const known = await crypto.subtle.importKey('raw', new Uint8Array(key), 'Ed25519', false, ['verify']);
    return crypto.subtle.verify('Ed25519', known, new Uint8Array(signature), new Uint8Array(message));
  },
};
