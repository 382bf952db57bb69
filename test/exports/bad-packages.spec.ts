import { spawnSync } from 'node:child_process';
import { closeSync, createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { readLines } from '@lianxi/checker';
import { makeNoteKeys, openSigner } from '@lianxi/ledger';
import { SeededRandom } from '../../deploy/embedded/src/faults/seeded-random';
import { exampleCase, exampleEntries, exampleLog, examplePackage } from '../support/example-log';
import { coveredUp, findLie, packed, unpacked, type Files } from '../support/repacked';

const keys = makeNoteKeys('lianxi.example/log');
const directory = mkdtempSync(join(tmpdir(), 'lianxi-bad-'));
const verifier = join(__dirname, '../../dist/libs/checker/src/commands/verify-package.js');
const [keyFile, goodFile] = [join(directory, 'log.vkey'), join(directory, 'good.zip')];
let files: Files;
let good: Buffer;

beforeAll(async () => {
  const entries = exampleEntries(60, 3);
  good = await examplePackage(exampleLog(entries, keys), { caseId: exampleCase(1) }, entries.flatMap((entry, place) => (entry.includes(exampleCase(1)) ? [place] : [])));
  files = await unpacked(good);
  writeFileSync(goodFile, good);
  writeFileSync(keyFile, `${keys.public}\n`);
}, 60_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The command as a person runs it; `memory` in MB is all its heap may grow to. */
function verify(args: readonly string[], memory = 96): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${memory}`, verifier, ...args], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

describe('npm run audit:verify', () => {
  it('prints a line for each check and exits with 0', () => {
    const { status, said } = verify([goodFile, '--key', keyFile]);
    expect([status, said.split('\n').filter((line) => line.startsWith('ok ')).map((line) => /^ok +(\w+):/.exec(line)?.[1])]).toEqual([0, ['zip', 'key', 'manifest', 'files', 'checkpoint', 'rows', 'erased', 'case', 'csv', 'xlsx']]);
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
    expect(verify([goodFile, '--sha256', '0'.repeat(64)])).toMatchObject({ status: 1, said: expect.stringContaining('package-other') as string });
  });

  it.each([[[]], [['nothing-there.zip']], [['a.zip', 'b.zip']], [['a.zip', '--nonsense']]])('is used wrongly with %j: 2, and how it is used', (args) => {
    expect(verify(args).status).toBe(2);
  });
});

const zipOf = async (name: string, add: (zip: ZipFile) => void): Promise<string> => {
  const path = join(directory, name);
  const zip = new ZipFile();
  add(zip);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
};

describe('a package made to harm', () => {
  it('a line of 2 GB is refused after some kilobytes of it', async () => {
    let given = 0;
    const endless = (async function* () { for (; given < 2 ** 31; given += 2 ** 14) yield new Uint8Array(2 ** 14).fill(120); })();
    await expect((async () => { for await (const _lines of readLines(endless, 'rows.jsonl')) continue; })()).rejects.toMatchObject({ code: 'line-too-long' });
    expect(given).toBeLessThan(200_000);
  });

  it('a file that packs 64 MB of nothing into 64 KB is refused before it is unpacked', async () => {
    const path = await zipOf('bomb.zip', (zip) => zip.addBuffer(Buffer.alloc(2 ** 26), 'manifest.json', { compressionLevel: 9 }));
    expect(verify([path], 24)).toMatchObject({ status: 1, said: expect.stringContaining('LIE   zip-bomb') as string });
  });

  it.each(['../outside.txt', '/etc/passwd', 'tile/../../x', 'C:\\x', 'rows.jsonl/../x', '.hidden', 'a\u0000b', 'a//b'])('the path %j is refused', async (name) => {
    const placeholder = 'z'.repeat(name.length);
    const bytes = await packed(new Map([...files, [placeholder, Buffer.from('x')]]));
    expect(await findLie(Buffer.from(bytes.toString('latin1').replaceAll(placeholder, name), 'latin1'))).toBe('path-refused');
  });

  it('a name twice is refused', async () => {
    const path = await zipOf('twice.zip', (zip) => { zip.addBuffer(Buffer.from('a'), 'rows.jsonl'); zip.addBuffer(Buffer.from('b'), 'rows.jsonl'); });
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
  }, 60_000);

  it('what is no zip at all is refused', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), Buffer.alloc(100_000, 1), Buffer.from('%PDF-1.7')]) expect(await findLie(bytes)).toMatch(/^zip-/);
  });

  it('what stands behind gigabytes of something else is refused: a zip of ours begins at its beginning', async () => {
    const sparse = join(directory, 'sparse.zip');
    const handle = openSync(sparse, 'w');
    writeSync(handle, good, 0, good.length, 2 ** 32);
    closeSync(handle);
    expect(verify([sparse])).toMatchObject({ status: 1, said: expect.stringContaining('zip-ambiguous') as string });
  });
});
