import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { IsPageMark, Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '@lianxi/department';
import { ReadLooks, type LooksPage } from './read-looks';
import { ReleaseLooks } from './release-looks';

class LooksQuery {
  @IsOptional() @Matches(/^[a-z0-9][a-z0-9-]{1,80}$/) post?: string;
  /** Looks at this paper alone. */
  @IsOptional() @IsUUID() paper?: string;
  @IsOptional() @IsPageMark() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class ReleaseForm {
  @ApiProperty() @IsObject() form!: Record<string, unknown>;
}

@ApiTags('looks')
@ApiBearerAuth()
@Controller('v1/cases/:id/looks')
export class LooksController {
  constructor(
    @Inject(ReadLooks) private readonly readLooks: ReadLooks,
    @Inject(ReleaseLooks) private readonly releaseLooks: ReleaseLooks,
  ) {}

  @Get()
  @Policy(['auditor', 'head'])
  @ApiOperation({ summary: '查阅记录 Who saw what of a case, refused attempts included' })
  read(
    @Param('id') id: string,
    @Query() { post, paper, after, limit = 50 }: LooksQuery,
    @Req() request: LianxiRequest,
  ): Promise<LooksPage> {
    const [at = '', mark = ''] = after?.split('~') ?? [];
    return this.readLooks.read(
      checkedId(id),
      { post: post ?? null, paper: paper ?? null },
      after === undefined ? null : { at, id: mark },
      limit,
      actorOf(request),
    );
  }

  @Post('acts/:act')
  @HttpCode(200)
  @Policy(['auditor'])
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '公开监督查阅记录 Release the looks of inspecting posts to the body that holds the case' })
  release(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { form }: ReleaseForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.releaseLooks.perform(checkedId(id), act, form, checkedKey(key), actorOf(request));
  }
}
