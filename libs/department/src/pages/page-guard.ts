import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { problems, unitContact, type LianxiRequest } from '@lianxi/chassis';
import type { PageReader } from './page-frame';
import { PageSession } from './page-session';

export interface PageRequest extends LianxiRequest {
  reader?: PageReader;
}

/** Lets signed-in officers through to the pages about cases; a form's files are not even read for anybody else. */
@Injectable()
export class PageGuard implements CanActivate {
  constructor(@Inject(PageSession) private readonly session: PageSession) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<PageRequest>();
    request.reader = await this.session.readerOf(request, context.switchToHttp().getResponse<FastifyReply>());
    if (!request.reader.actor) throw problems.notSignedIn();
    if (request.reader.actor.role === unitContact) throw problems.roleRefused();
    request.actor = request.reader.actor;
    return true;
  }
}
