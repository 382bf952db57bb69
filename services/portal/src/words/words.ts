import {
  actGroups,
  clockRules,
  exportPurposes,
  everyPaperKind,
  procedures,
  roleLabels,
  standingRoles,
  standingRules,
  violationCatalogues,
  type Label,
  type Procedure,
} from '@lianxi/casework';
import { rowRefusals } from '@lianxi/department';
import { factLabels, register, statusLabels, unconfirmedLabels, unknowable, unknownLabel } from '@lianxi/jurisdiction';

/** Everything that codes in the services' answers are called, as data: a new procedure, body or city needs no line of the portal. */
export interface Words {
  readonly bodies: readonly {
    readonly id: string;
    readonly city: string | null;
    readonly desk: boolean;
    readonly home: string | null;
    readonly names: Label;
  }[];
  readonly services: readonly { readonly id: string; readonly kind: string; readonly names: Label }[];
  readonly cities: readonly { readonly id: string; readonly office: string; readonly names: Label }[];
  readonly roles: Readonly<Record<string, Label>>;
  readonly procedures: Readonly<Record<string, ProcedureWords>>;
  /** What acts are for that accompany a procedure, in the order in which they are shown. */
  readonly actGroups: readonly { readonly id: string; readonly label: Label }[];
  /** Periods, by the rule that counts them. */
  readonly periods: Readonly<Record<string, Label>>;
  /** What may be asked about a subject's standing, and in which cities; everywhere where none are named. */
  readonly standingRoles: readonly string[];
  readonly standings: readonly { readonly kind: string; readonly label: Label; readonly cities: readonly string[] | null }[];
  readonly exportPurposes: Readonly<Record<string, Label>>;
  readonly paperKinds: Readonly<Record<string, Label>>;
  readonly facts: Readonly<
    Record<string, { readonly label: Label; readonly codes: Readonly<Record<string, Label>>; readonly mayBeUnknown: boolean }>
  >;
  readonly unknown: Label;
  readonly statuses: Readonly<Record<string, Label>>;
  readonly unconfirmed: Readonly<Record<string, Label>>;
  readonly refusals: Readonly<Record<string, Label>>;
  /** Catalogues of violations, the one offered now last. */
  readonly violations: readonly {
    readonly id: string;
    readonly violations: readonly { readonly code: string; readonly label: Label; readonly clause: Label; readonly confirmed: boolean }[];
  }[];
}

export interface ProcedureWords {
  readonly label: Label;
  readonly states: Readonly<Record<string, { readonly label: Label; readonly final: boolean }>>;
  readonly acts: Readonly<Record<string, { readonly label: Label; readonly fields: Readonly<Record<string, FieldWords>> }>>;
}

export interface FieldWords {
  readonly label: Label;
  readonly type: string;
  readonly codes?: Readonly<Record<string, Label>>;
}

export const words: Words = {
  bodies: register.bodies.map(({ id, city, desk, home, names }) => ({ id, city: city ?? null, desk, home: home ?? null, names })),
  services: register.services.map(({ id, kind, names }) => ({ id, kind, names })),
  cities: register.cities.map(({ id, office }) => ({
    id,
    office,
    names: (factLabels.city.codes as Readonly<Record<string, Label>>)[id] ?? { zh: id, en: id },
  })),
  roles: roleLabels,
  procedures: Object.fromEntries(procedures.map((procedure) => [procedure.id, wordsOf(procedure)])),
  actGroups: actGroups.map(({ id, label }) => ({ id, label })),
  periods: Object.fromEntries(Object.values(clockRules).map(({ id, label }) => [id, label])),
  standingRoles,
  standings: Object.values(standingRules).map(({ kind, label, cities }) => ({ kind, label, cities: cities ?? null })),
  exportPurposes: Object.fromEntries(exportPurposes.map(({ code, label }) => [code, label])),
  paperKinds: Object.fromEntries(everyPaperKind.map(({ code, label }) => [code, label])),
  facts: Object.fromEntries(
    Object.entries(factLabels).map(([name, { label, codes }]) => [
      name,
      { label, codes, mayBeUnknown: (unknowable as readonly string[]).includes(name) },
    ]),
  ),
  unknown: unknownLabel,
  statuses: statusLabels,
  unconfirmed: unconfirmedLabels,
  refusals: rowRefusals,
  violations: violationCatalogues.map(({ id, violations }) => ({
    id,
    violations: violations.map(({ code, label, instrument, section, confirmed }) => ({
      code,
      label,
      clause: { zh: `${instrument.zh} ${section}`, en: `${instrument.en} ${section}` },
      confirmed,
    })),
  })),
};

function wordsOf({ label, states, acts }: Procedure): ProcedureWords {
  return {
    label,
    states: Object.fromEntries(
      Object.entries(states).map(([state, { label: called, final }]) => [state, { label: called, final: final ?? false }]),
    ),
    acts: Object.fromEntries(
      acts.map((row) => [
        row.act,
        {
          label: row.label,
          fields: Object.fromEntries(
            (row.form ?? []).map(({ name, label: asked, type, options }) => [
              name,
              {
                label: asked,
                type,
                ...(options === undefined ? {} : { codes: Object.fromEntries(options.map(({ code, label: called }) => [code, called])) }),
              },
            ]),
          ),
        },
      ]),
    ),
  };
}
