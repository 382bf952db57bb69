import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, Courier, inTransaction, LOGGER, newId, type Logger, type Tx } from '@lianxi/chassis';
import { readBody, type Subject } from '@lianxi/contracts';

/** How whole one service's record is here. */
export interface ServiceRecord extends Record<string, unknown> {
  readonly service: string;
  readonly announced: number;
  readonly received: number;
  readonly missing: readonly number[];
  readonly unstamped: number;
  readonly oldestUnstamped: number | null;
  readonly silentFor: number;
  readonly restoredFrom: number | null;
}

/** What is missing between two positions of a service; looked for one by one only where the count says that something is. */
const missingBetween = (from: string, until: string): string => `
  CASE WHEN (SELECT count(*) FROM recorded_rows r WHERE r.service = a.service AND r.position BETWEEN ${from} AND ${until}) = ${until} - ${from} + 1 THEN '{}'
       ELSE ARRAY(SELECT g.position::int FROM generate_series(${from}, ${until}) AS g(position)
                  WHERE NOT EXISTS (SELECT 1 FROM recorded_rows r WHERE r.service = a.service AND r.position = g.position) ORDER BY 1 LIMIT 1000) END`;

/** A service's record reaches as far as it said, or as far as its rows already go. */
const reaching = `(SELECT p.*, greatest(p.position, coalesce((SELECT max(r.position) FROM recorded_rows r WHERE r.service = p.service), 0)) AS reach FROM announced_positions p)`;

const state = `
  SELECT a.service, a.position::int AS announced, (SELECT count(*)::int FROM recorded_rows r WHERE r.service = a.service) AS received,
         a.unstamped, a.oldest_unstamped AS "oldestUnstamped", extract(epoch FROM lianxi_now() - a.announced_at)::float8 AS "silentFor", a.restored_from::int AS "restoredFrom",
         ${missingBetween('1', 'a.reach')} AS missing
  FROM ${reaching} a ORDER BY a.service`;

/** How much of a long record is looked through at a time, beside its end: what is asked every few seconds must not grow with the record. */
const slice = 50_000;
const lookThrough = `
  SELECT a.service, (${missingBetween('greatest(1, a.reach - $2 + 1)', 'a.reach')} || ${missingBetween('s.from_position', 's.until_position')}) AS missing
  FROM ${reaching} a, LATERAL (SELECT from_position, least(from_position + $2 - 1, a.reach) AS until_position FROM (SELECT 1 + ($1::bigint * $2) % greatest(a.reach, 1) AS from_position) f) s`;

/** Compares what services say they have recorded with what arrived, and asks for what is missing. */
@Injectable()
export class Completeness implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round = 0;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.courier.onUnrecorded('record-position@1', keepPosition);
    this.timer = setInterval(
      () => void this.askForMissing().catch((error: Error) => this.logger.warn({ error: error.name }, 'completeness')),
      3_000,
    );
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async read(): Promise<{ complete: boolean; services: ServiceRecord[] }> {
    const { rows } = await this.pool.query<ServiceRecord>(state);
    const complete = rows.every(
      ({ missing, unstamped, restoredFrom, silentFor }) =>
        missing.length === 0 && unstamped === 0 && restoredFrom === null && silentFor < 10,
    );
    return { complete, services: rows };
  }

  /** What the relay already owes arrives by itself; asking again only helps what was lost on the way here. */
  private async askForMissing(): Promise<void> {
    const { rows } = await this.pool.query<Pick<ServiceRecord, 'service' | 'missing'>>({
      name: 'look-through',
      text: lookThrough,
      values: [this.round++, slice],
    });
    for (const { service, missing } of rows.filter((each) => each.missing.length > 0)) {
      await inTransaction(this.pool, undefined, (tx) =>
        tx.rows(
          'ask-for-missing',
          `
        INSERT INTO delivery (id, city, receiver, kind, body, created_at)
        SELECT $1, 'all', $2, 'rows-wanted@1', $3, lianxi_now()
        WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.receiver = $2 AND d.kind = 'rows-wanted@1')`,
          [newId(), service, JSON.stringify({ positions: missing })],
        ),
      );
    }
    this.courier.wake();
  }
}

/** A position below one announced before means a restored backup: said aloud, never taken silently. */
async function keepPosition(tx: Tx, subject: Subject, given: unknown): Promise<void> {
  const body = readBody('record-position@1', given);
  await tx.rows(
    'keep-position',
    `
    INSERT INTO announced_positions AS a (service, incarnation, position, unstamped, oldest_unstamped, announced_at) VALUES ($1, $2, $3, $4, $5, lianxi_now())
    ON CONFLICT (service) DO UPDATE SET incarnation = excluded.incarnation, unstamped = excluded.unstamped, oldest_unstamped = excluded.oldest_unstamped, announced_at = excluded.announced_at,
      restored_from = CASE WHEN excluded.position < a.position AND excluded.incarnation <> a.incarnation THEN a.position ELSE a.restored_from END,
      position = CASE WHEN excluded.incarnation = a.incarnation THEN greatest(a.position, excluded.position) ELSE excluded.position END`,
    [subject.from, body.incarnation, body.position, body.unstamped, body.oldestUnstamped ?? null],
  );
}
