import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** The log in the database: which row is which leaf, every checkpoint that was ever signed, and what witnesses said to it. All insert only but the queue. */
export class LedgerTables1700000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('audit');
    for (const sql of [
      `CREATE TABLE ledger_waiting (service text NOT NULL, position bigint NOT NULL, arrived_at timestamptz NOT NULL, PRIMARY KEY (service, position))`,
      `COMMENT ON TABLE ledger_waiting IS 'rows that are recorded and are no leaf yet: inserted with the row, deleted with the leaf'`,
      `CREATE INDEX ledger_waiting_by_arrival ON ledger_waiting (arrived_at, service, position)`,
      `CREATE TABLE ledger_leaves (
         leaf_index bigint PRIMARY KEY, service text NOT NULL, position bigint NOT NULL, hash bytea NOT NULL,
         CONSTRAINT a_row_is_one_leaf UNIQUE (service, position))`,
      `CREATE TABLE ledger_checkpoints (size bigint PRIMARY KEY, root bytea NOT NULL, note text NOT NULL, signed_at timestamptz NOT NULL)`,
      `COMMENT ON TABLE ledger_checkpoints IS 'every checkpoint that was signed: one root for a size, since a second would be a second history'`,
      `CREATE TABLE ledger_cosignatures (
         size bigint NOT NULL REFERENCES ledger_checkpoints, witness text NOT NULL, line text NOT NULL, cosigned_at timestamptz NOT NULL,
         PRIMARY KEY (size, witness))`,
      `INSERT INTO ledger_waiting SELECT service, position, received_at FROM recorded_rows`,
      `GRANT SELECT, INSERT, DELETE ON ledger_waiting TO ${courier}`,
      `GRANT SELECT, INSERT ON ledger_leaves, ledger_checkpoints, ledger_cosignatures TO ${courier}`,
      `GRANT SELECT ON ledger_waiting, ledger_leaves, ledger_checkpoints, ledger_cosignatures TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
