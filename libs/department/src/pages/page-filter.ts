import { Catch, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LOGGER, PROBLEM_MAP, problemFor, type Logger, type ProblemMap } from '@lianxi/chassis';
import type { PageRequest } from './page-guard';
import { PageSession } from './page-session';
import { problemPage } from './problem-page';

/** Errors as pages: who is not signed in is led to where one signs in, everybody else reads why it was not done. */
@Catch()
@Injectable()
export class PageFilter implements ExceptionFilter {
  constructor(
    @Inject(PROBLEM_MAP) private readonly map: ProblemMap,
    @Inject(PageSession) private readonly session: PageSession,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<PageRequest>(), http.getResponse<FastifyReply>()];
    const problem = problemFor(error, this.map);
    if (problem.code === 'not-signed-in') {
      await reply.redirect('/pages/sign-in', 303);
      return;
    }
    if (problem.status >= 500) this.logger.error({ code: problem.code, error: (error as Error).name }, 'page failed');
    const reader = request.reader ?? (await this.session.readerOf(request, reply));
    const back = request.url.replace(/\/acts\/.*$/, '').split('?')[0] ?? '/pages/worklist';
    await reply
      .status(problem.status)
      .type('text/html; charset=utf-8')
      .send(problemPage(reader, problem, back));
  }
}
