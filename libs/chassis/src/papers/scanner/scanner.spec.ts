import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../../../deploy/embedded/src/free-port';
import { eicar, TestScanner } from '../../../../../test/support/test-scanner';
import { ClamdScanner } from './clamd-scanner';
import { CommandScanner } from './command-scanner';
import { openScanner, scannerForm } from './open-scanner';
import { malware, ScanFailed, ScannerAway, type Finding, type Scanner } from './scanner';

const directory = mkdtempSync(join(tmpdir(), 'lianxi-scanner-'));
const clamd: TestScanner[] = [];
const started = async (at: number | string): Promise<number | string> => {
  clamd.push(await new TestScanner(at).start());
  return at;
};
afterAll(async () => {
  await Promise.all(clamd.map((each) => each.stop()));
  rmSync(directory, { recursive: true });
});

const infected = { scan: 'malware', signature: 'Eicar-Test-Signature' };
const large = Buffer.concat([Buffer.alloc(20 * 1024 * 1024 - eicar.length, 'x'), eicar]);
/** A program that reads its input, as clamscan does, and ends as told. */
const program = (code: string): CommandScanner =>
  new CommandScanner(
    [process.execPath, '-e', `let n = ''; process.stdin.on('data', (part) => { n += part; }).on('end', () => { ${code} });`],
    5_000,
  );

describe('clamd', () => {
  it.each([
    ['by TCP', async () => openScanner(`clamd://127.0.0.1:${await started(await freePort())}`)],
    ['by its socket', async () => openScanner(`clamd://${await started(join(directory, 'clamd.ctl'))}`)],
  ])('finds what it knows and nothing else, in a small paper and in the largest: %s', async (_how, open) => {
    const scanner = (await open()) as Scanner;
    expect(await Promise.all([eicar, large, Buffer.from('示例'), Buffer.alloc(0)].map((bytes) => scanner.scan(bytes)))).toEqual([
      infected,
      infected,
      { scan: 'clean' },
      { scan: 'clean' },
    ]);
  });

  it('that has no answer leaves a paper unscanned', async () => {
    const port = Number(await started(await freePort()));
    await expect(new ClamdScanner({ port, host: '127.0.0.1' }).scan(Buffer.from('THIS-ONE-HAS-NO-ANSWER'))).rejects.toThrow(ScanFailed);
    await expect(new ClamdScanner({ port, host: '127.0.0.1' }, 50).scan(Buffer.from('THIS-ONE-STALLS-THE-SCANNER'))).rejects.toThrow(
      ScanFailed,
    );
  });

  it('that is not there, goes away, or is something else makes nothing clean', async () => {
    await expect(new ClamdScanner({ port: await freePort(), host: '127.0.0.1' }).scan(eicar)).rejects.toThrow(ScannerAway);
    for (const [says, refused] of [
      ['', ScannerAway],
      ['HTTP/1.1 200 OK\r\n\r\nstream: OK', ScanFailed],
      ['stream: OK', ScannerAway],
      ['x'.repeat(10_000), ScanFailed],
      ['stream: OK FOUND?\0', ScanFailed],
    ] as const) {
      const port = await freePort();
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.resume();
        socket.end(says);
      });
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      await expect(new ClamdScanner({ port, host: '127.0.0.1' }).scan(large)).rejects.toThrow(refused);
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('a command', () => {
  it('says clean by 0, malware by 1, and anything else is no answer', async () => {
    expect(await program('process.exit(0)').scan(large)).toEqual({ scan: 'clean' });
    expect(
      await program(
        `console.log('stdin: ' + (n.length === ${large.length} ? 'Eicar-Test-Signature' : 'Short') + ' FOUND'); process.exitCode = 1;`,
      ).scan(large),
    ).toEqual(infected);
    expect(await program('process.exit(1)').scan(eicar)).toEqual({ scan: 'malware', signature: 'unnamed' });
    for (const code of ['process.exit(2)', 'process.abort()', 'process.kill(process.pid, 9)'])
      await expect(program(code).scan(eicar)).rejects.toThrow(ScanFailed);
    await expect(new CommandScanner([process.execPath, '-e', 'setInterval(() => undefined, 1000)'], 200).scan(eicar)).rejects.toThrow(
      ScanFailed,
    );
    await expect(new CommandScanner(['no-such-scanner-is-here']).scan(eicar)).rejects.toThrow(ScannerAway);
  });
});

describe('what is written down', () => {
  it.each([
    ['off', true],
    ['clamd://clamav:3310', true],
    ['clamd://[::1]:3310', true],
    ['clamd:///run/clamav/clamd.ctl', true],
    ['command:["clamdscan","--no-summary","-"]', true],
    ['clamd://', false],
    ['clamd://clamav', false],
    ['command:clamscan -', false],
    ['command:[]', false],
    ['http://clamav:3310', false],
    ['on', false],
  ])('as the setting %s is understood: %s', (setting, isUnderstood) => {
    expect(scannerForm.test(setting)).toBe(isUnderstood);
    if (isUnderstood) expect(openScanner(setting) === undefined).toBe(setting === 'off');
  });

  it('of what a scanner calls its finding is a code, whatever it says', () => {
    const called = (text: string): Finding => malware(text);
    expect(called('Win.Test.EICAR_HDB-1')).toEqual({ scan: 'malware', signature: 'Win.Test.EICAR_HDB-1' });
    expect(called('<script>王某 \u202e')).toEqual({ scan: 'malware', signature: 'script' });
    expect(called('名')).toEqual({ scan: 'malware', signature: 'unnamed' });
  });
});
