const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** As much of the browser's name as a person needs to tell their sign-ins apart; nothing that follows anybody about. */
export function agentOf(header: string | undefined): string {
  const named = (list: readonly (readonly [string, string])[]): string | undefined => list.find(([mark]) => header?.includes(mark))?.[1];
  return [named(browsers), named(systems)].filter((part) => part !== undefined).join(' · ') || '?';
}
