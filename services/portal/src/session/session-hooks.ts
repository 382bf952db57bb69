import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { PORTAL, type PortalConfiguration } from '../portal-configuration';
import { portalProblems } from '../portal-problems';
import { cookies, type PortalRequest } from './session';
import { Sessions } from './sessions';

/**
 * Turns the session's cookie into the access token that every service asks for, before any guard looks: so the portal's own routes are guarded as
 * all others are. What a browser says of tokens and posts itself counts for nothing here.
 */
@Injectable()
export class SessionHooks implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PORTAL) private readonly portal: PortalConfiguration,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', async (request, reply) => {
      if (!request.url.startsWith('/api/')) return;
      void reply.header('cache-control', 'no-store');
      await this.open(request as PortalRequest);
    });
  }

  private async open(request: PortalRequest): Promise<void> {
    delete request.headers.authorization;
    delete request.headers['x-lianxi-post'];
    const changes = !['GET', 'HEAD'].includes(request.method);
    if (changes) this.refuseOtherSites(request);
    if (request.url.startsWith('/api/public/')) return;
    const secret = request.cookies[cookies.session];
    const session =
      secret === undefined
        ? undefined
        : await this.sessions.find(secret, request.headers['x-lianxi-unasked'] === undefined && !request.url.startsWith('/api/changes'));
    if (!session) return;
    if (changes && !isEqual(session.csrf, request.headers['x-lianxi-csrf'])) throw portalProblems.notFromHere({ field: 'x-lianxi-csrf' });
    request.session = session;
    request.headers.authorization = `Bearer ${session.tokens.accessToken}`;
    if (session.post !== null) request.headers['x-lianxi-post'] = session.post;
  }

  /** Browsers say from where a request was sent, and scripts cannot make them say otherwise. */
  private refuseOtherSites({ headers }: PortalRequest): void {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') throw portalProblems.notFromHere({ field: 'sec-fetch-site' });
    if (headers.origin !== undefined && headers.origin !== this.portal.url.origin) throw portalProblems.notFromHere({ field: 'origin' });
  }
}

function isEqual(expected: string, given: unknown): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(typeof given === 'string' ? given : '')];
  return a.length === b.length && timingSafeEqual(a, b);
}
