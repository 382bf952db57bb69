import type { Pool } from 'pg';
import { AskTogether } from '../postgres/ask-together';
import type { Standing } from '../postgres/transaction';
import { currentTrace } from '../tracing/current-trace';
import { owedBy, type WriteSet } from './record';
import type { CaseRow, IdempotencyRow, NewDelivery } from './rows';
import { particularRows } from './search-words';

/** What opens a case: nothing was read before that could have moved since. */
export interface Opening extends Pick<
  WriteSet,
  'journal' | 'particulars' | 'clocks' | 'papers' | 'access' | 'handOvers' | 'deliveries' | 'receipt'
> {
  readonly newCase: CaseRow;
  readonly idempotency: IdempotencyRow;
}

/** What is written together comes from different requests, so each brings the trace it belongs to. */
type Traced = Opening & { readonly trace: string | null };

type Outcome = { readonly fresh: boolean } | { readonly error: unknown };

/**
 * Writes what opens cases, one statement for all that come for one standing while the statement before is under way. It is a
 * transaction of its own in one trip: for whom it speaks it sets itself, before its first row is written. When it is
 * refused, each opening is written alone, so that none suffers for another.
 */
export class Openings {
  private readonly lines = new Map<string, AskTogether<Traced, Outcome>>();

  constructor(private readonly pool: Pool) {}

  /** False, with nothing written, when the idempotency key was used before. */
  async write(standing: Standing, opening: Opening): Promise<boolean> {
    const outcome = await this.lineOf(standing).answerTo({ ...opening, trace: currentTrace() ?? null });
    if ('error' in outcome) throw outcome.error;
    return outcome.fresh;
  }

  private lineOf(standing: Standing): AskTogether<Traced, Outcome> {
    const name = JSON.stringify([standing.body, standing.post, standing.city]);
    const line = this.lines.get(name) ?? new AskTogether<Traced, Outcome>((openings) => this.writeAll(standing, openings));
    this.lines.set(name, line);
    return line;
  }

  private async writeAll(standing: Standing, openings: readonly Traced[]): Promise<Outcome[]> {
    try {
      await this.insert(standing, openings);
      return openings.map(() => ({ fresh: true }));
    } catch (error) {
      if (openings.length > 1) return (await Promise.all(openings.map((opening) => this.writeAll(standing, [opening])))).flat();
      return [isKeyUsed(error) ? { fresh: false } : { error }];
    }
  }

  private async insert({ body, post, city }: Standing, openings: readonly Traced[]): Promise<void> {
    const rows = Object.entries(rowsOf(openings)).filter(([, each]) => each.length > 0);
    await this.pool.query({
      ...statementFor(rows.map(([table]) => table)),
      values: [JSON.stringify(Object.fromEntries(rows)), body, post, city],
    });
  }
}

/** The receipt follows from the key: whichever of the two rows is refused first, the request came before. */
const isKeyUsed = (error: unknown): boolean => {
  const { code, table = '' } = error as { code?: string; table?: string };
  return code === '23505' && ['idempotency', 'receipts'].includes(table);
};

function rowsOf(openings: readonly Traced[]): Readonly<Record<string, readonly unknown[]>> {
  const of = <T>(read: (opening: Opening) => readonly T[] | undefined): T[] => openings.flatMap((opening) => read(opening) ?? []);
  const owed = openings.map((opening) => numbered(owedBy(opening), opening.newCase.filed_at, opening.trace));
  return {
    idempotency: openings.map(({ idempotency, newCase }) => ({ ...idempotency, answered_at: newCase.filed_at })),
    cases: openings.map(({ newCase }) => newCase),
    journal: of(({ journal }) => journal),
    particulars: particularRows(of(({ particulars }) => particulars)),
    clocks: of(({ clocks }) => clocks),
    papers: of(({ papers }) => papers),
    case_access: of(({ access }) => access),
    hand_overs: of(({ handOvers }) => handOvers),
    receipts: of(({ receipt, newCase }) => (receipt ? [{ ...receipt, issued_at: newCase.filed_at }] : [])),
    delivery_count: owed.flatMap(countsOf),
    delivery: owed.flat(),
  };
}

type Numbered = NewDelivery & {
  readonly n: number;
  readonly created_at: string;
  readonly send_at: string;
  readonly attempts: number;
  readonly trace: string | null;
};

/** Nobody can have been told of a case before it was opened, so the numbers begin at 1 and nothing need be counted. */
function numbered(deliveries: readonly NewDelivery[], now: string, trace: string | null): Numbered[] {
  const counts = new Map<string, number>();
  return deliveries.map((delivery) => {
    const n = (counts.get(delivery.receiver) ?? 0) + 1;
    counts.set(delivery.receiver, n);
    return { ...delivery, n, created_at: now, send_at: '-infinity', attempts: 0, trace };
  });
}

const countsOf = (owed: readonly Numbered[]): object[] => [
  ...new Map(owed.map(({ receiver, case_id, n }) => [receiver, { receiver, case_id, n }])).values(),
];

const statements = new Map<string, { readonly name: string; readonly text: string }>();

/** One statement for each set of tables that are written: filings have few shapes, so each connection prepares few. */
function statementFor(tables: readonly string[]): { readonly name: string; readonly text: string } {
  const shape = tables.join(' ');
  const known = statements.get(shape);
  if (known) return known;
  const made = {
    name: `open ${statements.size}`,
    text: `WITH standing AS MATERIALIZED (SELECT set_config('lianxi.body', $2, true), set_config('lianxi.post', $3, true), set_config('lianxi.city', $4, true)),
given AS MATERIALIZED (SELECT $1::jsonb AS j FROM standing)${tables
      .map(
        (table) => `,
i_${table} AS (INSERT INTO ${table} SELECT r.* FROM jsonb_populate_recordset(NULL::${table}, (SELECT given.j FROM given) -> '${table}') r)`,
      )
      .join('')}
SELECT 1`,
  };
  statements.set(shape, made);
  return made;
}
