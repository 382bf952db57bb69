import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { inTransaction, OFFICER_POOL, Policy, problems, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId } from '../cases/cases.controller';
import { findCase } from '../cases/read-rows';
import { mayKnow } from '../sealed/named-people';
import { findAlike, type Alike } from './find-alike';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/cases/:id/alike')
export class DuplicatesController {
  constructor(@Inject(OFFICER_POOL) private readonly pool: Pool) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({ summary: '疑似重复事项 Open cases of my body with the same title, unit or reporter' })
  async alike(@Param('id') id: string, @Req() request: LianxiRequest): Promise<{ lines: Alike[] }> {
    const actor = actorOf(request);
    return inTransaction(this.pool, actor, async (tx) => {
      const row = await findCase(tx, checkedId(id));
      if (!row || !(await mayKnow(tx, row, actor))) throw problems.notFound();
      return { lines: await findAlike(tx, row, actor) };
    });
  }
}
