export const lies = [
  'note-malformed',
  'note-unsigned',
  'signature-wrong',
  'checkpoint-malformed',
  'origin-other',
  'tile-missing',
  'tile-malformed',
  'tile-changed',
  'bundle-missing',
  'bundle-malformed',
  'entry-changed',
  'root-other',
  'older-than-seen',
  'history-other',
  'witnesses-missing',
] as const;
export type Lie = (typeof lies)[number];

/** The log, or what was said about it, is not what it should be. `where` is a path in the log, a key's name or a size. */
export class LedgerLie extends Error {
  constructor(
    readonly code: Lie,
    readonly where: string,
    message: string,
  ) {
    super(message);
    this.name = 'LedgerLie';
  }
}
