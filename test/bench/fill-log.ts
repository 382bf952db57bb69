import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import {
  entryBundle,
  GrowingTree,
  leafHash,
  openSigner,
  recordLeaf,
  signCheckpoint,
  tilePath,
  tileWidth,
  type StoredTile,
} from '@lianxi/ledger';

const perRound = 20_480;
const columns = 'service, position, incarnation, kind, row_id, city, case_id, act, body, recorded_at, content, received_at';
const generate = `
  INSERT INTO audit.recorded_rows (${columns})
  SELECT 'food', n, '01936f00-0005-7000-8000-000000000000', 'journal', id, 'beijing', NULL, 'note', 'bj-food', at, jsonb_build_object('id', id, 'city', 'beijing', 'case_id', NULL, 'version', NULL, 'procedure', 'matter', 'act', 'note', 'from_state', 'handling',
    'to_state', 'handling', 'clause', 'office-practice', 'epoch', 1, 'body', 'bj-food', 'post', 'bj-food-case-officer', 'for_post', NULL, 'recorded_at', at, 'effective_at', at, 'detail', jsonb_build_object('n', n), 'particulars',
    jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'commitment', encode(sha256(n::text::bytea), 'hex'))), 'hash', encode(sha256(id::text::bytea), 'hex')), at
  FROM (SELECT n, gen_random_uuid() AS id, timestamptz '2026-10-01' + n * interval '1 second' AS at FROM generate_series($1::int, $2::int) n) made
  RETURNING row_id, position, incarnation, content`;

interface Held {
  readonly position: string;
  readonly incarnation: string;
  readonly content: Record<string, unknown>;
}

/** A long record as if a service had sent it, and the signed log of it: rows, leaves, bundles, tiles and a checkpoint. Nobody may write that log meanwhile. */
export async function fillLog({
  databaseUrl,
  directory,
  key,
  rows,
}: {
  databaseUrl: string;
  directory: string;
  key: string;
  rows: number;
}): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const tree = GrowingTree.empty();
  const write = ({ bytes, ...tile }: StoredTile): void => put(join(directory, tilePath(tile)), bytes);
  try {
    for (let from = 1; from <= rows; from += perRound) {
      const { rows: held } = await client.query<Held>(generate, [from, Math.min(rows, from + perRound - 1)]);
      const entries = held.map(({ position, incarnation, content }) =>
        recordLeaf({ service: 'food', incarnation, position: Number(position), kind: 'journal', row: content }),
      );
      const hashes = entries.map(leafHash);
      for (const hash of hashes) tree.append(hash).forEach(write);
      for (let start = 0; start < entries.length; start += tileWidth)
        write({
          level: 'entries',
          index: (from - 1 + start) / tileWidth,
          width: Math.min(tileWidth, entries.length - start),
          bytes: entryBundle(entries.slice(start, start + tileWidth)),
        });
      await client.query(
        'INSERT INTO audit.ledger_leaves (leaf_index, service, position, hash) SELECT $1::bigint + n - 1, $2, p, h FROM unnest($3::bigint[], $4::bytea[]) WITH ORDINALITY AS t(p, h, n)',
        [from - 1, 'food', held.map(({ position }) => position), hashes],
      );
    }
    tree.partialTiles().forEach(write);
    const signer = openSigner(key);
    const note = signCheckpoint({ origin: signer.name, size: tree.size, root: tree.root() }, [signer]);
    await client.query('INSERT INTO audit.ledger_checkpoints (size, root, note, signed_at) VALUES ($1, $2, $3, lianxi.lianxi_now())', [
      tree.size,
      tree.root(),
      note,
    ]);
    put(join(directory, 'checkpoint'), Buffer.from(note));
    await client.query('VACUUM (ANALYZE) audit.recorded_rows, audit.ledger_leaves');
  } finally {
    await client.end();
  }
}

function put(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
