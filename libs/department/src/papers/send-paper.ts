import type { FastifyReply } from 'fastify';
import { nameToSave } from './name-to-save';
import type { OpenedPaper } from './read-paper';

export const sendPaper = (reply: FastifyReply, { row, name, bytes }: OpenedPaper): Promise<void> =>
  sendFile(reply, { mediaType: row.media_type, name, bytes });

/** Sends a file to be saved, never to be opened in the page's place, whatever its bytes or name try to be. */
export async function sendFile(
  reply: FastifyReply,
  { mediaType, name, bytes }: { readonly mediaType: string; readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const written = encodeURIComponent(nameToSave(name, mediaType)).replace(/['()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  await reply
    .header('content-type', mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${written}`)
    .header('cache-control', 'private, no-store')
    .send(bytes);
}
