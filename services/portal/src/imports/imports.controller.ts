import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { legalDayOf, type Label } from '@lianxi/casework';
import { Policy, PostRegister, problems, TakesPapers } from '@lianxi/chassis';
import { actorOf, filersOnBehalf } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import type { PortalRequest } from '../session/session';
import { checkMatters, type CheckedRow } from './check-matters';
import { matterColumns, sheetName } from './matter-columns';
import { readWorkbook } from './read-workbook';
import { template } from './template';
import { workbookRefused } from './workbook-refused';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostRows = 500;
const largest = 5 * 1024 * 1024;

/** A workbook that was looked at; nothing of it is kept, and nothing is filed: whoever sent it files row by row, as themselves. */
export interface CheckedWorkbook {
  /** Where the rows are to be filed. */
  readonly service: string;
  readonly columns: readonly Label[];
  readonly rows: readonly CheckedRow[];
}

@ApiTags('portal')
@Controller('api/imports')
@Policy(filersOnBehalf)
export class ImportsController {
  constructor(@Inject(PostRegister) private readonly clock: PostRegister) {}

  @Get('template')
  async template(@Query('lang') lang: unknown, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .type(xlsx)
      .header('content-disposition', 'attachment; filename="lianxi-matters.xlsx"')
      .send(await template(lang === 'en' ? 'en' : 'zh'));
  }

  @Post('checked')
  @HttpCode(200)
  @TakesPapers(1)
  @RouteConfig({ rateLimit: {} })
  async check(@Req() request: PortalRequest): Promise<CheckedWorkbook> {
    const { city, body } = actorOf(request);
    const [paper] = request.papers ?? [];
    if (!paper) throw problems.formRefused({ field: 'paper', details: { rule: 'missing' } });
    if (paper.mediaType !== xlsx) throw problems.mediaRefused({ field: 'paper', allowed: [xlsx] });
    if (paper.bytes.length > largest) throw problems.tooLarge({ field: 'paper', allowed: largest });
    const service = register.homeOf(body);
    if (service === undefined) throw problems.roleRefused();
    const rows = await readWorkbook(paper.bytes, sheetName, mostRows + 1);
    if (rows.length === 0) throw workbookRefused('empty');
    const today = legalDayOf(new Date((await this.clock.now()) * 1_000).toISOString());
    return { service, columns: matterColumns.map(({ label }) => label), rows: checkMatters(rows, { city, body, today }) };
  }
}
