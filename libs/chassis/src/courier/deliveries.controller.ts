import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { COURIER_POOL } from '../bootstrap/tokens';
import { Policy } from '../identity/policy';

/** What is owed to one service. */
export interface OwedTo {
  readonly receiver: string;
  readonly owed: number;
  readonly oldestSeconds: number;
  readonly mostAttempts: number;
}

/** One message that waits, without its content. */
export interface Waiting {
  readonly id: string;
  readonly receiver: string;
  readonly kind: string;
  readonly caseId: string | null;
  readonly attempts: number;
  readonly ageSeconds: number;
}

const owedTo = `SELECT receiver, count(*)::int AS owed, extract(epoch FROM lianxi_now() - min(created_at))::float8 AS "oldestSeconds", max(attempts)::int AS "mostAttempts" FROM delivery GROUP BY receiver ORDER BY receiver`;
const oldest = `SELECT id, receiver, kind, case_id AS "caseId", attempts, extract(epoch FROM lianxi_now() - created_at)::float8 AS "ageSeconds" FROM delivery ORDER BY created_at, id LIMIT 50`;

@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1/deliveries')
export class DeliveriesController {
  constructor(@Inject(COURIER_POOL) private readonly pool: Pool) {}

  @Get()
  @Policy(['system-administrator'])
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '未送达的消息及其时长 What is owed to whom, and for how long; the fifty oldest' })
  async read(): Promise<{ receivers: OwedTo[]; oldest: Waiting[] }> {
    const [receivers, waiting] = await Promise.all([this.pool.query<OwedTo>(owedTo), this.pool.query<Waiting>(oldest)]);
    return { receivers: receivers.rows, oldest: waiting.rows };
  }
}
