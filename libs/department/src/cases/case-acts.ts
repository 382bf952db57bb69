import { newId, noHistory, sealRow, type CaseRow, type Commitment, type JournalRow } from '@lianxi/chassis';

/** What is particular to one act; the rest of its journal row follows from the case and the moment. */
export interface ActEntry {
  readonly procedure: string;
  readonly act: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly clause: string;
  readonly body: string | null;
  readonly post: string | null;
  readonly forPost?: string | undefined;
  readonly effectiveAt?: string | undefined;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly particulars?: readonly Commitment[];
}

/** A case and the acts just done on it, not yet written: each act moves the version and the history's hash on by one. */
export class CaseInHand {
  readonly acts: JournalRow[] = [];

  constructor(
    public row: CaseRow,
    private readonly now: string,
  ) {}

  /** A case before its first act. */
  static opened(row: Omit<CaseRow, 'version' | 'history_hash'>, now: string): CaseInHand {
    return new CaseInHand({ ...row, version: 0, history_hash: noHistory }, now);
  }

  /** Puts an act down and the case into what the act makes of it; returns the act's row. */
  act(entry: ActEntry, change: Partial<CaseRow> = {}): JournalRow {
    const version = this.row.version + 1;
    const epoch = change.epoch ?? this.row.epoch;
    const row = sealRow(this.row.history_hash, {
      id: newId(),
      city: this.row.city,
      case_id: this.row.id,
      version,
      procedure: entry.procedure,
      act: entry.act,
      from_state: entry.from,
      to_state: entry.to,
      clause: entry.clause,
      epoch,
      body: entry.body,
      post: entry.post,
      for_post: entry.forPost ?? null,
      recorded_at: this.now,
      effective_at: entry.effectiveAt ?? this.now,
      detail: entry.detail,
      particulars: entry.particulars ?? [],
    });
    this.acts.push(row);
    this.row = { ...this.row, ...change, version, history_hash: row.hash, updated_at: this.now };
    return row;
  }
}
