import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiConsumes, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Policy, problems, TakesPapers, type LianxiRequest } from '@lianxi/chassis';
import { checkedKey } from '../cases/cases.controller';
import { ReporterDesk, type ReportView } from './reporter-desk';

class ReporterText {
  @ApiProperty({ description: '不得填写国家秘密 state secrets must not be entered' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  text!: string;
}

/** The receipt comes in a header: so it stands in no address, no history and no log of one. */
@ApiTags('filing')
@Controller('v1/reports')
@Policy('public')
@ApiHeader({ name: 'x-lianxi-receipt', required: true, description: 'Sixteen digits' })
export class ReportersController {
  constructor(@Inject(ReporterDesk) private readonly desk: ReporterDesk) {}

  @Get()
  @RouteConfig({ rateLimit: {} })
  @ApiOperation({ summary: '凭回执查看 How far a matter is, and what its reporter was asked' })
  look(@Headers('x-lianxi-receipt') receipt: string | undefined): Promise<ReportView> {
    return this.desk.look(checkedReceipt(receipt));
  }

  @Post('answer')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '答复提问 Answer what was asked' })
  answer(
    @Body() { text }: ReporterText,
    @Headers('x-lianxi-receipt') receipt: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ReportView> {
    return this.desk.answer(checkedReceipt(receipt), text, checkedKey(key));
  }

  @Post('additions')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '补充内容 Add to the report' })
  add(
    @Body() { text }: ReporterText,
    @Headers('x-lianxi-receipt') receipt: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ReportView> {
    return this.desk.add(checkedReceipt(receipt), text, checkedKey(key));
  }

  @Post('objection')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '对不予受理提出异议 Object to a refusal, once and in its period' })
  objectTo(
    @Body() { text }: ReporterText,
    @Headers('x-lianxi-receipt') receipt: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ReportView> {
    return this.desk.object(checkedReceipt(receipt), text, checkedKey(key));
  }

  @Post('papers')
  @HttpCode(200)
  @TakesPapers(1)
  @RouteConfig({ rateLimit: {} })
  @ApiConsumes('multipart/form-data')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '补充材料 Add a file of at most 20 MB' })
  addFile(
    @Headers('x-lianxi-receipt') receipt: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Req() { papers = [] }: LianxiRequest,
  ): Promise<ReportView> {
    const [paper] = papers;
    if (!paper) throw problems.formRefused({ field: 'paper', details: { rule: 'missing' } });
    return this.desk.addFile(checkedReceipt(receipt), paper, checkedKey(key));
  }
}

/** What is no receipt is answered as one that is not known. */
function checkedReceipt(receipt: string | undefined): string {
  if (!/^\d{4}-?\d{4}-?\d{4}-?\d{4}$/.test(receipt ?? '')) throw problems.notFound({ field: 'receipt' });
  return receipt as string;
}
