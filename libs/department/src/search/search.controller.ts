import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf } from '../cases/cases.controller';
import { SearchCases, type FoundPage } from './search-cases';

export class SearchForm {
  @ApiProperty({ description: 'Part of a number, a title, a unit’s or a person’s name: as written, in pinyin, or its initials (wjw)' })
  @IsString()
  @Length(2, 100)
  @Matches(/\S\s*\S/)
  terms!: string;
  @ApiPropertyOptional({ description: 'The `next` of the page before' }) @IsOptional() @IsUUID() after?: string;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) @Max(200) limit?: number;
}

/** Terms are sent in the body: an address is kept by browsers, proxies and logs. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/search')
export class SearchController {
  constructor(@Inject(SearchCases) private readonly cases: SearchCases) {}

  @Post()
  @HttpCode(200)
  @Policy('any-post')
  @ApiOperation({ summary: '查找事项 Cases I may know of, by number, title, unit or person, the newest first' })
  find(@Body() { terms, after, limit = 50 }: SearchForm, @Req() request: LianxiRequest): Promise<FoundPage> {
    return this.cases.find(terms, actorOf(request), after ?? null, limit);
  }
}
