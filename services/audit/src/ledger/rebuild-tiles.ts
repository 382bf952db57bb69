import { readConfiguration, type Environment } from '@lianxi/chassis';
import { GrowingTree, leafHash, recordLeaf } from '@lianxi/ledger';
import { LedgerRefused } from './ledger-refused';
import { findLastCheckpoint, keepCosignatures, leavesBetween, type Asks } from './ledger-rows';
import { LedgerSession } from './ledger-session';
import { ledgerParts } from './ledger-settings';
import { mostInARound } from './ledger-writer';
import { writeTiles } from './write-tiles';

interface Entry {
  readonly entry: Buffer;
  readonly hash: Buffer;
}

/** The signed leaves in their order, as the rows are now. Throws {@link LedgerRefused} when one is gone or is not the leaf it was. */
async function* signedEntries(db: Asks, size: number): AsyncGenerator<Entry[]> {
  for (let from = 0; from < size; from += mostInARound) {
    const leaves = await leavesBetween(db, from, Math.min(size, from + mostInARound));
    if (leaves.length !== Math.min(mostInARound, size - from))
      throw new LedgerRefused('database-other', `leaves are missing between ${from} and ${Math.min(size, from + mostInARound)}`);
    yield leaves.map(({ row, hash, index }) => {
      if (!row || !leafHash(recordLeaf(row)).equals(hash)) throw new LedgerRefused('database-other', `leaf ${index}`);
      return { entry: recordLeaf(row), hash };
    });
  }
}

/**
 * Writes tiles, bundles and checkpoint again from the database, for when they were lost or are older than it. First everything is
 * counted: unless the rows have the root that was signed, nothing is written. Returns how many entries the log has.
 */
export async function rebuildTiles(env: Environment): Promise<number> {
  const configuration = readConfiguration(env);
  const parts = ledgerParts(configuration);
  const session = parts && (await LedgerSession.open(configuration));
  if (!parts || !session) throw new Error(parts ? 'The audit service is writing the ledger: stop it first.' : 'No ledger is set up here.');
  try {
    const last = await findLastCheckpoint(session);
    if (!last) return 0;
    const counted = GrowingTree.empty();
    for await (const entries of signedEntries(session, last.size)) entries.forEach(({ hash }) => counted.append(hash));
    if (!counted.root().equals(last.root))
      throw new LedgerRefused('database-other', `the rows do not have the root signed at ${last.size}`);
    const tree = GrowingTree.empty();
    let partial: Buffer[] = [];
    for await (const entries of signedEntries(session, last.size)) ({ partial } = await writeTiles(parts.store, tree, partial, entries));
    await parts.store.write('checkpoint', Buffer.from(last.note + (await keepCosignatures(session, last.size, [])).join('')));
    return last.size;
  } finally {
    await session.close();
  }
}

if (require.main === module) {
  rebuildTiles(process.env).then(
    (size) => process.stdout.write(`已重建 ${size} 条 The tiles of ${size} entries are written again.\n`),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
