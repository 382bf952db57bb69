import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { readCheckpoint, readNote } from '@lianxi/checker';
import {
  CONFIGURATION,
  isPassing,
  LOGGER,
  newId,
  OFFICER_POOL,
  PaperKeeper,
  Repeating,
  type Configuration,
  type Logger,
} from '@lianxi/chassis';
import { textsName, type FetchPaper } from './dossiers/dossier-content';
import { ExportSteps } from './acts/export-steps';
import type { ExportRow } from './export-row';
import { LOG, type Log } from './log';
import { LogEntries } from './package/log-entries';
import { Look } from './package/look';
import { makePackage, packageName } from './package/make-package';
import { SealedFiles } from './package/sealed-files';
import { selectCertificates } from './package/select-certificates';
import { Segments } from './package/segments';
import { SelectedEntries } from './package/select-entries';
import { writeSegments } from './package/write-segments';

/** Makes the packages that were asked for, one at a time, in the background; what a process left undone another goes on with. */
@Injectable()
export class RunExports implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly runner = newId();
  private readonly directory: string;
  private readonly key: Buffer;
  private readonly repeating: Repeating;

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(ExportSteps) private readonly steps: ExportSteps,
    @Inject(LOG) private readonly log: Log | undefined,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(PaperKeeper) private readonly keeper: PaperKeeper,
  ) {
    this.directory = join(configuration.LIANXI_PAPERS_DIR, 'exports');
    this.key = Buffer.from(configuration.LIANXI_PAPER_KEY, 'base64');
    this.repeating = new Repeating('exports', 500, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    if (this.log) this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  filesOf(id: string): SealedFiles {
    return new SealedFiles(this.directory, id, this.key);
  }

  private async round(): Promise<void> {
    const log = this.log as Log;
    const row = await this.steps.claim(this.runner, () => log.checkpoint());
    if (row) await this.run(row, log);
  }

  private async run(row: ExportRow, log: Log): Promise<void> {
    const alive = setInterval(() => void this.steps.stillHere(this.runner, row.id).catch(() => undefined), 2_000);
    try {
      await this.make(row, log);
    } catch (error) {
      const { name, code } = error as { name: string; code?: string };
      this.logger.error({ export: row.id, error: name, code }, 'an export failed');
      if (!isPassing(error)) await this.steps.fail(this.runner, row.id, code ?? 'internal');
    } finally {
      clearInterval(alive);
      await this.steps.letGo(this.runner, row.id).catch(() => undefined);
    }
  }

  private async make(row: ExportRow, log: Log): Promise<void> {
    const { size } = readCheckpoint(readNote(row.checkpoint ?? '', 'checkpoint').text);
    const files = this.filesOf(row.id);
    const segments = new Segments(files);
    const standing = { body: row.asked_body, post: row.asked_post, city: row.city };
    const selected = new SelectedEntries(this.pool, standing, row, size);
    const begun = {
      total: row.rows_total ?? (await selected.count()),
      done: row.rows_done,
      segments: row.segments,
      lastIndex: row.last_index,
    };
    const keep = async (progress: typeof begun): Promise<boolean> =>
      this.repeating.goesOn && this.steps.keep(this.runner, row.id, progress);
    if (!(await keep(begun))) return;
    const look = new Look(row.filter, await selectCertificates(this.pool, standing, row, size, new LogEntries(log.read, size)));
    if (row.dossier && look.erasures.certificates.count > 0) throw new DossierErased('The case was erased before its dossier was made.');
    const written = await writeSegments(
      new LogEntries(log.read, size).of(selected.after(begun.lastIndex)),
      row,
      segments,
      look,
      begun,
      keep,
    );
    if (!written) return;
    const fetchPaper: FetchPaper = (caseId, service, { id, sha256 }) =>
      this.keeper.getElsewhere({ id, case_id: caseId, owner_service: service, sha256 });
    const made = await makePackage(
      { ...row, rows_total: written.total, rows_done: written.done, segments: written.segments, last_index: written.lastIndex },
      segments,
      look,
      log,
      files,
      fetchPaper,
    );
    await this.steps.finish(this.runner, row.id, made);
    await segments.drop(written.segments);
    await files.drop(textsName);
  }
}

/** Texts that were erased leave in no dossier. */
class DossierErased extends Error {
  readonly code = 'erased';
}

export { packageName };
