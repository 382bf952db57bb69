import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import type { LianxiRequest } from '../identity/policy-guard';
import { problems } from '../problem/problems';
import { ProblemError } from '../problem/problem';
import { readJson } from '../problem/read-json';
import { receivePaper, type ReceivedPaper } from './received-paper';
import { largestPaper } from './sniff-paper';
import { PASSED_ON, TAKES_PAPERS } from './takes-papers';

const limits = { fileSize: largestPaper, fields: 80, fieldSize: 512 * 1024, fieldNameSize: 200 };

/** Reads a form with files after the guard has let its sender in, so that nobody else makes the service hold 20 MB. */
@Injectable()
export class ReadMultipart implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.getType() === 'http' ? context.switchToHttp().getRequest<LianxiRequest>() : undefined;
    if (request?.isMultipart()) {
      const most = this.reflector.get<number | typeof PASSED_ON | undefined>(TAKES_PAPERS, context.getHandler());
      if (most === undefined) throw problems.mediaRefused({ allowed: ['application/json'] });
      if (most !== PASSED_ON)
        await read(request, most).catch((error: unknown) => {
          throw asProblem(error);
        });
    }
    return next.handle();
  }
}

async function read(request: LianxiRequest, most: number): Promise<void> {
  const fields: Record<string, string> = {};
  const papers: ReceivedPaper[] = [];
  for await (const part of request.parts({ limits: { ...limits, files: most, parts: limits.fields + most } })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (bytes.length > 0 || part.filename !== '') papers.push(await receivePaper(part.filename, bytes));
    } else if (part.valueTruncated) throw problems.tooLarge({ field: part.fieldname });
    else fields[part.fieldname] = String(part.value);
  }
  const { json, ...plain } = fields;
  request.body = json === undefined ? readJson(Buffer.from(JSON.stringify(plain))) : readJson(Buffer.from(json));
  request.papers = papers;
}

/** A form that breaks off or has no boundary is the sender's mistake; the parser's own limits carry a status. */
function asProblem(error: unknown): unknown {
  const status = (error as { statusCode?: number }).statusCode;
  if (error instanceof ProblemError) return error;
  return status === 413 ? problems.tooLarge({ field: 'paper' }) : problems.formRefused({ details: { rule: 'multipart' } });
}
