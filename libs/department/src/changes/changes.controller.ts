import { PassThrough } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf } from '../cases/cases.controller';
import { ChangeFeed, type ChangeLine } from './change-feed';

class ChangesQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) after?: number;
}

/** A token counts for as long as it lasts, an open answer would count for ever: whoever listens comes again with a new one. */
const longestMs = 240_000;
/** Shows that both ends are there. */
const signOfLifeMs = 20_000;

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/changes')
export class ChangesController {
  constructor(@Inject(ChangeFeed) private readonly feed: ChangeFeed) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({
    summary:
      '事项变动 Which of the cases I may know of move on, as they do: a line of JSON each ({"position", "cases": [{"id", "version"}]})',
    description: 'Ends after four minutes; go on with `after`, the last position.',
  })
  async follow(@Query() { after }: ChangesQuery, @Req() request: LianxiRequest, @Res() reply: FastifyReply): Promise<void> {
    const lines = new PassThrough();
    const tell = (line: ChangeLine): void => {
      lines.write(`${JSON.stringify(line)}\n`);
    };
    const stop = await this.feed.listen({ actor: actorOf(request), tell, end: () => lines.end() }, after);
    const life = setInterval(() => lines.write('\n'), signOfLifeMs);
    const end = setTimeout(() => lines.end(), longestMs);
    lines.once('close', () => {
      stop();
      clearInterval(life);
      clearTimeout(end);
    });
    await reply.type('application/x-ndjson; charset=utf-8').header('cache-control', 'no-store').send(lines);
  }
}
