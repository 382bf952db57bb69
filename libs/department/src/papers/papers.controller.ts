import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { newId, Policy, problems, TakesPapers, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '../cases/cases.controller';
import { PerformAct } from '../cases/perform-act';
import { RegisteredPaperForm } from './paper-form';
import { ReadPaper } from './read-paper';
import { sendPaper } from './send-paper';

export class AddPaperForm extends RegisteredPaperForm {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1) @Max(2_000_000_000) version!: number;
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1) @Max(2_000_000_000) epoch!: number;
}

@ApiTags('papers')
@Controller('v1/cases/:id/papers')
export class PapersController {
  constructor(
    @Inject(PerformAct) private readonly performAct: PerformAct,
    @Inject(ReadPaper) private readonly readPaper: ReadPaper,
  ) {}

  @Post()
  @HttpCode(200)
  @Policy('any-post')
  @TakesPapers(1)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiBearerAuth()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    description:
      'Fields kind, dated, origin, number and pages where they are known, version, epoch, and one file of at most 20 MB; 不得上传国家秘密 state secrets must not be uploaded',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '添加材料 Put a paper on the case' })
  add(
    @Param('id') id: string,
    @Body() { version, epoch, ...described }: AddPaperForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    const received = request.papers?.[0];
    if (!received) throw problems.formRefused({ field: 'paper', details: { rule: 'missing' } });
    const form = { ...described, paper: newId() };
    return this.performAct.perform(
      { caseId: checkedId(id), act: 'add-paper', version, epoch, form, key: checkedKey(key), paper: received },
      actorOf(request),
    );
  }

  @Get(':paper')
  @Policy('any-post')
  @ApiBearerAuth()
  @ApiOperation({ summary: '下载材料 Download a paper' })
  async read(
    @Param('id') id: string,
    @Param('paper') paper: string,
    @Req() request: LianxiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPaper(reply, await this.readPaper.read(checkedId(id), checkedId(paper), actorOf(request)));
  }

  /** Asked for by the service that the case was handed to; whoever else asks gets bytes that only that service can open. */
  @Get(':paper/sealed-for/:service')
  @Policy('public')
  @RouteConfig({ rateLimit: { max: 600, timeWindow: 60_000 } })
  @ApiOperation({ summary: '向接收部门移交材料 A paper, sealed for the service that took the case over' })
  async sealed(
    @Param('id') id: string,
    @Param('paper') paper: string,
    @Param('service') service: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .header('content-type', 'application/octet-stream')
      .send(await this.readPaper.sealFor(checkedId(id), checkedId(paper), service));
  }
}
