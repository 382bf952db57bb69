import {
  checkpointText,
  leafHash,
  openSigner,
  openVerifier,
  recordLeaf,
  signCheckpoint,
  tileWidth,
  type GrowingTree,
  type NoteSigner,
  type NoteVerifier,
  type RecordedRow,
  type TileStore,
} from '@lianxi/ledger';
import { compareLedger } from './compare-ledger';
import { LedgerRefused } from './ledger-refused';
import {
  findLastCheckpoint,
  keepCheckpoint,
  keepCosignatures,
  keepLeaves,
  leafCount,
  leavesBetween,
  waitingRows,
  type KeptCheckpoint,
} from './ledger-rows';
import type { LedgerSession } from './ledger-session';
import { WitnessSilent, type WitnessClient } from './witness-client';
import { writeTiles } from './write-tiles';

/** Rows that become leaves in one round; more wait for the next, which follows at once. */
export const mostInARound = 4_096;

export interface LedgerParts {
  readonly store: TileStore;
  readonly key: string;
  /** The public half of the SM2 key, for who checks. */
  readonly sm2Pem?: string | undefined;
  /** Further signers of each checkpoint, such as SM2. */
  readonly more: readonly NoteSigner[];
  readonly witnesses: readonly WitnessClient[];
  /** How many witnesses must agree before anything new is signed after a start. */
  readonly quorum: number;
}

/**
 * Makes recorded rows leaves and signs. Order of a round: leaves committed, tiles on disk, checkpoint committed, witnesses asked,
 * checkpoint published; a crash between any two is taken up where it was. Lives as long as its session's lease.
 */
export class LedgerWriter {
  private readonly signers: readonly NoteSigner[];
  private readonly own: NoteVerifier;

  private constructor(
    private readonly parts: LedgerParts,
    private readonly session: LedgerSession,
    private readonly tree: GrowingTree,
    private last: KeptCheckpoint | undefined,
    private partial: Buffer[],
  ) {
    const signer = openSigner(parts.key);
    this.signers = [signer, ...parts.more];
    this.own = openVerifier(signer.public);
  }

  /** Takes up the log where it is. Throws {@link LedgerRefused} unless database, tiles and witnesses tell the same; {@link WitnessSilent} when too few witnesses answer. */
  static async open(parts: LedgerParts, session: LedgerSession): Promise<LedgerWriter> {
    const log = openVerifier(openSigner(parts.key).public);
    const { last, tree, leaves } = await compareLedger(session, parts.store, log);
    const start = Math.floor(tree.size / tileWidth) * tileWidth;
    const partial = (await leavesBetween(session, start, tree.size)).map(({ row }) => recordLeaf(row as RecordedRow));
    const writer = new LedgerWriter(parts, session, tree, last, partial);
    const known = last ?? (await writer.sign());
    const agreed = await writer.askWitnesses(known);
    if (agreed < parts.quorum)
      throw new WitnessSilent(
        `${agreed} of ${parts.witnesses.length} witnesses answered, ${parts.quorum} must agree before anything is signed`,
      );
    await writer.takeUp(leaves);
    return writer;
  }

  /** Returns how many rows became leaves and how many witnesses cosigned; nothing is signed when no row waits. */
  async round(): Promise<{ added: number; cosigned: number }> {
    const rows = await waitingRows(this.session, mostInARound);
    if (rows.length === 0) return { added: 0, cosigned: this.parts.witnesses.length };
    const added = rows.map((row) => {
      const entry = recordLeaf(row);
      return { entry, hash: leafHash(entry) };
    });
    await this.session.transaction(async () => {
      await this.requireUnmoved();
      await keepLeaves(
        this.session,
        this.tree.size,
        rows,
        added.map(({ hash }) => hash),
      );
    });
    return { added: rows.length, cosigned: await this.signAndPublish(added) };
  }

  /** Leaves committed before a crash whose tiles or checkpoint were not. */
  private async takeUp(leaves: number): Promise<void> {
    while (this.tree.size < leaves) {
      const rest = await leavesBetween(this.session, this.tree.size, Math.min(leaves, this.tree.size + mostInARound));
      const added = rest.map(({ row, hash, index }) => {
        if (!row || !leafHash(recordLeaf(row)).equals(hash)) throw new LedgerRefused('database-other', `leaf ${index}`);
        return { entry: recordLeaf(row), hash };
      });
      if (added.length === 0) throw new LedgerRefused('database-other', `leaf ${this.tree.size} is missing`);
      await this.signAndPublish(added);
    }
  }

  /** Whoever else wrote here, or took leaves away, did not do it through this writer. */
  private async requireUnmoved(): Promise<void> {
    const leaves = await leafCount(this.session);
    const last = await findLastCheckpoint(this.session);
    const isSame = last?.size === this.last?.size && (last === undefined || last.root.equals(this.last?.root ?? Buffer.alloc(0)));
    if (leaves !== this.tree.size || !isSame)
      throw new LedgerRefused(
        'database-other',
        `${leaves} leaves and a checkpoint of ${last?.size ?? 0} where ${this.tree.size} and ${this.last?.size ?? 0} were written`,
      );
  }

  private async signAndPublish(added: readonly { entry: Buffer; hash: Buffer }[]): Promise<number> {
    const { partial, full } = await writeTiles(this.parts.store, this.tree, this.partial, added);
    this.partial = partial;
    const cosigned = await this.askWitnesses(await this.sign());
    await Promise.all(full.map((path) => this.parts.store.dropPartials(path)));
    return cosigned;
  }

  private async sign(): Promise<KeptCheckpoint> {
    const checkpoint = { origin: this.own.name, size: this.tree.size, root: this.tree.root() };
    const signed = { size: checkpoint.size, root: checkpoint.root, note: signCheckpoint(checkpoint, this.signers) };
    await keepCheckpoint(this.session, signed);
    this.last = signed;
    return signed;
  }

  /** All at once; one that says "another history" stops everything before the checkpoint is published, silent ones stop nothing. */
  private async askWitnesses(checkpoint: KeptCheckpoint): Promise<number> {
    const text = checkpointText({ origin: this.own.name, size: checkpoint.size, root: checkpoint.root });
    const answers = await Promise.allSettled(
      this.parts.witnesses.map(async (witness) => ({ name: witness.name, line: await witness.cosign(checkpoint, text) })),
    );
    const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Error] : []));
    const grave = failures.find((error) => !(error instanceof WitnessSilent));
    if (grave) throw grave;
    const given = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const lines = await keepCosignatures(this.session, checkpoint.size, given);
    await this.parts.store.write('checkpoint', Buffer.from(checkpoint.note + lines.join('')));
    return given.length;
  }
}
