import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkLog, isConsistent, isIncluded, LedgerLie, openVerifier } from '@lianxi/ledger';
import {
  keys,
  kinds,
  leafOf,
  manipulated,
  origin,
  rootOf,
  seeded,
  untouched,
  witnessKeys,
  type Kind,
  type ShownLog,
} from './generated-logs';

const count = 2_000;
const witness = openVerifier(witnessKeys.public);
const log = openVerifier(keys.public);
const directory = mkdtempSync(join(tmpdir(), 'lianxi-logs-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** `whole`, or the lie that was found; anything but a lie is a fault of the checker. */
async function ours({ files, seen, quorum }: ShownLog): Promise<string> {
  try {
    await checkLog({ read: async (path) => files.get(path), origin, log, policy: { witnesses: [witness], quorum }, seen });
    return 'whole';
  } catch (error) {
    if (error instanceof LedgerLie) return error.code;
    throw error;
  }
}

const goHome = ['/usr/share/gocode', process.env['GOPATH']].find(
  (path) =>
    path !== undefined &&
    spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env: { ...process.env, GO111MODULE: 'off', GOPATH: path } }).status === 0,
);
const program = join(directory, 'checklog');
const hasGo =
  goHome !== undefined &&
  spawnSync('go', ['build', '-o', program, join(__dirname, 'go/checklog/main.go')], {
    env: { ...process.env, GO111MODULE: 'off', GOPATH: goHome, GOCACHE: join(directory, 'go-cache') },
  }).status === 0;
if (!hasGo)
  process.stdout.write(
    'NOT CHECKED BY GO: this machine has no Go with golang.org/x/mod (Debian: apt-get install golang-go golang-golang-x-mod-dev).\n',
  );

interface GoAnswer {
  readonly lie: string;
  readonly proofs?: readonly string[][];
  readonly growth?: readonly string[][];
}
/** What is checked, and which proofs Go shall make of it: of an entry, and of growth from a smaller size. */
interface Asked {
  readonly shown: ShownLog;
  readonly index: number;
  readonly from: number;
}
interface Judged extends Asked {
  readonly seed: number;
  readonly ours: string;
  readonly go: GoAnswer | undefined;
}

/** Both checkers on all logs: one process of the Go program, a hundred logs on the disk at a time. */
async function judgeAll(make: (seed: number) => ShownLog): Promise<Judged[]> {
  const child = hasGo ? spawn(program, ['-batch'], { stdio: ['pipe', 'pipe', 'inherit'] }) : undefined;
  const answers = child && createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const judged: Judged[] = [];
  for (let first = 0; first < count; first += 100) {
    const asked = Array.from({ length: 100 }, (_, place) => ask(first + place, make));
    asked.forEach((each, place) => child?.stdin.write(jobFor(each, join(directory, `log-${place}`))));
    for (const [place, each] of asked.entries()) {
      const go = answers && (JSON.parse(String((await answers.next()).value)) as GoAnswer);
      judged.push({ ...each, seed: first + place, ours: await ours(each.shown), go });
      rmSync(join(directory, `log-${place}`), { recursive: true, force: true });
    }
  }
  child?.stdin.end();
  return judged;
}

function ask(seed: number, make: (seed: number) => ShownLog): Asked {
  const shown = make(seed);
  const random = seeded(seed + 1);
  return { shown, index: random(shown.size), from: 1 + random(shown.size) };
}

function jobFor({ shown, index, from }: Asked, place: string): string {
  for (const [path, bytes] of shown.files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  return `${JSON.stringify({ dir: place, key: keys.public, witnesses: [witnessKeys.public], quorum: shown.quorum, seen: shown.seen, prove: [[index, shown.size]], grow: [[from, shown.size]] })}\n`;
}

const kindOf = (seed: number): Kind => kinds[seed % kinds.length] as Kind;

describe(`of ${count} generated manipulations of a stored log`, () => {
  let judged: Judged[];
  beforeAll(async () => {
    judged = await judgeAll((seed) => manipulated(kindOf(seed), seed));
  }, 600_000);

  it('every one is found by our checker', () => {
    expect(judged.filter((each) => each.ours === 'whole').map(({ seed }) => [kindOf(seed), seed])).toEqual([]);
    expect([...new Set(judged.map((each) => each.ours))]).toEqual(
      expect.arrayContaining([
        'signature-wrong',
        'entry-changed',
        'bundle-missing',
        'root-other',
        'older-than-seen',
        'history-other',
        'witnesses-missing',
        'note-unsigned',
        'tile-changed',
      ]),
    );
  });

  it("every one is found by the program that uses only Go's own packages, where there is Go", () => {
    expect(judged.filter(({ go }) => go?.lie === '').map(({ seed }) => [kindOf(seed), seed])).toEqual([]);
  });
});

describe(`of ${count} logs nobody touched`, () => {
  let judged: Judged[];
  beforeAll(async () => {
    judged = await judgeAll(untouched);
  }, 600_000);

  it('every one passes our checker', () => {
    expect(judged.filter((each) => each.ours !== 'whole').map(({ seed, ours: lie }) => [seed, lie])).toEqual([]);
  });

  it('every one passes the Go program, and the proofs that Go makes from our tiles are accepted by ours, where there is Go', () => {
    const read = (hashes: readonly string[] = []): Buffer[] => hashes.map((hash) => Buffer.from(hash, 'base64'));
    for (const {
      seed,
      shown: { size },
      index,
      from,
      go,
    } of judged.filter((each) => each.go !== undefined)) {
      expect([seed, go?.lie]).toEqual([seed, '']);
      const root = rootOf(size);
      expect(isIncluded({ index, size, leaf: leafOf(index + 1), proof: read(go?.proofs?.[0]), root })).toBe(true);
      expect(isConsistent({ from, to: size, fromRoot: rootOf(from), toRoot: root, proof: read(go?.growth?.[0]) })).toBe(true);
    }
  });
});
