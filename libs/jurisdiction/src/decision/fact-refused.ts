/** A fact is missing, unknown, or not one its kind has. `allowed` lists what would be accepted. */
export class FactRefused extends Error {
  constructor(
    readonly code: 'fact-missing' | 'fact-unknown' | 'fact-value',
    readonly fact: string,
    readonly allowed: readonly unknown[] | string,
  ) {
    super(`${fact}: ${code}, allowed: ${Array.isArray(allowed) ? allowed.map(String).join(', ') : String(allowed)}`);
  }
}
