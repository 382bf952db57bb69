import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { portalProblems } from '../portal-problems';
import type { PassedBody } from './departments';

const asked = ['accept', 'accept-language', 'content-type', 'idempotency-key'] as const;
const answered = ['content-type', 'content-disposition', 'retry-after'] as const;

/** The part of an address behind `prefix`, which a service is asked for. Throws a 404 problem for what would lead elsewhere. */
export function pathToPass(url: string, prefix: string): string {
  const path = url.slice(prefix.length);
  if (!/^\/v1\/[\w\-./~%]*(\?.*)?$/.test(path) || /(^|\/)\.\.?(\/|$)|%2e|%2f|%5c/i.test(path.split('?')[0] ?? ''))
    throw portalProblems.notFound();
  return path;
}

/** Of a browser's headers, those that mean something to a service; cookies stay here. */
export function headersToPass({ headers, ip }: FastifyRequest): Record<string, string> {
  return {
    ...Object.fromEntries(asked.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : []))),
    ...cameFrom(ip),
  };
}

/** The address of a browser, so that services limit each of them and not the portal as one. It is kept nowhere. */
export const cameFrom = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

/** A body as a service should get it: a form with files as it comes in, never held here. */
export function bodyToPass(request: FastifyRequest): PassedBody | undefined {
  if (['GET', 'HEAD'].includes(request.method)) return undefined;
  if (request.isMultipart()) return Readable.toWeb(request.raw) as unknown as ReadableStream;
  return request.body === undefined || request.body === null ? undefined : JSON.stringify(request.body);
}

/** A service's answer, problems included, as it was given; whatever it says of caching, nothing of a case stays in a browser. */
export async function passAnswer(reply: FastifyReply, answer: Response): Promise<void> {
  void reply.status(answer.status).header('cache-control', 'no-store');
  for (const name of answered) if (answer.headers.has(name)) void reply.header(name, answer.headers.get(name));
  await reply.send(answer.body === null ? '' : Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream));
}
