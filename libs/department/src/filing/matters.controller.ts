import { Body, Controller, Get, Header, Headers, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import { OFFICER_POOL, Policy, problems, TakesPapers, type LianxiRequest } from '@lianxi/chassis';
import { checkedKey } from '../cases/cases.controller';
import { FileMatter } from './file-matter';
import { FileMatterForm, FileOnBehalfForm } from './file-matter.dto';
import { receiptHash } from './receipt';

@ApiTags('filing')
@Controller('v1')
export class MattersController {
  constructor(@Inject(FileMatter) private readonly fileMatter: FileMatter, @Inject(OFFICER_POOL) private readonly pool: Pool) {}

  @Post('matters')
  @Policy('public')
  @TakesPapers(3)
  @Header('content-type', 'application/json; charset=utf-8')
  @RouteConfig({ rateLimit: {} })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '提交事项 File a matter', description: '任何人可提交；不得填写国家秘密。Anyone may file; state secrets must not be entered.' })
  file(@Body() form: FileMatterForm, @Headers('idempotency-key') key: string | undefined, @Req() { papers = [] }: LianxiRequest): Promise<string> {
    return this.fileMatter.file({ form, key: checkedKey(key), actor: 'public', papers });
  }

  @Post('matters/on-behalf')
  @Policy(['intake-officer', 'case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'])
  @TakesPapers(3)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiBearerAuth()
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '代为登记 File for a letter, a call, a visit or another authority' })
  fileOnBehalf(@Body() form: FileOnBehalfForm, @Headers('idempotency-key') key: string | undefined, @Req() { actor, papers = [] }: LianxiRequest): Promise<string> {
    if (!actor) throw problems.notSignedIn();
    if (form.facts['receivedBy'] !== undefined && form.facts['receivedBy'] !== actor.body) throw problems.formRefused({ field: 'facts.receivedBy', allowed: [actor.body] });
    const facts = { ...form.facts, receivedBy: actor.body };
    const forPost = actor.forPost === undefined ? {} : { forPost: actor.forPost };
    return this.fileMatter.file({ form: { ...form, facts }, key: checkedKey(key), actor: actor.person, post: actor.post, papers, ...forPost });
  }

  @Get('receipts/:receipt')
  @Policy('public')
  @RouteConfig({ rateLimit: {} })
  @ApiOperation({ summary: '凭回执查询 What became of a filing, by its receipt' })
  async status(@Param('receipt') receipt: string): Promise<Record<string, unknown>> {
    const { rows } = await this.pool.query<Record<string, unknown>>({ name: 'receipt-status', values: [receiptHash(receipt)],
      text: 'SELECT city, issued_at AS "filedAt" FROM receipts WHERE hash = $1' });
    if (!/^\d{4}-?\d{4}-?\d{4}-?\d{4}$/.test(receipt) || !rows[0]) throw problems.notFound();
    return { status: 'received', ...rows[0] };
  }
}
