import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, Courier, inTransaction, record, type Tx } from '@lianxi/chassis';
import { exportColumns, type ExportRow } from '../export-row';
import { exportAct } from './export-acts';

/** How long a process may be silent before another goes on with its export. */
const patience = '8 seconds';

/** A dossier waits until the act that compiled it is under a checkpoint. */
const isSigned = `EXISTS (SELECT 1 FROM recorded_rows r JOIN ledger_leaves l ON l.service = r.service AND l.position = r.position WHERE r.service = dossier ->> 'service' AND r.row_id = (dossier ->> 'act')::uuid AND l.leaf_index < $4)`;

/** What came of a package. */
export interface PackageMade {
  readonly sha256: string;
  readonly bytes: number;
  readonly rowsSha256: string;
}

interface Outcome {
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly rowsSha256: string | null;
  readonly failure: string | null;
}

/** The steps the service itself does on an export: each state is left by an act on the record, each piece of progress is kept at once. */
@Injectable()
export class ExportSteps {
  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  /** The longest waiting export that nobody works on, now worked on by `runner`; begun where it was approved, gone on with where a process died. */
  async claim(runner: string, checkpoint: () => Promise<string | undefined>): Promise<ExportRow | undefined> {
    const signed = await checkpoint();
    if (signed === undefined) return undefined;
    const claimed = await inTransaction(this.pool, undefined, async (tx) => {
      const row = await tx.find<ExportRow>(
        'claim-export',
        `UPDATE exports e SET run_by = $1, run_until = lianxi_now() + $2::interval, checkpoint = coalesce(e.checkpoint, $3)
        WHERE e.id = (SELECT id FROM exports WHERE state IN ('approved', 'running') AND (run_until IS NULL OR run_until < lianxi_now()) AND (dossier IS NULL OR ${isSigned}) ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING ${exportColumns}`,
        [runner, patience, signed, Number(signed.split('\n')[1])],
      );
      return row?.state === 'approved'
        ? this.step(tx, row, 'begin', 'running', { checkpoint: row.checkpoint?.split('\n')[2] ?? null })
        : row;
    });
    this.courier.wake();
    return claimed;
  }

  /** Says how far it is and that it goes on. False when another has taken over. */
  async keep(
    runner: string,
    id: string,
    progress: { readonly total: number; readonly done: number; readonly segments: number; readonly lastIndex: number | null },
  ): Promise<boolean> {
    const { rowCount } = await this.pool.query({
      name: 'keep-export',
      values: [runner, id, progress.total, progress.done, progress.segments, progress.lastIndex, patience],
      text: 'UPDATE exports SET rows_total = $3, rows_done = $4, segments = $5, last_index = $6, run_until = lianxi_now() + $7::interval WHERE id = $2 AND run_by = $1',
    });
    return rowCount === 1;
  }

  async stillHere(runner: string, id: string): Promise<void> {
    await this.pool.query({
      name: 'export-goes-on',
      text: 'UPDATE exports SET run_until = lianxi_now() + $3::interval WHERE id = $2 AND run_by = $1',
      values: [runner, id, patience],
    });
  }

  async finish(runner: string, id: string, { sha256, bytes, rowsSha256 }: PackageMade): Promise<void> {
    await this.end(
      runner,
      id,
      'finish',
      'ready',
      ({ filter, rows_done: rows, checkpoint }) => ({ filter, rows, sha256, bytes, rowsSha256, size: Number(checkpoint?.split('\n')[1]) }),
      { sha256, bytes, rowsSha256, failure: null },
    );
  }

  async fail(runner: string, id: string, code: string): Promise<void> {
    await this.end(runner, id, 'fail', 'failed', () => ({ code }), { sha256: null, bytes: null, rowsSha256: null, failure: code });
  }

  /** Gives it back, to be gone on with by whoever comes first. */
  async letGo(runner: string, id: string): Promise<void> {
    await this.pool.query({
      name: 'let-export-go',
      text: 'UPDATE exports SET run_by = NULL, run_until = NULL WHERE id = $2 AND run_by = $1',
      values: [runner, id],
    });
  }

  private async end(
    runner: string,
    id: string,
    act: 'finish' | 'fail',
    to: string,
    detail: (row: ExportRow) => Record<string, unknown>,
    outcome: Outcome,
  ): Promise<void> {
    await inTransaction(this.pool, undefined, async (tx) => {
      const row = await tx.find<ExportRow>(
        'export-run-by',
        `SELECT ${exportColumns} FROM exports e WHERE e.id = $1 AND e.run_by = $2 AND e.state = 'running' FOR UPDATE`,
        [id, runner],
      );
      if (!row) return;
      await this.step(tx, row, act, to, detail(row));
      await tx.rows(
        'export-ended',
        'UPDATE exports SET run_by = NULL, run_until = NULL, package_sha256 = $2, package_bytes = $3, rows_sha256 = $4, failure = $5 WHERE id = $1',
        [id, outcome.sha256, outcome.bytes, outcome.rowsSha256, outcome.failure],
      );
    });
    this.courier.wake();
  }

  private async step(tx: Tx, row: ExportRow, act: string, to: string, detail: Record<string, unknown>): Promise<ExportRow> {
    const done = exportAct(tx, { ...row, version: row.version + 1 }, { act, from: row.state, to, detail });
    await record(tx, { journal: [done] });
    await tx.rows(
      'step-export',
      'UPDATE exports SET state = $2, version = version + 1, history_hash = $3, changed_at = lianxi_now() WHERE id = $1',
      [row.id, to, done.hash],
    );
    return { ...row, state: to, version: row.version + 1, history_hash: done.hash };
  }
}
