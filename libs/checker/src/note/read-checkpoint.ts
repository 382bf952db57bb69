import { fromBase64 } from '../primitives/bytes';
import { Lie } from '../primitives/lie';

/** What a log's operator signs: how many entries it has, and the hash over all of them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', count = '', encoded = ''] = text.split('\n');
  const root = fromBase64(encoded);
  const size = Number(count);
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(count) || !Number.isSafeInteger(size) || root?.length !== 32)
    throw new Lie('checkpoint-malformed', 'The checkpoint cannot be read.');
  return { origin, size, root };
}
