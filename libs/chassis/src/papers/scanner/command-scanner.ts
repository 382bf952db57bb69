import { spawn } from 'node:child_process';
import { malware, ScanFailed, ScannerAway, type Finding, type Scanner } from './scanner';

const longestAnswer = 4 * 1024;

/** Runs a program that reads the bytes from its standard input and ends with 0 for clean and 1 for malware, as clamscan and clamdscan do. No shell, and no name given by a person. */
export class CommandScanner implements Scanner {
  constructor(
    private readonly command: readonly string[],
    private readonly patienceMs = 60_000,
  ) {}

  async scan(bytes: Buffer): Promise<Finding> {
    const { code, said } = await this.run(bytes);
    if (code === 0) return { scan: 'clean' };
    if (code === 1) return malware(/(\S+) FOUND/.exec(said)?.[1] ?? '');
    throw new ScanFailed('The scanner has no answer for this paper.');
  }

  private run(bytes: Buffer): Promise<{ code: number | null; said: string }> {
    const [program = '', ...rest] = this.command;
    return new Promise((resolve, reject) => {
      let said = '';
      const child = spawn(program, rest, {
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: this.patienceMs,
        killSignal: 'SIGKILL',
        env: { PATH: process.env['PATH'] },
      });
      child.on('error', () => reject(new ScannerAway('The scanner cannot be started.')));
      child.stdout.on('data', (part: Buffer) => {
        if (said.length < longestAnswer) said += part.toString('utf8');
      });
      child.on('close', (code) => resolve({ code, said }));
      // A program that has seen enough stops reading.
      child.stdin.on('error', () => undefined);
      child.stdin.end(bytes);
    });
  }
}
