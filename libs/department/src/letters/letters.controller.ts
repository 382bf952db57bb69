import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { newId, Policy, problems, TakesPapers, unitContact, type JsonOf, type LianxiRequest } from '@lianxi/chassis';
import type { ActDone } from '../cases/perform-act';
import { ActForm, actorOf, checkedId, checkedKey } from '../cases/cases.controller';
import { FileMatter } from '../filing/file-matter';
import { FileMatterForm } from '../filing/file-matter.dto';
import { AddPaperForm } from '../papers/papers.controller';
import { sendPaper } from '../papers/send-paper';
import { UnitLetters, type LetterLine, type LetterView } from './unit-letters';

class LettersQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** What a unit's contacts may do: see and answer the letters to their unit, and file for it. */
@ApiTags('letters')
@ApiBearerAuth()
@Controller('v1')
@Policy([unitContact])
export class LettersController {
  constructor(
    @Inject(UnitLetters) private readonly letters: UnitLetters,
    @Inject(FileMatter) private readonly fileMatter: FileMatter,
  ) {}

  @Get('letters')
  @ApiOperation({ summary: '致本单位的函件 Letters to my unit, the latest first' })
  async list(
    @Query() { after, limit = 50 }: LettersQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: LetterLine[]; next: string | null }> {
    const found = await this.letters.list(actorOf(request), after ?? null, limit + 1);
    return { lines: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.id ?? null) : null };
  }

  @Get('letters/:id')
  @ApiOperation({ summary: '查阅函件 Open a letter; the first look is its receipt' })
  open(@Param('id') id: string, @Req() request: LianxiRequest): Promise<LetterView> {
    return this.letters.open(checkedId(id), actorOf(request));
  }

  @Post('letters/:id/acts/:act')
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '答复 Answer', description: '不得填写国家秘密。State secrets must not be entered.' })
  act(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { version, epoch, form }: ActForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<JsonOf<ActDone>> {
    return this.letters.perform({ caseId: checkedId(id), act, version, epoch, form, key: checkedKey(key) }, actorOf(request));
  }

  @Post('letters/:id/papers')
  @HttpCode(200)
  @TakesPapers(1)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    description:
      'Fields kind (reply), dated, origin, version, epoch, and one file of at most 20 MB; 不得上传国家秘密 state secrets must not be uploaded',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '提交材料 Send a paper with the answer' })
  add(
    @Param('id') id: string,
    @Body() { version, epoch, ...described }: AddPaperForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    const paper = request.papers?.[0];
    if (!paper) throw problems.formRefused({ field: 'paper', details: { rule: 'missing' } });
    return this.letters.perform(
      { caseId: checkedId(id), act: 'send-paper', version, epoch, form: { ...described, paper: newId() }, key: checkedKey(key), paper },
      actorOf(request),
    );
  }

  @Get('letters/:id/papers/:paper')
  @ApiOperation({ summary: '下载材料 Download a paper that came with a letter' })
  async paper(
    @Param('id') id: string,
    @Param('paper') paper: string,
    @Req() request: LianxiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPaper(reply, await this.letters.paper(checkedId(id), checkedId(paper), actorOf(request)));
  }

  @Post('matters/for-unit')
  @TakesPapers(3)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '代表单位提交事项 File a matter for my unit' })
  file(@Body() form: FileMatterForm, @Headers('idempotency-key') key: string | undefined, @Req() request: LianxiRequest): Promise<string> {
    const { person, post, body, city } = actorOf(request);
    if (form.facts['city'] !== city) throw problems.formRefused({ field: 'facts.city', allowed: [city] });
    return this.fileMatter.file({ form, key: checkedKey(key), actor: person, post, unit: body, papers: request.papers ?? [] });
  }
}
