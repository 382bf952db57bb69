import type { ExportFilter } from '@lianxi/checker';
import { instant } from '@lianxi/department';

/** An export as its table holds it. */
export interface ExportRow extends Record<string, unknown> {
  readonly id: string;
  readonly city: string;
  readonly state: string;
  readonly version: number;
  readonly history_hash: string;
  readonly filter: ExportFilter;
  readonly purpose: string;
  readonly asked_by: string;
  readonly asked_post: string;
  /** Whose post they stood in for. */
  readonly asked_for_post: string | null;
  readonly asked_body: string;
  readonly asked_at: string;
  readonly checkpoint: string | null;
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly segments: number;
  readonly last_index: number | null;
  readonly package_sha256: string | null;
  readonly package_bytes: number | null;
  readonly rows_sha256: string | null;
  readonly failure: string | null;
  /** Set where the package carries the case's texts and papers: how its holder compiled it. */
  readonly dossier: {
    readonly act: string;
    readonly version: number;
    readonly service: string;
    readonly number: string | null;
    readonly withheld: readonly string[];
  } | null;
  readonly package_gone_at: string | null;
}

export const exportColumns = `e.id, e.city, e.state, e.version, e.history_hash, e.filter, e.purpose, e.asked_by, e.asked_post, e.asked_for_post, e.asked_body, ${instant('e.asked_at')}, e.checkpoint, e.rows_total::float8 AS rows_total,
  e.rows_done::float8 AS rows_done, e.segments, e.last_index::float8 AS last_index, e.package_sha256, e.package_bytes::float8 AS package_bytes, e.rows_sha256, e.failure, e.dossier, ${instant('e.package_gone_at')}`;
