import {
  emptyRoot,
  isConsistent,
  LedgerLie,
  openCheckpoint,
  readCheckpoint,
  readNote,
  readWitnessRequest,
  WitnessRequestRefused,
  type Cosigner,
  type NoteVerifier,
  type OpenedCheckpoint,
  type WitnessRequest,
} from '@lianxi/ledger';
import type { WitnessMemory } from './witness-memory';

/** An answer of C2SP tlog-witness. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
  readonly type: string;
}

const plain = 'text/plain; charset=utf-8';
const says = (status: WitnessAnswer['status'], body: string, type = plain): WitnessAnswer => ({ status, body, type });
const atSize = (size: number): WitnessAnswer => says(409, `${size}\n`, 'text/x.tlog.size');

/**
 * C2SP tlog-witness: cosigns a log's checkpoint when it grew out of the last one cosigned, remembering it first.
 * Requests of one log are answered one after the other, so that what was compared is what is replaced.
 */
export class Witness {
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly cosigner: Cosigner,
    private readonly logs: readonly NoteVerifier[],
    private readonly memory: WitnessMemory,
    private readonly seconds: () => number,
  ) {}

  async addCheckpoint(body: string): Promise<WitnessAnswer> {
    try {
      const request = readWitnessRequest(body);
      const { origin } = readCheckpoint(readNote(request.note).text);
      const log = this.logs.find(({ name }) => name === origin);
      if (!log) return says(404, 'This log is not watched here.\n');
      return await this.inTurn(origin, () => this.answer(log, request, body));
    } catch (error) {
      if (error instanceof WitnessRequestRefused || error instanceof LedgerLie) return says(400, `${error.message}\n`);
      throw error;
    }
  }

  private async answer(log: NoteVerifier, { old, proof, note }: WitnessRequest, body: string): Promise<WitnessAnswer> {
    const shown = openShown(note, log);
    if (!shown) return says(403, 'The log has not signed this.\n');
    if (old > shown.size) return says(400, 'The old size is larger than the new one.\n');
    const lastNote = await this.memory.findLast(log.name);
    const last = lastNote === undefined ? { size: 0, root: emptyRoot } : openCheckpoint(lastNote, log.name, log);
    if (old !== last.size) return atSize(last.size);
    if (old === shown.size && !shown.root.equals(last.root)) {
      await this.memory.keepSuspicion(log.name, 'proved', body);
      return atSize(last.size);
    }
    if (!isConsistent({ from: old, fromRoot: last.root, to: shown.size, toRoot: shown.root, proof })) {
      await this.memory.keepSuspicion(log.name, 'unproved', body);
      return says(422, 'This did not grow out of what was cosigned before.\n');
    }
    const line = this.cosigner.cosign(shown.note.text, this.seconds());
    await this.memory.keep(log.name, `${shown.note.text}\n${shown.note.verified.map((each) => each.line).join('')}${line}`);
    return says(200, line);
  }

  private inTurn<T>(origin: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(origin) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.queues.set(
      origin,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

function openShown(note: string, log: NoteVerifier): OpenedCheckpoint | undefined {
  try {
    return openCheckpoint(note, log.name, log);
  } catch (error) {
    if (error instanceof LedgerLie && ['note-unsigned', 'signature-wrong'].includes(error.code)) return undefined;
    throw error;
  }
}
