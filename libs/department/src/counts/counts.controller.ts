import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf } from '../cases/cases.controller';
import { CaseCounts, type BodyCounts } from './case-counts';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/counts')
export class CountsController {
  constructor(@Inject(CaseCounts) private readonly counts: CaseCounts) {}

  @Get()
  @Policy('any-post')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      '本机关在办、逾期、即将到期和被退回数量 How many cases my body has open, overdue, due within seven days, and returned to it in ninety',
  })
  async read(@Req() request: LianxiRequest): Promise<BodyCounts & { body: string }> {
    const actor = actorOf(request);
    return { body: actor.body, ...(await this.counts.of(actor)) };
  }
}
