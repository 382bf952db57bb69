import { Catch, HttpException, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPassing } from '../postgres/transaction';
import { LOGGER, type Logger } from '../health/logger';
import { ProblemError, PROBLEM_MAP, type Problem, type ProblemMap } from './problem';
import { problems } from './problems';

/** The one place where an error becomes HTTP. What nobody foresaw is a 500 without a word of its text. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(PROBLEM_MAP) private readonly map: ProblemMap,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemFor(error, this.map);
    if (problem.status >= 500)
      this.logger.error(
        { code: problem.code, error: (error as Error).name, sqlstate: (error as { code?: string }).code, at: whereFrom(error) },
        'request failed',
      );
    const { status, code, title, field, allowed, details } = problem;
    const text = /^en\b/i.test(request.headers['accept-language'] ?? '') ? title.en : title.zh;
    void http
      .getResponse<FastifyReply>()
      .status(status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify({ type: `urn:lianxi:problem:${code}`, title: text, status, code, field, allowed, ...details }));
  }
}

/** The problem that an error is answered with, whatever threw it. */
export function problemFor(error: unknown, map: ProblemMap): Problem {
  if (error instanceof ProblemError) return error.problem;
  return map(error) ?? ofFramework(error) ?? (isPassing(error) ? problems.unavailable().problem : unforeseen);
}

const unforeseen: Problem = { status: 500, code: 'internal', title: { zh: '系统内部错误', en: 'Something went wrong here' } };

function ofFramework(error: unknown): Problem | undefined {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') return problems.tooLarge().problem;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return problems.mediaRefused().problem;
  if (code.startsWith('FST_ERR_CTP') || code.startsWith('FST_ERR_VALIDATION')) return problems.malformedJson().problem;
  const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number }).statusCode ?? 0);
  if (status === 404) return problems.notFound().problem;
  if (status === 413) return problems.tooLarge().problem;
  if (status === 415) return problems.mediaRefused().problem;
  if (status === 429) return problems.tooMany().problem;
  return status >= 400 && status < 500 ? { ...problems.formRefused().problem, status } : undefined;
}

const whereFrom = (error: unknown): string | undefined => (error as Error).stack?.split('\n')[1]?.trim();
