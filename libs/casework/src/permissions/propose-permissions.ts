import { roles, type Part, type Procedure } from '../procedure/procedure';

/** What a body is to a case, as far as permissions differ by it. */
export const relations = ['own', 'co-handling', 'former-lead', 'foreign-body', 'other-city'] as const;
export type Relation = (typeof relations)[number];

const partsBy: Readonly<Record<Relation, readonly Part[]>> = {
  own: ['holder', 'addressee', 'office'],
  'co-handling': ['co-handler'],
  'former-lead': ['former-lead'],
  'foreign-body': [],
  'other-city': [],
};

/** A row of the permission matrix: one act for one role, and for each relation whether it may be done. */
export interface PermissionRow {
  readonly procedure: string;
  readonly act: string;
  readonly role: string;
  readonly may: Readonly<Record<Relation, boolean>>;
}

/** What the tables amount to, to be read by people before it is kept as the matrix that tests hold the services to. */
export function proposePermissions(procedures: readonly Procedure[]): PermissionRow[] {
  return procedures.flatMap((procedure) =>
    namesOf(procedure).flatMap((act) =>
      roles.map((role) => {
        const rows = procedure.acts.filter((row) => row.act === act && !row.byCourier && row.roles.includes(role));
        const may = (relation: Relation): boolean => rows.some(({ parts }) => parts.some((part) => partsBy[relation].includes(part)));
        return {
          procedure: procedure.id,
          act,
          role,
          may: Object.fromEntries(relations.map((relation) => [relation, may(relation)])) as PermissionRow['may'],
        };
      }),
    ),
  );
}

const namesOf = ({ acts }: Procedure): string[] => [...new Set(acts.filter(({ byCourier }) => !byCourier).map(({ act }) => act))];

export const permissionsAsCsv = (rows: readonly PermissionRow[]): string =>
  `procedure,act,role,${relations.join(',')}\n${rows.map(({ procedure, act, role, may }) => [procedure, act, role, ...relations.map((relation) => (may[relation] ? 'allowed' : 'refused'))].join(',')).join('\n')}\n`;
