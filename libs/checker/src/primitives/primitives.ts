/** A SHA-256 that is fed piece by piece. */
export interface RunningHash {
  update(bytes: Uint8Array): RunningHash;
  digest(): Uint8Array;
}

/** The cryptography of the place where a check runs: Node.js brings its own, a page in a browser its own. Nothing else of the checker differs. */
export interface Primitives {
  hash(): RunningHash;
  /** The SHA-256 of what is whole in memory: of most hashes, which are of a few hundred bytes, it costs a fraction. */
  sha256(bytes: Uint8Array): Uint8Array;
  /** `key` is the raw 32-byte Ed25519 public key. */
  verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}
