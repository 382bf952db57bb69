import { register, type Body } from '@lianxi/jurisdiction';

/** A post of the demonstration; the subject is what `npm run token -- SUBJECT` takes. */
export interface DemoPost {
  readonly id: string;
  readonly body: string;
  readonly role: string;
  readonly subject: string;
  readonly validFrom: string;
}

const atDesk = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head'];
const atOffice = ['coordinator', 'secretary', 'head', 'case-officer', 'decider'];

/** Everybody of the demonstration: at each desk the same posts, at each office its own, and the three administrators apart. */
export function demoPosts(): DemoPost[] {
  return register.bodies.filter(({ desk }) => desk).flatMap((body) => rolesAt(body).map((role) => post(body.id, role)));
}

function rolesAt(body: Body): string[] {
  const isOffice = register.cities.some(({ office }) => office === body.id);
  return isOffice ? [...atOffice, 'auditor', 'identity-custodian', 'system-administrator', 'security-administrator', 'audit-administrator'] : atDesk;
}

const post = (body: string, role: string): DemoPost => ({ id: `${body}-${role}`, body, role, subject: `${body}-${role}`, validFrom: '2024-01-01' });
