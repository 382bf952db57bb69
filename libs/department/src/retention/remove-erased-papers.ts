import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, inTransaction, LOGGER, PaperKeeper, Repeating, type Logger, type Tx } from '@lianxi/chassis';

/** Bytes cannot go in the transaction that certifies it: they go after it, and after a crash when the service is up again. Until then nobody is given them. */
@Injectable()
export class RemoveErasedPapers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(PaperKeeper) private readonly keeper: PaperKeeper,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.repeating = new Repeating('erased papers', 2_000, () => inTransaction(this.pool, undefined, (tx) => this.removeSome(tx)), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async removeSome(tx: Tx): Promise<void> {
    const papers = await tx.rows<{ id: string }>(
      'papers-to-remove',
      'SELECT id FROM papers WHERE erased_by IS NOT NULL AND bytes_gone_at IS NULL ORDER BY id LIMIT 200',
    );
    const gone: string[] = [];
    for (const { id } of papers) if (await this.remove(id)) gone.push(id);
    if (gone.length > 0) await tx.rows('papers-removed', 'UPDATE papers SET bytes_gone_at = lianxi_now() WHERE id = ANY ($1)', [gone]);
  }

  /** One file that cannot be removed keeps no other. */
  private async remove(id: string): Promise<boolean> {
    return this.keeper.remove(id).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        this.logger.error({ paper: id, code: error.code }, 'erased papers: a file cannot be removed');
        return false;
      },
    );
  }
}
