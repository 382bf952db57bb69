import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, inTransaction, LOGGER, Repeating, type Logger, type Tx } from '@lianxi/chassis';
import { packageName } from '../package/make-package';
import { RunExports } from '../run-exports';
import { textsName } from './dossier-content';

/** When a case is erased its dossiers go too: a package kept here would be a copy of what is certified to be gone. */
@Injectable()
export class DropErasedDossiers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(RunExports) private readonly runExports: RunExports,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('erased dossiers', 3_000, () => inTransaction(this.pool, undefined, (tx) => this.dropSome(tx)), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async dropSome(tx: Tx): Promise<void> {
    const erased = await tx.rows<{ id: string }>(
      'erased-dossiers',
      `
      SELECT e.id FROM exports e WHERE e.dossier IS NOT NULL AND e.package_gone_at IS NULL AND e.state IN ('ready', 'refused', 'failed')
        AND EXISTS (SELECT 1 FROM recorded_rows r WHERE r.case_id = (e.filter ->> 'caseId')::uuid AND r.act = 'confirm-erasure') ORDER BY e.id LIMIT 100`,
    );
    for (const { id } of erased) for (const name of [packageName, textsName]) await this.runExports.filesOf(id).drop(name);
    if (erased.length > 0)
      await tx.rows('dossiers-dropped', 'UPDATE exports SET package_gone_at = lianxi_now() WHERE id = ANY ($1)', [
        erased.map(({ id }) => id),
      ]);
  }
}
