import type { FastifyReply } from 'fastify';
import type { OpenedPaper } from './read-paper';

/** Sends a paper to be saved, never to be opened in the page's place, whatever its bytes or name try to be. */
export async function sendPaper(reply: FastifyReply, { row, name, bytes }: OpenedPaper): Promise<void> {
  const written = encodeURIComponent(name).replace(/['()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  await reply.header('content-type', row.media_type === 'text/plain' ? 'text/plain; charset=utf-8' : row.media_type)
    .header('content-disposition', `attachment; filename*=UTF-8''${written}`).header('cache-control', 'private, no-store').send(bytes);
}
