import type { Pool } from 'pg';
import { Repeating } from '../bootstrap/repeating';
import type { HealthCheck } from '../health/health.controller';
import type { Logger } from '../health/logger';
import type { IntegrityCheck, IntegrityReport } from './integrity-check';

const everyMs = 5_000;
const casesAtATime = 5_000;
/** As many of one kind as are listed; the first of them say enough. */
const mostListed = 200;
const beforeAll = '00000000-0000-0000-0000-000000000000';

const nextSlice = `SELECT (SELECT s.id::text FROM (SELECT id FROM cases WHERE id > $1 ORDER BY id LIMIT ${casesAtATime}) s ORDER BY s.id DESC LIMIT 1) AS until`;

/** Looks all the time whether what must never be so is so, a slice of the cases at a time. What it found is in memory alone: it can be found again. */
export class IntegrityChecks {
  private readonly checks: IntegrityCheck[] = [];
  private readonly found = new Map<string, Set<string>>();
  private from = beforeAll;
  private readonly repeating: Repeating;

  constructor(
    private readonly pool: Pool,
    private readonly logger: Logger,
  ) {
    this.repeating = new Repeating('integrity', everyMs, () => this.look(), logger);
  }

  add(...checks: readonly IntegrityCheck[]): void {
    this.checks.push(...checks);
  }

  start(): void {
    this.repeating.start();
  }

  stop(): Promise<void> {
    return this.repeating.stop();
  }

  /** Every check with what it found; nothing found is said too, so that whoever asks knows what is looked for. */
  read(): IntegrityReport[] {
    return this.checks.map(({ id, label, recipe }) => ({
      id,
      label,
      recipe,
      subjects: [...(this.found.get(id) ?? [])].slice(0, mostListed),
    }));
  }

  /** How many of each kind were found. */
  counts(): { readonly check: string; readonly value: number }[] {
    return this.checks.map(({ id }) => ({ check: id, value: this.found.get(id)?.size ?? 0 }));
  }

  /** Health says which kinds and how many; which cases is for the system administrator. */
  health(): HealthCheck {
    return {
      name: 'integrity',
      trouble: () => {
        const faults = this.counts().filter(({ value }) => value > 0);
        return faults.length === 0 ? undefined : faults.map(({ check, value }) => `${check}: ${value}`).join(', ');
      },
    };
  }

  private async look(): Promise<void> {
    const {
      rows: [slice],
    } = await this.pool.query<{ until: string | null }>({ name: 'integrity-slice', text: nextSlice, values: [this.from] });
    const until = slice?.until ?? null;
    for (const check of this.checks) {
      if (check.bySlices && until === null) {
        if (this.from === beforeAll) this.found.delete(check.id);
        continue;
      }
      await this.lookFor(check, until);
    }
    this.from = until ?? beforeAll;
    if (until === null) return;
    const {
      rows: [after],
    } = await this.pool.query<{ until: string | null }>({ name: 'integrity-slice', text: nextSlice, values: [until] });
    if ((after?.until ?? null) === null) this.from = beforeAll;
  }

  private async lookFor({ id, sql, bySlices }: IntegrityCheck, until: string | null): Promise<void> {
    const { rows } = await this.pool.query<{ subject: string; of?: string }>({
      name: `integrity ${id}`,
      text: sql,
      values: bySlices ? [this.from, until] : [],
    });
    const [before, from] = [this.found.get(id) ?? new Set<string>(), this.from];
    const elsewhere = bySlices ? [...before].filter((subject) => subject <= from || subject > (until ?? '')) : [];
    const now = new Set([...elsewhere, ...rows.map(({ subject }) => subject)]);
    this.found.set(id, now);
    for (const subject of now) if (!before.has(subject)) this.logger.error({ check: id, subject }, 'integrity');
  }
}
