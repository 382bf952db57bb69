import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningService } from '@lianxi/chassis';
import { makeNoteKeys, type NoteKeys } from '@lianxi/ledger';
import { freePort } from '../../deploy/embedded/src/free-port';
import { loadCompiledService } from './load-compiled';
import { waitFor } from './lianxi';

/** A real witness on a port of its own, watching the logs it is told. */
export class RunningWitness {
  private running: RunningService | undefined;

  private constructor(
    readonly keys: NoteKeys,
    readonly port: number,
    readonly directory: string,
    private readonly logs: readonly string[],
  ) {}

  static async start(logs: readonly string[], name = 'witness.example/w1'): Promise<RunningWitness> {
    const witness = new RunningWitness(
      makeNoteKeys(name, 'cosignature'),
      await freePort(),
      mkdtempSync(join(tmpdir(), 'lianxi-witness-')),
      logs,
    );
    await witness.again();
    return witness;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get place(): { url: string; key: string } {
    return { url: this.url, key: this.keys.public };
  }

  /** Starts it with what it remembers. */
  async again(): Promise<void> {
    this.running = await loadCompiledService('witness').start({
      LIANXI_HTTP_HOST: '127.0.0.1',
      LIANXI_HTTP_PORT: String(this.port),
      LIANXI_WITNESS_KEY: this.keys.private,
      LIANXI_WITNESS_LOGS: JSON.stringify(this.logs),
      LIANXI_WITNESS_DIR: this.directory,
      LIANXI_LOG: '/dev/null',
    });
    await waitFor('the witness answers', () =>
      fetch(`${this.url}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
  }

  async ask(body: string): Promise<{ status: number; text: string; type: string | null }> {
    const answer = await fetch(`${this.url}/add-checkpoint`, { method: 'POST', body });
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
  }

  async stop(): Promise<void> {
    await this.running?.close();
    this.running = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
