import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '@lianxi/department';
import { DecideOpening } from './decide-opening';
import { ReadOpenings, type OpeningLine, type OpeningView } from './read-openings';
import { ShowIdentity, type ShownIdentity } from './show-identity';

class DecideOpeningForm {
  @ApiProperty() @IsInt() @Min(1) @Max(2_000_000_000) version!: number;
  @ApiProperty() @IsObject() form!: Record<string, unknown>;
  @ApiPropertyOptional({ description: "With an approval: what the custodian's key opened, sealed to the vault" })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  share?: string;
}

class OpeningsQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('identities')
@ApiBearerAuth()
@Controller('v1/openings')
@Policy('any-post')
export class OpeningsController {
  constructor(
    @Inject(DecideOpening) private readonly decideOpening: DecideOpening,
    @Inject(ReadOpenings) private readonly readOpenings: ReadOpenings,
    @Inject(ShowIdentity) private readonly showIdentity: ShowIdentity,
  ) {}

  @Get()
  @ApiOperation({ summary: '身份查看申请 Openings: for custodians those of the city, for officers their own' })
  list(
    @Query() { after, limit = 50 }: OpeningsQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: OpeningLine[]; next: string | null }> {
    return this.readOpenings.list(actorOf(request), after ?? null, limit);
  }

  @Get(':id')
  @ApiOperation({ summary: '申请详情 An opening, and for a custodian what the key is to open' })
  read(@Param('id') id: string, @Req() request: LianxiRequest): Promise<OpeningView> {
    return this.readOpenings.read(checkedId(id), actorOf(request));
  }

  @Post(':id/acts/:act')
  @HttpCode(200)
  @Policy(['identity-custodian'])
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '批准或不予批准 Approve, or refuse' })
  decide(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { version, form, share }: DecideOpeningForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.decideOpening.decide(
      { id: checkedId(id), act, version, form, key: checkedKey(key), ...(share === undefined ? {} : { share }) },
      actorOf(request),
    );
  }

  /** A look is an act, so it is asked for by POST. */
  @Post(':id/identity')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '查看身份（限定时间，仅申请人）Look at the identity: only who asked, and only for a time' })
  show(@Param('id') id: string, @Req() request: LianxiRequest): Promise<ShownIdentity> {
    return this.showIdentity.show(checkedId(id), actorOf(request));
  }
}
