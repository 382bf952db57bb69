import { Controller, Get, Inject, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Policy } from '@lianxi/chassis';
import { PORTAL, type PortalConfiguration } from '../portal-configuration';
import { portalProblems } from '../portal-problems';
import { nonceOf } from './security-headers';
import { findWebFiles } from './web-files';

const notPages = /^\/(api|assets|v1|docs|pages|sign-in)(\/|$)/;

/** The application's one page, under every address it has; its files are named by their content, so browsers keep them for ever. */
@ApiExcludeController()
@Controller()
@Policy('public')
export class WebPagesController implements OnModuleInit {
  private readonly files = findWebFiles();

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(PORTAL) private readonly portal: PortalConfiguration,
  ) {}

  /** Registered, not waited for: waiting would begin Fastify's start before Nest has said how errors are answered. */
  onModuleInit(): void {
    if (!this.files) return;
    void this.host.httpAdapter.getInstance<FastifyInstance>().register(fastifyStatic, {
      root: `${this.files.root}/assets`,
      prefix: '/assets/',
      decorateReply: false,
      index: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    });
  }

  @Get(['', '*'])
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?')[0] ?? '/';
    if (notPages.test(path) || /\.\w+$/.test(path) || !this.files) throw portalProblems.notFound();
    if (request.headers.host !== this.portal.url.host) {
      await reply.redirect(new URL(request.url, this.portal.url).href, 303);
      return;
    }
    await reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(this.files.page.replaceAll('%NONCE%', nonceOf(reply)));
  }
}
