import type { Pool } from 'pg';
import { subjectText } from '@lianxi/contracts';
import { inTransaction } from '../postgres/transaction';
import { newId } from '../record/new-id';
import { keepIncarnation, newestIncarnation } from './incarnation';
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
    if (!this.begun) await inTransaction(this.pool, undefined, keepIncarnation);
    this.begun = true;
    const body = await this.position();
    const subject = subjectText({ city: this.city, from: this.service, to: 'audit', kind: 'record-position' });
    this.link.find()?.publish(subject, JSON.stringify({ id: newId(), kind: 'record-position@1', body }));
  }

  private async position(): Promise<Record<string, unknown>> {
    const { rows } = await this.pool.query<Position>({ name: 'record-position', text: recordPosition });
    return {
      incarnation: rows[0]?.incarnation ?? '',
      position: Number(rows[0]?.position ?? 0),
      unstamped: rows[0]?.unstamped ?? 0,
      oldestUnstamped: rows[0]?.oldest ?? undefined,
    };
  }
}

interface Position {
  readonly incarnation: string | null;
  readonly position: string;
  readonly unstamped: number;
  readonly oldest: number | null;
}

const recordPosition = `
  SELECT ${newestIncarnation} AS incarnation, coalesce((SELECT max(position) FROM journal_position), 0) AS position, count(*)::int AS unstamped,
         extract(epoch FROM lianxi_now() - min(d.created_at))::float8 AS oldest
  FROM delivery d WHERE d.kind = 'record-row@1'
    AND NOT EXISTS (SELECT 1 FROM journal_position p WHERE p.row_id = coalesce(d.journal_id, d.access_id))`;
