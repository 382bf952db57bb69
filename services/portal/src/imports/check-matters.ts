import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { canonical, sha256 } from '@lianxi/chassis';
import { FileOnBehalfForm } from '@lianxi/department';
import { foreseeDecision, type ForeseenDecision } from '../public/foresee-decision';
import { matterColumns } from './matter-columns';
import { readMatter, type CellFault } from './read-matter';
import type { SheetRow } from './read-rows';
import { workbookRefused } from './workbook-refused';

/** A row that was looked at: what would be filed, and what keeps it from being filed. */
export interface CheckedRow {
  /** The sheet's own number of the row. */
  readonly place: number;
  readonly title: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** The same for the same words, in whichever file or row they stand: so what was filed before is not filed again. */
  readonly key: string;
  readonly faults: readonly CellFault[];
  /** An earlier row that says the same. */
  readonly sameAs: number | null;
  /** Facts that are left open; with none, the decision that filing would make. */
  readonly unknown: readonly string[];
  readonly decision: ForeseenDecision | null;
}

/** Where and when the rows would be filed. */
export interface FilingPlace {
  readonly city: string;
  readonly body: string;
  readonly today: string;
}

/** Throws a 400 problem where the headings are not the template's, or nothing stands below them. */
export function checkMatters([heading, ...rows]: readonly SheetRow[], place: FilingPlace): CheckedRow[] {
  const isOurs = matterColumns.every(({ label }, column) => {
    const said = heading?.cells.get(column)?.text.replace(/\s*\*$/, '');
    return said === label.zh || said === label.en;
  });
  if (!isOurs) throw workbookRefused('heading');
  if (rows.length === 0) throw workbookRefused('empty');
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const checked = checkMatter(row, place);
    const sameAs = seen.get(checked.key) ?? null;
    if (sameAs === null) seen.set(checked.key, row.place);
    return { ...checked, sameAs };
  });
}

function checkMatter(row: SheetRow, { city, body, today }: FilingPlace): Omit<CheckedRow, 'sameAs'> {
  const { form: said, faults } = readMatter(row, matterColumns);
  const facts = { ...(said['facts'] as object | undefined), city, receivedBy: body } as Record<string, unknown>;
  if (facts['funding'] === 'none') facts['fundManager'] = null;
  const form = { ...said, facts, report: said['report'] ?? {}, onBehalf: said['onBehalf'] ?? {}, noStateSecrets: true };
  const foreseen = foreseeDecision(facts, today);
  const refused = [
    ...faultsOfForm(form),
    ...(foreseen.wanting === null ? [] : [`facts.${foreseen.wanting.fact}`]),
    ...(isAfter(form.onBehalf, today) ? ['onBehalf.receivedOn'] : []),
  ]
    .map((path) => matterColumns.findIndex((column) => column.path === path))
    .map((column): CellFault => ({ column, rule: 'refused' }));
  const all = [
    ...faults,
    ...refused.filter(
      ({ column }, at) =>
        (column >= 0 || faults.length === 0) && ![...faults, ...refused.slice(0, at)].some((each) => each.column === column),
    ),
  ];
  return {
    place: row.place,
    title: String((form.report as { title?: unknown }).title ?? ''),
    form,
    key: `import-${sha256(canonical(form))}`,
    faults: all,
    unknown: foreseen.unknown,
    decision: all.length === 0 ? foreseen.decision : null,
  };
}

const isAfter = (onBehalf: unknown, today: string): boolean => String((onBehalf as { receivedOn?: unknown }).receivedOn ?? '') > today;

/** As the service looks at it when it is filed: by the very class. */
function faultsOfForm(form: object): string[] {
  const faults = validateSync(plainToInstance(FileOnBehalfForm, form), { whitelist: true, forbidNonWhitelisted: true });
  const pathsOf = (all: readonly ValidationError[], before: string): string[] =>
    all.flatMap(({ property, children }) => (children?.length ? pathsOf(children, `${before}${property}.`) : [`${before}${property}`]));
  return pathsOf(faults, '');
}
