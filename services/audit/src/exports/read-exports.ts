import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actsAllowed, exportOfRecord, exportPurposes, stateLabelOf, type Label } from '@lianxi/casework';
import { AccessLog, inTransaction, OFFICER_POOL, problems, type Actor } from '@lianxi/chassis';
import { allowedView } from '@lianxi/department';
import { exportStanding, exportSubject } from './acts/export-acts';
import { exportColumns, type ExportRow } from './export-row';
import { packageName, RunExports } from './run-exports';

/** An export as auditors see it. */
export interface ExportView {
  readonly id: string;
  readonly state: string;
  readonly stateLabel: Label | undefined;
  readonly version: number;
  readonly filter: ExportRow['filter'];
  readonly purpose: string;
  readonly purposeLabel: Label | undefined;
  readonly askedBy: { readonly post: string; readonly body: string };
  readonly askedAt: string;
  readonly rows: { readonly done: number; readonly total: number | null };
  readonly package: { readonly sha256: string; readonly bytes: number; readonly rowsSha256: string | null } | null;
  readonly failure: string | null;
  /** Whether it carries the texts and papers of its case, and whether they are still there. */
  readonly dossier: { readonly service: string; readonly number: string | null; readonly goneAt: string | null } | null;
  readonly acts: readonly ReturnType<typeof allowedView>[];
}

/** Shows exports and hands out their packages, to auditors of their city. */
@Injectable()
export class ReadExports {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(RunExports) private readonly runExports: RunExports,
  ) {}

  async list(actor: Actor, after: string | null, limit: number): Promise<{ lines: ExportView[]; next: string | null }> {
    const found = await inTransaction(this.pool, actor, (tx) =>
      tx.rows<ExportRow>(
        'exports-page',
        `SELECT ${exportColumns} FROM exports e WHERE e.city = $3 AND ($1::uuid IS NULL OR e.id < $1) ORDER BY e.id DESC LIMIT $2`,
        [after, limit + 1, actor.city],
      ),
    );
    const lines = found.slice(0, limit);
    return { lines: lines.map((row) => viewOf(row, actor)), next: found.length > limit ? (lines.at(-1)?.id ?? null) : null };
  }

  async read(id: string, actor: Actor): Promise<ExportView> {
    return viewOf(await this.get(id, actor), actor);
  }

  /** Throws a 404 problem for an export of another city, which is on the record as a denial, and for one that is not ready. */
  async open(id: string, actor: Actor): Promise<{ name: string; bytes: number; sha256: string; content: Readable }> {
    const row = await this.get(id, actor);
    if (row.package_gone_at !== null) throw problems.erased({ details: { at: row.package_gone_at } });
    if (row.state !== 'ready' || row.package_sha256 === null || row.package_bytes === null) throw problems.notFound();
    await this.accessLog.noteLook('export', actor, row.filter.caseId ?? null, row.package_sha256);
    return {
      name: `lianxi-${row.id}.zip`,
      bytes: row.package_bytes,
      sha256: row.package_sha256,
      content: await this.runExports.filesOf(row.id).getStream(packageName),
    };
  }

  private async get(id: string, actor: Actor): Promise<ExportRow> {
    const row = await inTransaction(this.pool, actor, (tx) =>
      tx.find<ExportRow>('export', `SELECT ${exportColumns} FROM exports e WHERE e.id = $1 AND e.city = $2`, [id, actor.city]),
    );
    if (row) return row;
    await this.accessLog.noteDenial(actor, id);
    throw problems.notFound();
  }
}

function viewOf(row: ExportRow, actor: Actor): ExportView {
  return {
    id: row.id,
    state: row.state,
    stateLabel: stateLabelOf(exportOfRecord.id, row.state),
    version: row.version,
    filter: row.filter,
    purpose: row.purpose,
    purposeLabel: exportPurposes.find(({ code }) => code === row.purpose)?.label,
    askedBy: { post: row.asked_post, body: row.asked_body },
    askedAt: row.asked_at,
    rows: { done: row.rows_done, total: row.rows_total },
    package:
      row.package_sha256 === null ? null : { sha256: row.package_sha256, bytes: row.package_bytes ?? 0, rowsSha256: row.rows_sha256 },
    failure: row.failure,
    dossier: row.dossier && { service: row.dossier.service, number: row.dossier.number, goneAt: row.package_gone_at },
    acts: actsAllowed(exportOfRecord, exportSubject(row), exportStanding(actor, row.city)).map(allowedView),
  };
}
