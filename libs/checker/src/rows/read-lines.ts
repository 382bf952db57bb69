import { concat } from '../primitives/bytes';
import { Lie } from '../primitives/lie';

/** The longest line of rows.jsonl, in bytes: an entry of the log has at most 65,535, and its place is written before it. */
export const longestLine = 70_000;
const newline = 10;

/** The lines of a stream, as many at a time as have come; each without its newline. Never holds more than one line that is not whole. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<Uint8Array[]> {
  let begun: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      lines.push(begun.length === 0 ? chunk.subarray(start, end) : concat(begun, chunk.subarray(start, end)));
      if ((lines.at(-1) as Uint8Array).length > longestLine) throw tooLong(where);
      begun = new Uint8Array();
      start = end + 1;
    }
    begun = concat(begun, chunk.subarray(start));
    if (begun.length > longestLine) throw tooLong(where);
    if (lines.length > 0) yield lines;
  }
  if (begun.length > 0) throw new Lie('line-cut', `${where} does not end with a whole line.`);
}

const tooLong = (where: string): Lie => new Lie('line-too-long', `${where} has a line of more than ${longestLine} bytes.`);
