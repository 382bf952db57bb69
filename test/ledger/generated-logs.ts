import {
  checkpointText,
  leafHash,
  logOf,
  makeNoteKeys,
  openCosigner,
  openSigner,
  recordLeaf,
  signCheckpoint,
  type NoteKeys,
} from '@lianxi/ledger';

export const origin = 'lianxi.example/record/generated';
export const keys = makeNoteKeys(origin);
export const witnessKeys = makeNoteKeys('witness.example/generated', 'cosignature');
const cosigner = openCosigner(witnessKeys.private);

/** A log as its files lie on a disk, and what the person who checks it was shown before. */
export interface ShownLog {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly seen: readonly string[];
  /** How many witnesses this person asks for. */
  readonly quorum: number;
  readonly size: number;
}

/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0;
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * below);
  };
}

const made = new Map<string, Buffer>();
const makeRow = (position: number, act: string): Buffer =>
  recordLeaf({
    service: 'health',
    incarnation: '01936f00-0000-7000-8000-000000000001',
    position,
    kind: 'journal',
    row: { id: `row-${position}`, act, hash: 'h'.repeat(64) },
  });
/** Each row is made once: thousands of logs are made of the same ones. */
export function row(position: number, act = 'file'): Buffer {
  const bytes = made.get(`${position} ${act}`) ?? makeRow(position, act);
  made.set(`${position} ${act}`, bytes);
  return bytes;
}
export const rows = (size: number): Buffer[] => Array.from({ length: size }, (_, place) => row(place + 1));

const trees = new Map<number, ReturnType<typeof logOf>>();
const plainLog = (size: number): ReturnType<typeof logOf> => trees.get(size) ?? logOf(rows(size));
const isPlain = (entries: readonly Buffer[]): boolean => entries.every((entry, place) => entry === row(place + 1));
/** Untouched logs are beginnings of one another: each size is hashed once. */
function hashed(entries: readonly Buffer[]): ReturnType<typeof logOf> {
  if (!isPlain(entries)) return logOf(entries);
  const log = plainLog(entries.length);
  trees.set(entries.length, log);
  return log;
}
export const rootOf = (size: number): Buffer => hashed(rows(size)).tree.root();

/** The signed checkpoint over these rows, cosigned unless told. */
export function checkpointOf(
  entries: readonly Buffer[],
  { by = keys, cosigned = true }: { by?: NoteKeys; cosigned?: boolean } = {},
): string {
  const checkpoint = { origin, size: entries.length, root: hashed(entries).tree.root() };
  return (
    signCheckpoint(checkpoint, [openSigner(by.private)]) + (cosigned ? cosigner.cosign(checkpointText(checkpoint), 1_795_000_000) : '')
  );
}

export function filesOf(entries: readonly Buffer[], note: string): Map<string, Buffer> {
  return new Map(hashed(entries).files).set('checkpoint', Buffer.from(note));
}

export const sizeFor = (random: (below: number) => number): number => 2 + (random(5) === 0 ? 250 + random(290) : random(40));

/** A log nobody touched, and an earlier checkpoint of it that somebody kept. */
export function untouched(seed: number): ShownLog {
  const random = seeded(seed);
  const entries = rows(sizeFor(random));
  return {
    files: filesOf(entries, checkpointOf(entries)),
    seen: [checkpointOf(entries.slice(0, 1 + random(entries.length)))],
    quorum: 1,
    size: entries.length,
  };
}

export const kinds = [
  'changed-byte',
  'dropped-row',
  'inserted-row',
  'swapped-rows',
  'truncated-tail',
  'older-backup',
  'two-histories',
  'another-key',
] as const;
export type Kind = (typeof kinds)[number];

const changes: Readonly<Record<string, (entries: Buffer[], random: (below: number) => number) => Buffer[]>> = {
  'dropped-row': (entries, random) => entries.toSpliced(random(entries.length), 1),
  // Never behind the last: that is how every log grows.
  'inserted-row': (entries, random) => entries.toSpliced(random(entries.length), 0, row(10_000 + random(1_000))),
  'swapped-rows': (entries, random) => {
    const [one, other] = [random(entries.length - 1), entries.length - 1];
    return entries.with(one, entries[other] as Buffer).with(other, entries[one] as Buffer);
  },
  'truncated-tail': (entries, random) => entries.slice(0, entries.length - 1 - random(entries.length - 1)),
};

/** What was done to the log, and how far whoever did it went: files alone; all hashes with them; signed anew by the log's own key. */
export function manipulated(kind: Kind, seed: number): ShownLog {
  const random = seeded(seed);
  const entries = rows(sizeFor(random));
  const note = checkpointOf(entries);
  const true_ = { files: filesOf(entries, note), seen: [note], quorum: 1, size: entries.length };
  if (kind === 'changed-byte') return { ...true_, files: changeByte(true_.files, random) };
  if (kind === 'older-backup') {
    const older = entries.slice(0, 1 + random(entries.length - 1));
    return { ...true_, files: filesOf(older, checkpointOf(older)) };
  }
  if (kind === 'another-key') {
    const by = makeNoteKeys(origin);
    return { ...true_, seen: [], quorum: random(2), files: filesOf(entries, checkpointOf(entries, { by })) };
  }
  if (kind === 'two-histories') {
    const other = [...entries.with(random(entries.length), row(1, 'screen')), ...(random(2) === 0 ? [] : [row(20_000)])];
    return { ...true_, quorum: random(2), files: filesOf(other, checkpointOf(other)) };
  }
  const changed = changes[kind]?.(entries, random) ?? entries;
  const depth = random(4);
  if (depth === 0) return { ...true_, files: bundlesOf(true_.files, changed) };
  if (depth === 1) return { ...true_, files: filesOf(changed, note) };
  if (depth === 2) return { ...true_, seen: [], files: filesOf(changed, checkpointOf(changed, { cosigned: false })) };
  return { ...true_, quorum: 0, files: filesOf(changed, checkpointOf(changed)) };
}

/** Only the bundles are exchanged: hashes and checkpoint stay. */
function bundlesOf(files: ReadonlyMap<string, Buffer>, entries: readonly Buffer[]): Map<string, Buffer> {
  const bundles = [...hashed(entries).files].filter(([path]) => path.startsWith('tile/entries/'));
  return new Map([...[...files].filter(([path]) => !path.startsWith('tile/entries/')), ...bundles]);
}

/** Any bit of any file, but for bits at the end of base64 that stand for nothing: there Go reads the same signature as before (our checker refuses those, too). */
function changeByte(files: ReadonlyMap<string, Buffer>, random: (below: number) => number): Map<string, Buffer> {
  const paths = [...files.keys()];
  const path = paths[random(paths.length)] as string;
  const bytes = Buffer.from(files.get(path) as Buffer);
  let place = random(bytes.length);
  while (path === 'checkpoint' && /^.={0,2}\n/.test(bytes.subarray(place, place + 4).toString('latin1'))) place = random(bytes.length);
  bytes[place] = (bytes[place] as number) ^ (1 << random(8));
  return new Map(files).set(path, bytes);
}

export const leafOf = (position: number): Buffer => leafHash(row(position));
