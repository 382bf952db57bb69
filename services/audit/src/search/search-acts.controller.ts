import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsPageMark, Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf } from '@lianxi/department';
import { RecordFilter } from '../record-filter';
import { SearchActs, type FoundAct } from './search-acts';

class ActsQuery extends RecordFilter {
  @IsOptional() @IsPageMark() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('audit')
@ApiBearerAuth()
@Controller('v1/acts')
export class SearchActsController {
  constructor(@Inject(SearchActs) private readonly acts: SearchActs) {}

  @Get()
  @Policy(['auditor'])
  @ApiOperation({ summary: '查找行为与查阅 Acts and looks of every service, by case, post, body, kind and days, the latest first' })
  find(
    @Query() { after, limit = 50, ...filter }: ActsQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: FoundAct[]; next: string | null }> {
    const [at = '', id = ''] = after?.split('~') ?? [];
    return this.acts.find(filter, actorOf(request), after === undefined ? null : { at, id }, limit);
  }
}
