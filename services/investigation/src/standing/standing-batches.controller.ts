import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { standingRoles } from '@lianxi/casework';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '@lianxi/department';
import { StandingBatches, type StandingBatch, type StandingBatchRow } from './standing-batches';
import { BatchRowsQuery, StandingBatchForm } from './standing-forms';

@ApiTags('standing')
@ApiBearerAuth()
@Controller('v1/standing-batches')
export class StandingBatchesController {
  constructor(@Inject(StandingBatches) private readonly batches: StandingBatches) {}

  @Post()
  @HttpCode(202)
  @Policy(standingRoles)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({
    summary: '批量查询 Ask about a list of applicants',
    description: 'Each applicant is a query of its own on the record; ask for progress and rows.',
  })
  ask(
    @Body() form: StandingBatchForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.batches.ask(form, checkedKey(key), actorOf(request));
  }

  @Get(':id')
  @Policy(standingRoles)
  @ApiOperation({ summary: '进度 How far a list is' })
  progress(@Param('id') id: string, @Req() request: LianxiRequest): Promise<StandingBatch> {
    return this.batches.find(checkedId(id), actorOf(request));
  }

  @Get(':id/rows')
  @Policy(standingRoles)
  @ApiOperation({ summary: '逐人结果 What was found of each applicant, in the order in which they were named' })
  async rows(
    @Param('id') id: string,
    @Query() { after = 0, limit = 50 }: BatchRowsQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: StandingBatchRow[]; next: number | null }> {
    const found = await this.batches.rows(checkedId(id), actorOf(request), after, limit + 1);
    return { lines: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.place ?? null) : null };
  }

  @Get(':id/statement')
  @Policy(standingRoles)
  @ApiOperation({ summary: '签名结果 The whole list as a signed note, once it is answered' })
  statement(@Param('id') id: string, @Req() request: LianxiRequest): Promise<{ note: string }> {
    return this.batches.statement(checkedId(id), actorOf(request));
  }
}
