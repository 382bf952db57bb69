import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** Who is signed in, and what they have begun to write. Neither is part of the record: both end by themselves. */
export class PortalTables1700000000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer } = loginsOf('portal');
    for (const sql of [
      `CREATE TABLE sessions (
         id_hash bytea PRIMARY KEY, handle uuid NOT NULL UNIQUE, person text NOT NULL, post text, sealed bytea NOT NULL, agent text NOT NULL,
         began_at timestamptz NOT NULL, seen_at timestamptz NOT NULL, ends_at timestamptz NOT NULL)`,
      `COMMENT ON COLUMN sessions.id_hash IS 'of the secret in the cookie, from which the key of sealed is derived too: a copy of this table opens nothing'`,
      `CREATE INDEX sessions_of_a_person ON sessions (person, began_at DESC)`,
      `CREATE INDEX sessions_by_end ON sessions (ends_at)`,
      `CREATE TABLE drafts (person text NOT NULL, name text NOT NULL, sealed bytea NOT NULL, saved_at timestamptz NOT NULL, PRIMARY KEY (person, name))`,
      `CREATE INDEX drafts_by_age ON drafts (saved_at)`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, drafts TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** How somebody likes to see their desk, and how far they have read. */
export class SavedFilters1700000000511 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer } = loginsOf('portal');
    for (const sql of [
      `CREATE TABLE saved_filters (person text NOT NULL, id uuid NOT NULL, sealed bytea NOT NULL, kept_at timestamptz NOT NULL, PRIMARY KEY (person, id))`,
      `COMMENT ON COLUMN saved_filters.sealed IS 'its name is the person''s own words: under a key derived for that person, as drafts are'`,
      `CREATE TABLE inbox_read (person text NOT NULL, post text NOT NULL, until uuid NOT NULL, PRIMARY KEY (person, post))`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON saved_filters, inbox_read TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Files on their way from a browser to a service, which takes them over when the form they belong to is sent. */
export class Uploads1700000000650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer } = loginsOf('portal');
    for (const sql of [
      `CREATE TABLE uploads (
         id_hash bytea PRIMARY KEY, person text, size int NOT NULL CHECK (size > 0), received int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
         begun_at timestamptz NOT NULL, moved_at timestamptz NOT NULL)`,
      `COMMENT ON COLUMN uploads.id_hash IS 'of the secret in the upload''s address, from which the key of its bytes is derived too: a copy of these tables opens nothing'`,
      `COMMENT ON COLUMN uploads.person IS 'null for the public''s: whoever has the address is the one who began it'`,
      `CREATE INDEX uploads_of_a_person ON uploads (person, moved_at)`,
      `CREATE INDEX uploads_by_age ON uploads (moved_at)`,
      `CREATE TABLE upload_pieces (id_hash bytea NOT NULL REFERENCES uploads ON DELETE CASCADE, from_byte int NOT NULL, sealed bytea NOT NULL, PRIMARY KEY (id_hash, from_byte))`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON uploads TO ${officer}`,
      `GRANT SELECT, INSERT ON upload_pieces TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
