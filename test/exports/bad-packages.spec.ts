import { spawnSync } from 'node:child_process';
import { closeSync, createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { manifestText, readLines, sumLines, type Manifest } from '@lianxi/checker';
import { Tally } from '@lianxi/documents';
import { makeNoteKeys, openSigner, signNote } from '@lianxi/ledger';
import { SeededRandom } from '../../deploy/embedded/src/faults/seeded-random';
import { PackageZip } from '../../services/audit/src/exports/package/package-zip';
import { exampleCase, exampleEntries, exampleLog, examplePackage } from '../support/example-log';
import { coveredUp, findLie, packed, sha256Of, unlisted, unpacked, type Files } from '../support/repacked';

const keys = makeNoteKeys('lianxi.example/log');
const directory = mkdtempSync(join(tmpdir(), 'lianxi-bad-'));
const verifier = join(__dirname, '../../dist/libs/checker/src/commands/verify-package.js');
const [keyFile, goodFile] = [join(directory, 'log.vkey'), join(directory, 'good.zip')];
let files: Files;
let good: Buffer;

beforeAll(async () => {
  const entries = exampleEntries(60, 3);
  good = await examplePackage(
    exampleLog(entries, keys),
    { caseId: exampleCase(1) },
    entries.flatMap((entry, place) => (entry.includes(exampleCase(1)) ? [place] : [])),
  );
  files = await unpacked(good);
  writeFileSync(goodFile, good);
  writeFileSync(keyFile, `${keys.public}\n`);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/**
 * Tells, when the command has ended, how much memory the system ever gave it. Not `maxRSS`: Linux lets a program begin with what its
 * starter held, and the test's own process holds more than the command may take.
 */
const tellPeak = join(directory, 'tell-peak.cjs');
writeFileSync(
  tellPeak,
  `const { existsSync, readFileSync } = require('node:fs');
   process.on('exit', () => {
     const kilobytes = existsSync('/proc/self/status') ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS;
     process.stderr.write('peak ' + Math.round(kilobytes / 1024));
   });`,
);

/** The command as a person runs it; `memory` in MB is all its heap may grow to, `peak` what it took in all. */
function verify(args: readonly string[], memory = 96): { status: number | null; said: string; peak: number } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', tellPeak, `--max-old-space-size=${memory}`, verifier, ...args],
    { encoding: 'utf8' },
  );
  const said = `${stdout}${stderr}`;
  return { status, said: said.replace(/peak \d+$/, ''), peak: Number(/peak (\d+)$/.exec(said)?.[1]) };
}

describe('npm run audit:verify', () => {
  it('prints a line for each check and exits with 0', () => {
    const { status, said } = verify([goodFile, '--key', keyFile]);
    expect([
      status,
      said
        .split('\n')
        .filter((line) => line.startsWith('ok '))
        .map((line) => /^ok +(\w+):/.exec(line)?.[1]),
    ]).toEqual([0, ['zip', 'key', 'manifest', 'files', 'checkpoint', 'rows', 'erased', 'case', 'csv', 'xlsx']]);
    expect(said).toContain('完整且未被改动');
  });

  it('stops at the first lie with 1, and says which', async () => {
    const changed: Files = new Map(files);
    changed.set('rows.csv', Buffer.from('=1+1'));
    writeFileSync(join(directory, 'changed.zip'), await packed(coveredUp(changed, {}, openSigner(keys.private))));
    const { status, said } = verify([join(directory, 'changed.zip'), '--key', keyFile]);
    expect([status, said.trim().split('\n').at(-1)]).toEqual([1, 'LIE   csv-other: rows.csv does not say what rows.jsonl says.']);
  });

  it('tells an older package from the one the record names', () => {
    expect(verify([goodFile, '--sha256', '0'.repeat(64)])).toMatchObject({
      status: 1,
      said: expect.stringContaining('package-other') as string,
    });
  });

  it.each([[[]], [['nothing-there.zip']], [['a.zip', 'b.zip']], [['a.zip', '--nonsense']]])(
    'is used wrongly with %j: 2, and how it is used',
    (args) => {
      expect(verify(args).status).toBe(2);
    },
  );
});

const zipOf = async (name: string, add: (zip: ZipFile) => void): Promise<string> => {
  const path = join(directory, name);
  const zip = new ZipFile();
  add(zip);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
};

/** What the command may take in all, in MB: a good package of a few rows takes a third of it, Node itself most of that. */
const mostMemory = 160;

/** Signed as the log's own people could: only its rows are no rows. On disk it takes no room, since nothing is written where nothing stands. */
async function packageWithLongLine(path: string, length: number): Promise<void> {
  const part = new Uint8Array(2 ** 20);
  const tally = new Tally();
  for (let left = length; left > 0; left -= part.length) tally.take(Buffer.from(part.buffer), Buffer.from(part.buffer));
  const line = {
    bytes: length,
    packedBytes: length,
    crc: tally.crc,
    sha256: tally.sha256(),
    isPacked: false,
    content: async function* () {
      for (let left = length; left > 0; left -= part.length) yield part;
    },
  };
  const fitting = coveredUp(new Map(files));
  const before = JSON.parse(String(fitting.get('manifest.json'))) as Manifest;
  const manifest = { ...before, files: { ...before.files, 'rows.jsonl': { bytes: length, sha256: line.sha256 } } };
  const text = JSON.stringify(manifest);
  const note = signNote(manifestText(manifest.export, sha256Of(text)), [openSigner(keys.private)]);
  const handle = openSync(path, 'w');
  let place = 0;
  const zip = new PackageZip({
    write: async (bytes) => {
      if (bytes.length < part.length) writeSync(handle, bytes, 0, bytes.length, place);
      place += bytes.length;
    },
  });
  await zip.addMember('rows.jsonl', line);
  for (const [name, bytes] of fitting) if (!['rows.jsonl', ...unlisted].includes(name)) await zip.add(name, bytes);
  const sums = [
    ...Object.entries(manifest.files).map(([name, { sha256 }]) => [name, sha256] as const),
    ['manifest.json', sha256Of(text)] as const,
    ['manifest.note', sha256Of(note)] as const,
  ];
  for (const [name, content] of [
    ['manifest.json', text],
    ['manifest.note', note],
    ['SHA256SUMS', sumLines(sums)],
  ] as const)
    await zip.add(name, Buffer.from(content));
  await zip.end();
  closeSync(handle);
}

describe('a package made to harm', () => {
  it('a line of 2 GB is refused after some kilobytes of it', async () => {
    let given = 0;
    const endless = (async function* () {
      for (; given < 2 ** 31; given += 2 ** 14) yield new Uint8Array(2 ** 14).fill(120);
    })();
    await expect(
      (async () => {
        for await (const _lines of readLines(endless, 'rows.jsonl')) continue;
      })(),
    ).rejects.toMatchObject({ code: 'line-too-long' });
    expect(given).toBeLessThan(200_000);
  });

  it('a package whose rows are one line of 2 GB, signed like any other, is refused in the memory that a good one takes', async () => {
    const path = join(directory, 'long-line.zip');
    await packageWithLongLine(path, 2 ** 31);
    const { status, said, peak } = verify([path, '--key', keyFile]);
    expect([status, said.trim().split('\n').at(-1)]).toEqual([1, 'LIE   line-too-long: rows.jsonl has a line of more than 70000 bytes.']);
    expect(peak).toBeLessThan(mostMemory);
  });

  it('a package with the tiles of five million rows is opened in the memory that one of a few rows takes', async () => {
    const path = await zipOf('many-tiles.zip', (zip) => {
      for (let place = 0; place < 20_000; place += 1) zip.addBuffer(Buffer.alloc(32, place), `tile/0/${place}`, { compress: false });
    });
    const { status, said, peak } = verify([path]);
    expect([status, said.trim().split('\n')]).toEqual([
      1,
      ['ok    zip: 20000 files, all in their places', 'LIE   file-missing: keys/log.vkey is missing.'],
    ]);
    expect(peak).toBeLessThan(mostMemory);
  });

  it('a file that packs 64 MB of nothing into 64 KB is refused before it is unpacked', async () => {
    const path = await zipOf('bomb.zip', (zip) => zip.addBuffer(Buffer.alloc(2 ** 26), 'manifest.json', { compressionLevel: 9 }));
    const { peak, ...told } = verify([path], 24);
    expect(told).toMatchObject({ status: 1, said: expect.stringContaining('LIE   zip-bomb') as string });
    expect(peak).toBeLessThan(mostMemory);
  });

  it('a file that hides how large it is, is refused where it grows beyond what it claims', async () => {
    const path = await zipOf('liar.zip', (zip) => {
      for (const [name, bytes] of files)
        zip.addBuffer(name === 'manifest.json' ? Buffer.alloc(2 ** 27) : bytes, name, { compressionLevel: 9 });
    });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(2 ** 27);
    const claimed = Buffer.from(
      readFileSync(path)
        .toString('latin1')
        .replaceAll(size.toString('latin1'), Buffer.of(0, 16, 0, 0).toString('latin1')),
      'latin1',
    );
    writeFileSync(path, claimed);
    const { peak, ...told } = verify([path], 48);
    expect(told).toMatchObject({ status: 1, said: expect.stringMatching(/LIE {3}zip-/) as string });
    expect(peak).toBeLessThan(mostMemory);
  });

  it('a damaged package, a cut one and one with a path outside are refused by the command, each in bounded memory', async () => {
    const placeholder = 'z'.repeat(14);
    const outside = (await packed(new Map([...files, [placeholder, Buffer.from('x')]])))
      .toString('latin1')
      .replaceAll(placeholder, '../outside.txt');
    const damaged = Buffer.from(good);
    const third = Math.floor(good.length / 3);
    damaged.fill(0xff, third, third + 2_000);
    for (const [name, bytes, code] of [
      ['outside', Buffer.from(outside, 'latin1'), 'path-refused'],
      ['damaged', damaged, '(zip-damaged|file-changed|zip-bomb)'],
      ['cut', good.subarray(0, good.length / 2), '(zip-damaged|zip-ambiguous)'],
    ] as const) {
      writeFileSync(join(directory, `${name}.zip`), bytes);
      const { status, said, peak } = verify([join(directory, `${name}.zip`), '--key', keyFile], 48);
      expect([name, status, new RegExp(`LIE {3}${code}: .{20}`).test(said)]).toEqual([name, 1, true]);
      expect(peak).toBeLessThan(mostMemory);
    }
  });

  it.each(['../outside.txt', '/etc/passwd', 'tile/../../x', 'C:\\x', 'rows.jsonl/../x', '.hidden', 'a\u0000b', 'a//b'])(
    'the path %j is refused',
    async (name) => {
      const placeholder = 'z'.repeat(name.length);
      const bytes = await packed(new Map([...files, [placeholder, Buffer.from('x')]]));
      expect(await findLie(Buffer.from(bytes.toString('latin1').replaceAll(placeholder, name), 'latin1'))).toBe('path-refused');
    },
  );

  it('a name twice is refused', async () => {
    const path = await zipOf('twice.zip', (zip) => {
      zip.addBuffer(Buffer.from('a'), 'rows.jsonl');
      zip.addBuffer(Buffer.from('b'), 'rows.jsonl');
    });
    expect(await findLie(readFileSync(path))).toBe('entry-twice');
  });

  it('a zip that is cut, or damaged in any place, gives a clear answer: refused, or nothing in it has changed', async () => {
    const random = new SeededRandom(7);
    for (let attempt = 0; attempt < 150; attempt += 1) {
      const cut = attempt % 3 === 0;
      const bytes = Buffer.from(cut ? good.subarray(0, random.between(0, good.length)) : good);
      if (!cut) bytes[random.between(0, bytes.length)] = random.between(0, 256);
      const lie = await findLie(bytes, { logKey: keys.public });
      if (cut) expect(['zip-damaged', 'zip-ambiguous']).toContain(lie);
      else if (lie === undefined) expect(await unpacked(bytes)).toEqual(files);
    }
  });

  it('what is no zip at all is refused', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), Buffer.alloc(100_000, 1), Buffer.from('%PDF-1.7')])
      expect(await findLie(bytes)).toMatch(/^zip-/);
  });

  it('what stands behind gigabytes of something else is refused: a zip of ours begins at its beginning', async () => {
    const sparse = join(directory, 'sparse.zip');
    const handle = openSync(sparse, 'w');
    writeSync(handle, good, 0, good.length, 2 ** 32);
    closeSync(handle);
    expect(verify([sparse])).toMatchObject({ status: 1, said: expect.stringContaining('zip-ambiguous') as string });
  });
});
