import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { exportPurposes } from '@lianxi/casework';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '@lianxi/department';
import { RecordFilter } from '../record-filter';
import { AskExport } from './acts/ask-export';
import { DecideExport } from './acts/decide-export';
import { ReadExports, type ExportView } from './read-exports';

const purposes = exportPurposes.map((purpose) => purpose.code);

class AskExportForm {
  @ApiProperty({ type: RecordFilter }) @IsObject() @ValidateNested() @Type(() => RecordFilter) filter!: RecordFilter;
  @ApiProperty({ enum: purposes }) @IsIn(purposes) purpose!: string;
  @ApiPropertyOptional({ description: 'Free words; 不得填写国家秘密 State secrets must not be entered' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(20_000)
  reasons?: string;
}

class DecideExportForm {
  @ApiProperty() @IsInt() @Min(1) @Max(2_000_000_000) version!: number;
  @ApiProperty() @IsObject() form!: Record<string, unknown>;
}

class ExportsQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('exports')
@ApiBearerAuth()
@Controller('v1/exports')
@Policy(['auditor'])
export class ExportsController {
  constructor(
    @Inject(AskExport) private readonly askExport: AskExport,
    @Inject(DecideExport) private readonly decideExport: DecideExport,
    @Inject(ReadExports) private readonly readExports: ReadExports,
  ) {}

  @Post()
  @HttpCode(201)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '申请导出审计记录 Ask for an export of the record' })
  ask(
    @Body() { filter, ...form }: AskExportForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    return this.askExport.ask({ ...form, filter: given, key: checkedKey(key) }, actorOf(request));
  }

  @Get()
  @ApiOperation({ summary: '导出列表 Exports, the newest first' })
  list(@Query() { after, limit = 50 }: ExportsQuery, @Req() request: LianxiRequest): Promise<{ lines: ExportView[]; next: string | null }> {
    return this.readExports.list(actorOf(request), after ?? null, limit);
  }

  @Get(':id')
  @ApiOperation({ summary: '导出进度 An export and how far it is' })
  read(@Param('id') id: string, @Req() request: LianxiRequest): Promise<ExportView> {
    return this.readExports.read(checkedId(id), actorOf(request));
  }

  @Post(':id/acts/:act')
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '批准、不予批准、重新生成 Approve, refuse, try again' })
  decide(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { version, form }: DecideExportForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.decideExport.decide({ id: checkedId(id), act, version, form, key: checkedKey(key) }, actorOf(request));
  }

  @Get(':id/package')
  @ApiOperation({ summary: '下载导出包 The package; the look is on the record before a byte leaves' })
  async download(@Param('id') id: string, @Req() request: LianxiRequest, @Res() reply: FastifyReply): Promise<void> {
    const { name, bytes, sha256, content } = await this.readExports.open(checkedId(id), actorOf(request));
    await reply
      .header('content-type', 'application/zip')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('x-lianxi-sha256', sha256)
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}
