import type { Readable } from 'node:stream';

export const pieceSize = 256 * 1024;

/** A body in pieces worth a row each. Where the connection is lost the last piece is what came until then: it has arrived, and is not sent again. */
export async function* inPieces(body: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      held.push(chunk);
      size += chunk.length;
      if (size < pieceSize) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
  } catch (error) {
    if (!isLostConnection(error)) throw error;
  }
  if (size > 0) yield Buffer.concat(held);
}

const isLostConnection = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes((error as { code?: string }).code ?? '');
