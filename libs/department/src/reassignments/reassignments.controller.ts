import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { findActRow } from '@lianxi/casework';
import { Policy, problems, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '../cases/cases.controller';
import { mostAtOnce, OrderReassignment, type CaseSeen, type ReassignmentOrder } from './order-reassignment';
import type { Reassignment, ReassignmentRow } from './reassignment-rows';

const aPost = /^[a-z0-9][a-z0-9-]{1,80}$/;
const aCaseSeen = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}~[1-9]\d{0,8}~[1-9]\d{0,8}$/;

/** Who may give one case to another post may give many. */
export const reassigningRoles: readonly string[] = findActRow('matter', 'reassign')?.roles ?? [];

class ReassignmentForm {
  @ApiProperty({ description: 'The post that the cases go to' }) @Matches(aPost) toPost!: string;
  @ApiProperty({ required: false, description: 'All open cases of this post, as they stand now' })
  @IsOptional()
  @Matches(aPost)
  fromPost?: string;
  @ApiProperty({ required: false, description: 'Or these, each as id~version~epoch, as you saw it' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostAtOnce)
  @Matches(aCaseSeen, { each: true })
  cases?: string[];
}

class OrdersQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class RowsQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(1_000_000) after?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
  @IsOptional() @IsIn(['done', 'refused', 'waiting']) outcome?: string;
}

@ApiTags('reassignments')
@ApiBearerAuth()
@Controller('v1/reassignments')
export class ReassignmentsController {
  constructor(@Inject(OrderReassignment) private readonly orders: OrderReassignment) {}

  @Post()
  @HttpCode(202)
  @Policy(reassigningRoles)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({
    summary: '批量改派 Give many cases to another post',
    description: 'Each case is then reassigned by itself, as the ordinary act; ask for progress and results.',
  })
  order(
    @Body() form: ReassignmentForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.orders.order(orderFrom(form, checkedKey(key)), actorOf(request));
  }

  @Get()
  @Policy(reassigningRoles)
  @ApiOperation({ summary: '批量改派记录 Orders of my body, the latest first, with progress' })
  async list(
    @Query() { after, limit = 50 }: OrdersQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: Reassignment[]; next: string | null }> {
    const found = await this.orders.list(actorOf(request), after ?? null, limit + 1);
    return { lines: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.id ?? null) : null };
  }

  @Get(':id')
  @Policy(reassigningRoles)
  @ApiOperation({ summary: '进度 How far an order is' })
  progress(@Param('id') id: string, @Req() request: LianxiRequest): Promise<Reassignment> {
    return this.orders.find(checkedId(id), actorOf(request));
  }

  @Get(':id/rows')
  @Policy(reassigningRoles)
  @ApiOperation({ summary: '逐件结果 What became of each case: done, refused with the reason, or waiting' })
  async rows(
    @Param('id') id: string,
    @Query() { after = 0, limit = 50, outcome }: RowsQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: ReassignmentRow[]; next: number | null }> {
    const found = await this.orders.rows(checkedId(id), actorOf(request), { after, outcome: outcome ?? null, limit: limit + 1 });
    return { lines: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.place ?? null) : null };
  }
}

/** Either a post or cases: both, or neither, would be an order that nobody can read twice the same way. */
function orderFrom({ toPost, fromPost, cases }: ReassignmentForm, key: string): ReassignmentOrder {
  if ((fromPost === undefined) === (cases === undefined)) throw problems.formRefused({ field: 'fromPost', allowed: 'fromPost or cases' });
  return fromPost === undefined ? { toPost, key, cases: (cases ?? []).map(seen) } : { toPost, key, fromPost };
}

function seen(mark: string): CaseSeen {
  const [caseId = '', version, epoch] = mark.split('~');
  return { caseId, version: Number(version), epoch: Number(epoch) };
}
