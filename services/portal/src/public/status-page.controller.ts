import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy, ProblemError, TakesPapers, type LianxiRequest } from '@lianxi/chassis';
import { nonceOf } from '../web/security-headers';
import { Reports, type Sent } from './reports';
import { statusPage, type Language, type Shown, type StatusAnswer } from './status-page';

type Fields = Readonly<Record<string, unknown>> | undefined;

/** A page that needs no script: how far a matter is, what its reporter was asked, and an answer, by the receipt alone. */
@ApiExcludeController()
@Controller('pages/status')
@Policy('public')
export class StatusPageController {
  constructor(@Inject(Reports) private readonly reports: Reports) {}

  @Get()
  async page(@Query('lang') lang: unknown, @Res() reply: FastifyReply): Promise<void> {
    await show(reply, lang, undefined);
  }

  @Post()
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  async look(@Query('lang') lang: unknown, @Body() body: Fields, @Ip() from: string, @Res() reply: FastifyReply): Promise<void> {
    await show(
      reply,
      lang,
      await answered(body, async (receipt) => ({
        view: await this.reports.look({ receipt, from }),
        told: (await this.reports.told({ receipt, from })) ?? 'passing',
      })),
    );
  }

  @Post('answer')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  async answer(@Query('lang') lang: unknown, @Body() body: Fields, @Ip() from: string, @Res() reply: FastifyReply): Promise<void> {
    await show(
      reply,
      lang,
      await answered(body, (receipt) => this.reports.write({ receipt, from }, 'answer', textIn(body, 'text'), textIn(body, 'key'))),
      true,
    );
  }

  @Post('addition')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  async add(@Query('lang') lang: unknown, @Body() body: Fields, @Ip() from: string, @Res() reply: FastifyReply): Promise<void> {
    await show(
      reply,
      lang,
      await answered(body, (receipt) => this.reports.write({ receipt, from }, 'additions', textIn(body, 'text'), textIn(body, 'key'))),
      true,
    );
  }

  @Post('objection')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  async objectTo(@Query('lang') lang: unknown, @Body() body: Fields, @Ip() from: string, @Res() reply: FastifyReply): Promise<void> {
    await show(
      reply,
      lang,
      await answered(body, (receipt) => this.reports.write({ receipt, from }, 'objection', textIn(body, 'text'), textIn(body, 'key'))),
      true,
    );
  }

  @Post('file')
  @HttpCode(200)
  @TakesPapers(1)
  @RouteConfig({ rateLimit: {} })
  async addFile(
    @Query('lang') lang: unknown,
    @Body() body: Fields,
    @Req() { papers = [], ip: from }: LianxiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [paper] = papers;
    await show(
      reply,
      lang,
      await answered(body, async (receipt) =>
        paper ? this.reports.sendFile({ receipt, from }, paper, textIn(body, 'key')) : { view: await this.reports.look({ receipt, from }) },
      ),
      paper !== undefined,
    );
  }
}

/** What is shown on a look; after something was sent, what was told before is not repeated. */
type Looked = Pick<Shown, 'view' | 'told'>;

const textIn = (body: Fields, name: string): string => (typeof body?.[name] === 'string' ? body[name] : '');

async function answered(body: Fields, ask: (receipt: string) => Promise<Sent | Looked>): Promise<StatusAnswer> {
  const receipt = textIn(body, 'receipt').replace(/[\s-]/g, '');
  if (!/^\d{16}$/.test(receipt)) return { trouble: 'unknown' };
  try {
    const sent = await ask(receipt);
    return 'view' in sent ? { ...sent, receipt } : { trouble: 'refused', code: sent.refused };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { trouble: error.problem.status === 404 ? 'unknown' : 'passing' };
  }
}

const statuses = { unknown: 404, passing: 503, refused: 409 } as const;

async function show(reply: FastifyReply, lang: unknown, answer: StatusAnswer, isSent = false): Promise<void> {
  const language: Language = lang === 'en' ? 'en' : 'zh';
  const status = answer !== undefined && 'trouble' in answer ? statuses[answer.trouble] : 200;
  await reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(statusPage(language, nonceOf(reply), answer, isSent));
}
