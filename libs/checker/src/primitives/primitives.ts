/** A SHA-256 that is fed piece by piece. */
export interface RunningHash {
  update(bytes: Uint8Array): RunningHash;
  digest(): Uint8Array;
}

/** The cryptography of the place where a check runs: Node.js brings its own, a page in a browser its own. Nothing else of the checker differs. */
export interface Primitives {
  hash(): RunningHash;
  /** `key` is the raw 32-byte Ed25519 public key. */
  verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}
