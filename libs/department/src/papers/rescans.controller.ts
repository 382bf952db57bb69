import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedKey } from '../cases/cases.controller';
import { rescanReasons, Rescans, type Rescan, type RescanReason } from './rescans';

class RescanForm {
  @ApiProperty({ enum: rescanReasons }) @IsIn(rescanReasons) reason!: RescanReason;
}

class RescansQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1/rescans')
export class RescansController {
  constructor(@Inject(Rescans) private readonly rescans: Rescans) {}

  @Post()
  @HttpCode(202)
  @Policy(['system-administrator'])
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '重新扫描已通过的材料 Scan again all papers of my city that had passed' })
  order(
    @Body() { reason }: RescanForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.rescans.order(reason, checkedKey(key), actorOf(request));
  }

  @Get()
  @Policy(['system-administrator'])
  @ApiOperation({ summary: '重新扫描的进度 Orders to scan again, the latest first, with how many were looked at and what was found' })
  async list(
    @Query() { after, limit = 50 }: RescansQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: Rescan[]; next: string | null }> {
    const found = await this.rescans.list(actorOf(request), after ?? null, limit + 1);
    return { lines: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.id ?? null) : null };
  }
}
