/** What a scanner says of bytes; the signature is its own name for what it found, cut down to a code. */
export type Finding = { readonly scan: 'clean' } | { readonly scan: 'malware'; readonly signature: string };

/** Looks for malware. Whatever it cannot say for certain it throws: nothing passes for clean because nobody looked. */
export interface Scanner {
  /** Throws {@link ScannerAway} while it cannot be asked at all, and {@link ScanFailed} where it has no answer for these bytes. */
  scan(bytes: Buffer): Promise<Finding>;
}

/** Under which Nest hands out the scanner; null where none is configured. */
export const SCANNER = Symbol('Scanner');

export class ScannerAway extends Error {
  readonly code = 'scanner-away';
}

export class ScanFailed extends Error {
  readonly code = 'scan-failed';
}

/** A finding goes on the record: of what a scanner calls it, only what a code may hold. */
export const malware = (called: string): Finding => ({
  scan: 'malware',
  signature: called.replace(/[^\w.:-]/g, '').slice(0, 80) || 'unnamed',
});
