import { Body, Controller, Get, Header, Headers, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import {
  CONFIGURATION,
  COURIER_POOL,
  inTransaction,
  Policy,
  problems,
  TakesPapers,
  type Configuration,
  type JsonOf,
  type LianxiRequest,
} from '@lianxi/chassis';
import { stateLabelOf } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import { instant } from '../cases/case-columns';
import { checkedKey } from '../cases/cases.controller';
import { FileMatter, type Filed } from './file-matter';
import { FileMatterForm, FileOnBehalfForm } from './file-matter.dto';
import { fileAs, filersOnBehalf } from './file-on-behalf';
import { receiptHashes } from './receipt';

@ApiTags('filing')
@Controller('v1')
export class MattersController {
  constructor(
    @Inject(FileMatter) private readonly fileMatter: FileMatter,
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post('matters')
  @Policy('public')
  @TakesPapers(3)
  @Header('content-type', 'application/json; charset=utf-8')
  @RouteConfig({ rateLimit: {} })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({
    summary: '提交事项 File a matter',
    description: '任何人可提交；不得填写国家秘密。Anyone may file; state secrets must not be entered.',
  })
  file(
    @Body() form: FileMatterForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() { papers = [] }: LianxiRequest,
  ): Promise<JsonOf<Filed>> {
    return this.fileMatter.file({ form, key: checkedKey(key), actor: 'public', papers });
  }

  @Post('matters/on-behalf')
  @Policy(filersOnBehalf)
  @TakesPapers(3)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiBearerAuth()
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '代为登记 File for a letter, a call, a visit or another authority' })
  fileOnBehalf(
    @Body() form: FileOnBehalfForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() { actor, papers = [] }: LianxiRequest,
  ): Promise<JsonOf<Filed>> {
    if (!actor) throw problems.notSignedIn();
    return this.fileMatter.file(fileAs(actor, form, checkedKey(key), papers));
  }

  @Get('receipts/:receipt')
  @Policy('public')
  @RouteConfig({ rateLimit: {} })
  @ApiOperation({ summary: '凭回执查询 What became of a filing, by its receipt' })
  async status(@Param('receipt') receipt: string): Promise<Record<string, unknown>> {
    if (!/^\d{4}-?\d{4}-?\d{4}-?\d{4}$/.test(receipt)) throw problems.notFound({ field: 'receipt' });
    const found = await inTransaction(this.pool, undefined, (tx) =>
      tx.find<ReceiptStatus>('receipt-status', receiptStatus, [receiptHashes(this.configuration.LIANXI_RECEIPT_HASH_KEY, receipt)]),
    );
    if (!found) throw problems.notFound({ field: 'receipt' });
    const { state, isHere, ...where } = found;
    return {
      ...where,
      holderNames: register.findBody(where.holder)?.names,
      state: isHere ? state : 'handed-over',
      stateLabel: isHere ? stateLabelOf('matter', state) : stateLabelOf('hand-over', 'committed'),
    };
  }
}

interface ReceiptStatus extends Record<string, unknown> {
  readonly holder: string;
  readonly service: string;
  readonly state: string;
  readonly isHere: boolean;
}

/** What whoever has a receipt may know: with whom the matter lies, and how far it is while it lies here. */
const receiptStatus = `SELECT r.city, c.holder, c.service, c.state, c.standing = 'holding' AS "isHere", ${instant('c.filed_at', '"filedAt"')}
  FROM receipts r JOIN cases c ON c.id = r.case_id WHERE r.hash = ANY ($1)`;
