import { createHash } from 'node:crypto';
import { problems } from '../problem/problems';
import { mostPixels, pixelsOf } from './picture-size';
import { acceptedMedia, findAcceptedMedia, type AcceptedMedia } from './sniff-paper';

/** A paper as it came in: what it is was found in its bytes, its name is only what its giver calls it. */
export interface ReceivedPaper {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mediaType: AcceptedMedia;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
}

const longestName = 200;

/** Throws a 415 problem for bytes of a kind that is not accepted, a 413 one for a picture of more pixels than a page can draw, and a 400 one for an empty file or a picture that is none. */
export async function receivePaper(givenName: string, bytes: Buffer): Promise<ReceivedPaper> {
  if (bytes.length === 0) throw problems.formRefused({ field: 'paper', details: { rule: 'empty' } });
  const mediaType = await findAcceptedMedia(bytes);
  if (mediaType === undefined) throw problems.mediaRefused({ field: 'paper', allowed: acceptedMedia });
  if (mediaType === 'image/png' || mediaType === 'image/jpeg') refuseFlood(pixelsOf(bytes, mediaType));
  return { name: plainName(givenName), bytes, mediaType, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function refuseFlood(pixels: number | undefined): void {
  if (pixels === undefined) throw problems.formRefused({ field: 'paper', details: { rule: 'picture-damaged' } });
  if (pixels > mostPixels) throw problems.tooLarge({ field: 'paper', allowed: mostPixels, details: { rule: 'pixels' } });
}

/** A name to show and to save under: without folders, control and direction characters, which could make it look like another. */
export function plainName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}"<>|:*?;]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  return [...plain].slice(0, longestName).join('') || 'paper';
}
