import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { Pool } from 'pg';
import { inTransaction, OFFICER_POOL, Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf } from '../cases/cases.controller';
import { remindersOf, type Reminder } from './reminders';

class RemindersQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/reminders')
export class RemindersController {
  constructor(@Inject(OFFICER_POOL) private readonly pool: Pool) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({ summary: '期限提醒 Reminders that reached my post, or the one I stand in for' })
  async list(
    @Query() { after, limit = 50 }: RemindersQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: Reminder[]; next: string | null }> {
    const actor = actorOf(request);
    const found = await inTransaction(this.pool, actor, (tx) => remindersOf(tx, actor, after ?? null, limit + 1));
    return { lines: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.id ?? null) : null };
  }
}
