/** Rows as the tables hold them (snake_case is the database's); instants are ISO 8601 text, days YYYY-MM-DD. */
export interface CaseRow {
  readonly id: string;
  readonly city: string;
  readonly number: string | null;
  readonly kind: string;
  readonly state: string;
  readonly resumes_in: string | null;
  readonly standing: 'holding' | 'in-hand-over' | 'origin';
  readonly service: string;
  readonly holder: string;
  readonly lead: string | null;
  readonly interim: boolean;
  readonly joint_bodies: readonly string[];
  readonly co_handlers: readonly string[];
  readonly epoch: number;
  readonly version: number;
  readonly history_hash: string;
  readonly received_by: string;
  readonly received_on: string;
  readonly channel: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly decision: Readonly<Record<string, unknown>> | null;
  readonly assigned_post: string | null;
  readonly mark: 'ordinary' | 'internal' | 'sealed';
  readonly filed_at: string;
  readonly updated_at: string;
  readonly next_due_at: string | null;
  readonly procedure: string;
  readonly linked_to: LinkedTo | null;
}

/** The case that asked for this work, and who holds it now. */
export interface LinkedTo {
  readonly caseId: string;
  readonly service: string;
  readonly body: string;
  readonly epoch: number;
  /** The official number it had when it asked. */
  readonly number: string | null;
}

/** What a case asked another body to do; the work itself is a case there, with the same id. */
export interface LinkedWorkRow {
  readonly id: string;
  readonly case_id: string;
  readonly city: string;
  readonly procedure: string;
  readonly state: string;
  readonly final: boolean;
  /** The version of the work in which this state was reported. */
  readonly of_version: number;
  readonly service: string;
  readonly body: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly asked_at: string;
  readonly changed_at: string;
}

export interface ClockRow {
  readonly id: string;
  readonly case_id: string;
  readonly city: string;
  readonly rule: string;
  readonly ledger: readonly unknown[];
  readonly state: 'running' | 'paused' | 'met' | 'cancelled' | 'moved';
  readonly due_at: string;
  readonly fires_at: string | null;
  readonly fired: readonly number[];
}

export interface PaperRow {
  readonly id: string;
  readonly case_id: string;
  readonly city: string;
  readonly owner_service: string;
  readonly kind: string;
  readonly dated: string;
  readonly origin: 'original' | 'copy';
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string;
  readonly name_particular: string;
  readonly confidentiality: 'public' | 'internal' | 'restricted' | 'sealed';
  readonly retention: string;
  readonly added_at: string;
}

export interface CaseAccessRow {
  readonly case_id: string;
  readonly body: string;
  readonly city: string;
  readonly part: string;
  readonly since: string;
  readonly until: string | null;
  /** Set where the case itself is not here to say so: an offered one. */
  readonly sealed?: boolean;
}

export interface HandOverRow {
  readonly id: string;
  readonly side: 'origin' | 'addressee';
  readonly case_id: string;
  readonly city: string;
  readonly kind: 'filing' | 'transfer' | 'designation';
  readonly state: string;
  readonly from_service: string;
  readonly from_body: string;
  readonly to_service: string;
  readonly to_body: string;
  /** The case's epoch when the hand-over was opened; its commit makes it one more. */
  readonly epoch: number;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly opened_at: string;
  readonly changed_at: string;
}

/** What an act owes to another service; `n` is drawn when it is written. */
export interface NewDelivery {
  readonly id: string;
  readonly city: string;
  readonly receiver: string;
  readonly to_body: string | null;
  readonly kind: string;
  readonly case_id: string | null;
  readonly journal_id: string | null;
  readonly access_id: string | null;
  readonly body: unknown;
  readonly particulars: readonly string[];
  readonly hand_over_id: string | null;
}

export interface IdempotencyRow {
  readonly actor: string;
  readonly key: string;
  readonly request_hash: string;
  readonly status: number;
  readonly answer: string;
  readonly case_id: string | null;
}

export interface ReceiptRow {
  readonly hash: string;
  readonly case_id: string;
  readonly city: string;
}
