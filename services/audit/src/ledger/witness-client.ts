import {
  consistencyProof,
  openVerifier,
  readSignatureLine,
  TileHashes,
  witnessRequest,
  type NoteVerifier,
  type ReadLog,
} from '@lianxi/ledger';
import type { KeptCheckpoint } from './ledger-rows';
import { LedgerRefused } from './ledger-refused';

/** A witness as the configuration names it. */
export interface WitnessPlace {
  readonly url: string;
  /** Its public key, as a verifier's text. */
  readonly key: string;
}

export class WitnessSilent extends Error {
  readonly code = 'witness-silent';
}

const patienceMs = 2_000;

/** Asks one witness by C2SP tlog-witness. It knows by itself up to where it has seen the log. */
export class WitnessClient {
  readonly verifier: NoteVerifier;
  private seen = 0;

  constructor(
    private readonly place: WitnessPlace,
    private readonly read: ReadLog,
  ) {
    this.verifier = openVerifier(place.key);
  }

  get name(): string {
    return this.verifier.name;
  }

  /**
   * The witness's signature line for this checkpoint. Throws {@link LedgerRefused} when it has seen something that this log
   * did not grow out of, {@link WitnessSilent} when it gives no usable answer.
   */
  async cosign(checkpoint: KeptCheckpoint, text: string): Promise<string> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const answer = await this.ask(checkpoint);
      if (answer.status === 200) {
        const line = this.lineIn(answer.body, text);
        this.seen = checkpoint.size;
        return line;
      }
      if (answer.status === 422)
        throw new LedgerRefused(
          'two-histories',
          `${this.name} saw ${this.seen} entries that this log of ${checkpoint.size} did not grow out of`,
        );
      if (answer.status !== 409) throw new WitnessSilent(`${this.name} answered ${answer.status}`);
      const known = Number(/^(\d{1,16})\n$/.exec(answer.body)?.[1] ?? NaN);
      if (!Number.isSafeInteger(known)) throw new WitnessSilent(`${this.name} answered 409 without a size`);
      if (known > checkpoint.size)
        throw new LedgerRefused('witness-knows-more', `${this.name} saw ${known} entries, this log has ${checkpoint.size}`);
      if (known === this.seen) throw new LedgerRefused('two-histories', `${this.name} saw another root at ${known}`);
      this.seen = known;
    }
    throw new WitnessSilent(`${this.name} names another size each time`);
  }

  private async ask({ size, note }: KeptCheckpoint): Promise<{ status: number; body: string }> {
    const old = Math.min(this.seen, size);
    const proof = await consistencyProof(new TileHashes(this.read, size), old, size);
    try {
      const answer = await fetch(`${this.place.url.replace(/\/$/, '')}/add-checkpoint`, {
        method: 'POST',
        body: witnessRequest({ old, proof, note }),
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        signal: AbortSignal.timeout(patienceMs),
      });
      return { status: answer.status, body: (await answer.text()).slice(0, 10_000) };
    } catch (error) {
      throw new WitnessSilent(`${this.name}: ${(error as Error).name}`);
    }
  }

  private lineIn(body: string, text: string): string {
    try {
      return this.findLine(body, text);
    } catch (error) {
      throw new WitnessSilent(`${this.name}: ${(error as Error).message}`);
    }
  }

  private findLine(body: string, text: string): string {
    for (const line of body.split('\n').filter((each) => each.startsWith('— '))) {
      const { name, keyId, bytes, line: whole } = readSignatureLine(line);
      if (name === this.name && keyId === this.verifier.keyId.toString('hex') && this.verifier.verify(text, bytes)) return whole;
    }
    throw new WitnessSilent('no signature of its own');
  }
}
