/** The three logins of a service's schema: migrator owns, officer serves people, courier carries and keeps clocks. */
export interface Logins {
  readonly migrator: string;
  readonly officer: string;
  readonly courier: string;
}

/** A service's schema: its name with underscores, since a schema's name needs no quotes then. */
export const schemaOf = (service: string): string => service.replaceAll('-', '_');

export function loginsOf(schema: string): Logins {
  const login = (part: string): string => `lianxi_${schema}_${part}`;
  return { migrator: login('migrator'), officer: login('officer'), courier: login('courier') };
}
