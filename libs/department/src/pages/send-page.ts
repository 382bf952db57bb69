import type { FastifyReply } from 'fastify';
import { problems } from '@lianxi/chassis';
import type { PageReader } from './page-frame';
import type { PageRequest } from './page-guard';

/** What stands on a page about cases is kept by nobody on the way. */
export async function sendPage(reply: FastifyReply, page: string): Promise<void> {
  await reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-store').send(page);
}

export function readerOf(request: PageRequest): PageReader {
  if (!request.reader) throw problems.notSignedIn();
  return request.reader;
}
