import { Controller, Get, Headers, Inject } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { openingReasons, type Label } from '@lianxi/casework';
import { CONFIGURATION, COURIER_POOL, inTransaction, Policy, type Configuration } from '@lianxi/chassis';
import { instant, receiptHashes } from '@lianxi/department';

/** What a reporter is told of an opening. */
export interface ToldOpening {
  readonly at: string;
  readonly body: string;
  readonly reason: Label | undefined;
}

/** Reporters are told by their receipt; whoever has none, or one that is not known, is told as much as one whose identity nobody opened. */
@ApiTags('identities')
@Controller('v1/told')
@Policy('public')
export class ToldController {
  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @RouteConfig({ rateLimit: {} })
  @ApiHeader({ name: 'x-lianxi-receipt', required: true })
  @ApiOperation({ summary: '凭回执查看身份是否被查看 Was the identity given with this report opened' })
  async told(@Headers('x-lianxi-receipt') receipt = ''): Promise<ToldOpening[]> {
    const rows = await inTransaction(this.pool, undefined, (tx) =>
      tx.rows<{ at: string; body: string; reason: string }>(
        'told-of-opening',
        `SELECT ${instant('o.opened_at', 'at')}, o.asked_body AS body, o.reason
      FROM sealed_identities s JOIN openings o ON o.case_id = s.case_id WHERE s.receipt = ANY ($1) AND o.opened_at IS NOT NULL AND o.tell = 'tell' ORDER BY o.opened_at`,
        [receiptHashes(this.configuration.LIANXI_RECEIPT_HASH_KEY, receipt)],
      ),
    );
    return rows.map(({ at, body, reason }) => ({ at, body, reason: openingReasons.find(({ code }) => code === reason)?.label }));
  }
}
