import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIGURATION, LOGGER, personId, Policy, PostRegister, ProblemError, type Configuration, type Logger } from '@lianxi/chassis';
import { PORTAL, type PortalConfiguration } from '../portal-configuration';
import { portalProblems } from '../portal-problems';
import { SealedBox } from '../session/sealed-box';
import { cookies, sessionCookie, signInCookie } from '../session/session';
import { Sessions } from '../session/sessions';
import { agentOf } from './agent-of';
import { OpenIdClient, type SignInBegun } from './open-id-client';

@ApiExcludeController()
@Controller('sign-in')
@Policy('public')
export class SignInController {
  private readonly box: SealedBox;

  constructor(
    @Inject(OpenIdClient) private readonly provider: OpenIdClient,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PostRegister) private readonly posts: PostRegister,
    @Inject(PORTAL) private readonly portal: PortalConfiguration,
    @Inject(CONFIGURATION) configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.box = new SealedBox(configuration.LIANXI_RECEIPT_KEY, 'sign-in', '');
  }

  /** A browser that came under another name of this host goes on under the one to which the cookies belong. */
  @Get()
  @RouteConfig({ rateLimit: {} })
  async begin(@Query('to') to: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.headers.host !== this.portal.url.host) {
      await reply.redirect(new URL(request.url, this.portal.url).href, 303);
      return;
    }
    const { address, begun } = await this.provider.begin(pathOrHome(to));
    await reply
      .setCookie(cookies.signIn, this.box.seal(begun).toString('base64url'), signInCookie)
      .header('cache-control', 'no-store')
      .redirect(address.href, 303);
  }

  @Get('callback')
  @RouteConfig({ rateLimit: {} })
  async complete(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const begun = this.box.open<SignInBegun>(Buffer.from(request.cookies[cookies.signIn] ?? '', 'base64url'));
    void reply.clearCookie(cookies.signIn, signInCookie).header('cache-control', 'no-store');
    try {
      if (!begun) throw portalProblems.signInRefused();
      await this.enter(request, reply, begun);
      await reply.redirect(begun.to, 303);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.logger.warn({ code: error.problem.code }, 'sign-in failed');
      await reply.redirect(`/signed-out?problem=${error.problem.code}`, 303);
    }
  }

  /** A new session each time, whatever cookie came along: nobody can be made to go on in a session that another began. */
  private async enter(request: FastifyRequest, reply: FastifyReply, begun: SignInBegun): Promise<void> {
    const { subject, lasts, ...tokens } = await this.provider.complete(new URL(request.url, this.portal.url), begun);
    const person = personId(this.portal.issuer, subject);
    const before = request.cookies[cookies.session];
    if (before !== undefined) await this.sessions.end(before);
    const held = await this.posts.of(person);
    const secret = await this.sessions.begin(
      person,
      { ...tokens, until: (await this.posts.now()) + lasts },
      agentOf(request.headers['user-agent']),
      held.length === 1 ? (held[0]?.id ?? null) : null,
    );
    void reply.setCookie(cookies.session, secret, sessionCookie);
    this.logger.info({ person, posts: held.length }, 'signed in');
  }
}

/** Only a path of this site: an address that leads elsewhere would lend our name to a trap. */
export function pathOrHome(to: unknown): string {
  return typeof to === 'string' && to.length < 500 && /^\/(?![/\\])[\w\-./?=&%~]*$/.test(to) ? to : '/';
}
