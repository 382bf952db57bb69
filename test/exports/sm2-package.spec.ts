import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeNoteKeys, makeSm2Keys } from '@lianxi/ledger';
import { exampleCase, exampleEntries, exampleLog, examplePackage } from '../support/example-log';
import { findLie, unpacked, type Files } from '../support/repacked';

const folder = mkdtempSync(join(tmpdir(), 'lianxi-sm2-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keys = makeNoteKeys('lianxi.example/log');
const sm2 = makeSm2Keys('lianxi.example/log');

/** What its README.txt says to run, run; without what openssl says of its own accord. */
function follow(files: Files): { status: number | null; stdout: string } {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const commands = String(files.get('README.txt'))
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2))
    .join('\n');
  return spawnSync('bash', ['-e', '-c', commands], { cwd: folder, encoding: 'utf8' });
}

describe('a package of a log that SM2 signs as well', () => {
  it('is checked by ours, and by openssl as its README.txt says, where this machine has openssl with SM2', async () => {
    const entries = exampleEntries(12, 2);
    const bytes = await examplePackage(
      exampleLog(entries, keys, sm2),
      { caseId: exampleCase(1) },
      entries.flatMap((entry, place) => (entry.includes(exampleCase(1)) ? [place] : [])),
    );
    expect(await findLie(bytes, { logKey: keys.public })).toBeUndefined();
    const files = await unpacked(bytes);
    writeFileSync(join(folder, 'key.pem'), files.get('keys/sm2.pem') ?? '');
    if (spawnSync('openssl', ['pkey', '-pubin', '-in', join(folder, 'key.pem'), '-noout']).status !== 0) {
      process.stdout.write('Not checked by openssl: this machine has none that knows SM2.\n');
      return;
    }
    const { status, stdout } = follow(files);
    expect([status, stdout.includes('Verified OK')]).toEqual([0, true]);
    const other = await unpacked(
      await examplePackage(exampleLog(entries, keys, makeSm2Keys('lianxi.example/log')), { caseId: exampleCase(1) }, []),
    );
    files.set('keys/sm2.pem', other.get('keys/sm2.pem') ?? Buffer.alloc(0));
    files.set('SHA256SUMS', Buffer.from(String(files.get('SHA256SUMS')).replace(/^.* {2}keys\/sm2\.pem\n/m, '')));
    expect(follow(files).status).not.toBe(0);
  });
});
