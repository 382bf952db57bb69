import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy, ProblemError } from '@lianxi/chassis';
import { nonceOf } from '../web/security-headers';
import { ReceiptStatus } from './receipt-status';
import { statusPage, type Language, type StatusAnswer } from './status-page';

@ApiExcludeController()
@Controller('pages/status')
@Policy('public')
export class StatusPageController {
  constructor(@Inject(ReceiptStatus) private readonly receipts: ReceiptStatus) {}

  @Get()
  async page(@Query('lang') lang: unknown, @Res() reply: FastifyReply): Promise<void> {
    await show(reply, lang, undefined);
  }

  @Post()
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  async ask(@Query('lang') lang: unknown, @Body() body: Readonly<Record<string, unknown>> | undefined, @Res() reply: FastifyReply): Promise<void> {
    const receipt = String(body?.['receipt'] ?? '').replace(/[\s-]/g, '');
    const answer: StatusAnswer = /^\d{16}$/.test(receipt) ? await this.read(receipt) : { trouble: 'unknown' };
    await show(reply, lang, answer);
  }

  private async read(receipt: string): Promise<StatusAnswer> {
    try {
      return { status: await this.receipts.read(receipt) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { trouble: error.problem.status === 404 ? 'unknown' : 'passing' };
    }
  }
}

async function show(reply: FastifyReply, lang: unknown, answer: StatusAnswer): Promise<void> {
  const language: Language = lang === 'en' ? 'en' : 'zh';
  const status = answer !== undefined && 'trouble' in answer ? (answer.trouble === 'unknown' ? 404 : 503) : 200;
  await reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(statusPage(language, nonceOf(reply), answer));
}
