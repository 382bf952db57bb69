import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Policy } from '../identity/policy';
import type { LianxiRequest } from '../identity/policy-guard';
import { problems } from '../problem/problems';
import { Courier } from './courier';
import type { DeadLetter } from './dead-letters';

class DeadLetterQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(@Inject(Courier) private readonly courier: Courier) {}

  @Get()
  @Policy(['system-administrator'])
  @ApiOperation({ summary: '无法处理的消息 Messages that could not be handled, and how many wait behind each' })
  async list(@Query() { after, limit = 50 }: DeadLetterQuery): Promise<{ lines: DeadLetter[]; next: string | null }> {
    const found = await this.courier.deadLetters.list(after ?? null, limit + 1);
    const lines = found.slice(0, limit);
    return { lines, next: found.length > limit ? (lines.at(-1)?.id ?? null) : null };
  }

  @Post(':id/replay')
  @HttpCode(200)
  @Policy(['system-administrator'])
  @ApiOperation({ summary: '重新处理 Handle one again after its cause was mended' })
  replay(@Param('id') id: string, @Req() { actor }: LianxiRequest): Promise<{ handled: number }> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw problems.idMalformed({ field: 'id' });
    if (!actor) throw problems.notSignedIn();
    return this.courier.deadLetters.replay(id, actor);
  }
}
