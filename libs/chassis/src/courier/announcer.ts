import type { Pool } from 'pg';
import { subjectText } from '@lianxi/contracts';
import { inTransaction, type Tx } from '../postgres/transaction';
import { newId } from '../record/new-id';
import { currentIncarnation, keepIncarnation } from './incarnation';
import type { NatsLink } from './nats-link';

/** Says every second how long this service's record is, so that the audit service sees a gap and a missing tail. */
export class Announcer {
  private timer: NodeJS.Timeout | undefined;
  private begun = false;

  constructor(
    private readonly service: string,
    private readonly city: string,
    private readonly pool: Pool,
    private readonly link: NatsLink,
    private readonly report: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.announce().catch(this.report), 1_000);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async announce(): Promise<void> {
    const body = await inTransaction(this.pool, undefined, async (tx) => {
      if (!this.begun) await keepIncarnation(tx);
      return position(tx);
    });
    this.begun = true;
    const subject = subjectText({ city: this.city, from: this.service, to: 'audit', kind: 'record-position' });
    this.link.find()?.publish(subject, JSON.stringify({ id: newId(), kind: 'record-position@1', body }));
  }
}

async function position(tx: Tx): Promise<Record<string, unknown>> {
  const row = await tx.find<{ position: string; unstamped: number; oldest: number | null }>(
    'record-position',
    `
    SELECT coalesce((SELECT max(position) FROM journal_position), 0) AS position, count(*)::int AS unstamped,
           extract(epoch FROM lianxi_now() - min(d.created_at))::float8 AS oldest
    FROM delivery d WHERE d.kind = 'record-row@1'
      AND NOT EXISTS (SELECT 1 FROM journal_position p WHERE p.row_id = coalesce(d.journal_id, d.access_id))`,
  );
  return {
    incarnation: await currentIncarnation(tx),
    position: Number(row?.position ?? 0),
    unstamped: row?.unstamped ?? 0,
    oldestUnstamped: row?.oldest ?? undefined,
  };
}
