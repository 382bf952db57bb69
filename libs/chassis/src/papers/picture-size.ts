/** As many pixels as a page can draw: a scan of A3 at 600 dots to the inch has 70 million. What is larger comes as TIFF or PDF, which no page draws. */
export const mostPixels = 100_000_000;

/** Width times height as the header says, in the first bytes of the picture; undefined where it says none: then it is none. */
export function pixelsOf(bytes: Buffer, mediaType: 'image/png' | 'image/jpeg'): number | undefined {
  return mediaType === 'image/png' ? pixelsOfPng(bytes) : pixelsOfJpeg(bytes);
}

function pixelsOfPng(bytes: Buffer): number | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return bytes.readUInt32BE(16) * bytes.readUInt32BE(20) || undefined;
}

const framesBegin = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segment by segment to the first frame; a thumbnail lies within a segment and is passed over. */
function pixelsOfJpeg(bytes: Buffer): number | undefined {
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] as number) : 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (framesBegin(marker)) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7) || undefined;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0 || marker === 0xda || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}
