/** Why the writer will not go on, and what to do: it never chooses between two histories. */
export const refusals = {
  'another-key': {
    zh: '已公布的检查点不是由本账本密钥签署的',
    en: "the published checkpoint was not signed by this ledger's key",
    repair:
      'Give the audit service the key that belongs to this directory, or this key its own directory (LIANXI_LEDGER_KEY, LIANXI_LEDGER_DIR).',
  },
  'database-is-older': {
    zh: '数据库早于已公布的检查点：恢复了旧备份',
    en: 'the database ends before the published checkpoint: an old backup was restored',
    repair: 'Restore the database to a moment after the published checkpoint (newest backup and write-ahead log).',
  },
  'database-other': {
    zh: '数据库中的账本与账本文件不一致',
    en: 'the leaves in the database are not those in the tiles',
    repair:
      'Somebody changed the database: keep a copy of it and of the tiles as evidence, then restore the database from before the change.',
  },
  'tiles-are-older': {
    zh: '账本文件缺失或早于数据库：恢复了旧备份',
    en: 'tiles are missing or older than the database',
    repair:
      'Write the tiles again from the database with: npm run ledger -- --rebuild-tiles (it writes nothing unless the root is the signed one), then start the audit service.',
  },
  'two-histories': {
    zh: '同一账本出现两种历史：见证方或已公布的检查点与之不符',
    en: 'a witness, or the published checkpoint, knows another history',
    repair:
      "Stop, keep database, tiles and the witness's checkpoint as evidence, and restore what was there before. No new checkpoint is signed until they agree.",
  },
  'witness-knows-more': {
    zh: '见证方见过更新的检查点：数据库与账本文件均为旧备份',
    en: 'a witness has seen a later checkpoint: database and tiles are both from an old backup',
    repair: 'Restore database and tiles to a moment after the checkpoint the witness shows at its /checkpoint route.',
  },
} as const;

export type Refusal = keyof typeof refusals;

export class LedgerRefused extends Error {
  constructor(
    readonly code: Refusal,
    readonly detail: string,
  ) {
    super(`${code}: ${refusals[code].en} (${detail}). ${refusals[code].repair}`);
    this.name = 'LedgerRefused';
  }
}
