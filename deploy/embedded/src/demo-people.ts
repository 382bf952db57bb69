import { register, type Body } from '@lianxi/jurisdiction';

/** A post of the demonstration; the subject is what `npm run token -- SUBJECT` takes. */
export interface DemoPost {
  readonly id: string;
  readonly body: string;
  readonly role: string;
  readonly subject: string;
  readonly validFrom: string;
  readonly deputyFor?: string;
  /** Of a unit's contact, whom no register gives a city. */
  readonly city?: string;
}

const atDesk = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head'];
const atOffice = ['coordinator', 'secretary', 'head', 'case-officer', 'decider'];

/** Everybody of the demonstration: at each desk the same posts, at each office its own, and the three administrators apart. */
export function demoPosts(): DemoPost[] {
  return [
    ...register.bodies.filter(({ desk }) => desk).flatMap((body) => rolesAt(body).map((role) => post(body.id, role))),
    ...ofOnePerson,
    ofUnit,
  ];
}

/** Somebody who holds two posts, and in one of them stands in for its holder. */
const ofOnePerson: readonly DemoPost[] = [
  { id: 'bj-stc-second-case-officer', body: 'bj-stc', role: 'case-officer', subject: 'bj-stc-two-posts', validFrom: '2024-01-01' },
  {
    id: 'bj-stc-acting-head',
    body: 'bj-stc',
    role: 'head',
    subject: 'bj-stc-two-posts',
    validFrom: '2024-01-01',
    deputyFor: 'bj-stc-head',
  },
];

/** Whom an example unit registered to be written to. */
const ofUnit: DemoPost = {
  id: 'unit-own-example-lab-unit-contact',
  body: 'unit-own-example-lab',
  role: 'unit-contact',
  subject: 'example-lab-contact',
  validFrom: '2024-01-01',
  city: 'beijing',
};

function rolesAt(body: Body): string[] {
  const isOffice = register.cities.some(({ office }) => office === body.id);
  return isOffice
    ? [
        ...atOffice,
        'auditor',
        'identity-custodian',
        'second-identity-custodian',
        'system-administrator',
        'security-administrator',
        'audit-administrator',
      ]
    : atDesk;
}

/** Nobody opens a reporter's identity alone, so there are two of that role at each office. */
const post = (body: string, role: string): DemoPost => ({
  id: `${body}-${role}`,
  body,
  role: role.replace(/^second-/, ''),
  subject: `${body}-${role}`,
  validFrom: '2024-01-01',
});
