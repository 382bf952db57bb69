import type { Clause, FormField, HeldBy, Label } from '@lianxi/casework';
import type { CaseRow, Commitment, HandOverRow, LinkedTo, PaperRow } from '@lianxi/chassis';
import type { MergedCase } from '../duplicates/merge-effects';
import type { ScannedPaper } from '../papers/held-papers';
import type { Certificate } from '../retention/find-certificate';
import type { Watch } from '../watching/watch-case';
import type { DecisionRecord } from '@lianxi/jurisdiction';

export interface ClockView {
  readonly id: string;
  readonly rule: string;
  readonly label?: Label;
  readonly state: string;
  readonly dueOn?: string;
  readonly dueAt?: string;
  readonly overdue?: boolean;
  /** In `unit`; negative when overdue. A period of months is left in days. */
  readonly left?: number;
  readonly unit?: string;
  readonly confirmed?: boolean;
  readonly provisional?: boolean;
  readonly explanation?: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

export interface ActView {
  readonly version: number | null;
  readonly procedure: string;
  readonly act: string;
  readonly label: Label | undefined;
  readonly from: string | null;
  readonly to: string | null;
  readonly clause: Clause | { readonly id: string };
  readonly epoch: number | null;
  readonly body: string | null;
  readonly post: string | null;
  readonly forPost: string | null;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly particulars: readonly Commitment[];
  readonly hash: string;
}

/** Rule, clause, edition, the facts' hash, and in plain words what is not confirmed. */
export interface WhyView extends Pick<DecisionRecord, 'edition' | 'factsHash' | 'reasons'> {
  readonly status: string;
  readonly candidates: readonly string[];
  readonly uncovered: readonly string[];
  readonly investigation: DecisionRecord['decision']['investigation'];
  readonly reReview: DecisionRecord['decision']['reReview'];
  readonly unconfirmed: readonly { readonly mark: string; readonly label: Label | undefined }[];
}

export interface CaseView {
  readonly id: string;
  readonly city: string;
  readonly number: string | null;
  readonly kind: string;
  readonly procedure: string;
  readonly procedureLabel: Label;
  readonly linkedTo: LinkedTo | null;
  readonly state: string;
  readonly stateLabel: Label | undefined;
  readonly standing: CaseRow['standing'];
  readonly service: string;
  readonly holder: string;
  readonly holderNames: Label | undefined;
  readonly lead: string | null;
  readonly interim: boolean;
  readonly jointBodies: readonly string[];
  readonly coHandlers: readonly string[];
  readonly epoch: number;
  readonly version: number;
  readonly receivedBy: string;
  readonly receivedOn: string;
  readonly channel: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly assignedPost: string | null;
  readonly mark: CaseRow['mark'];
  readonly filedAt: string;
  readonly updatedAt: string;
  readonly dueAt: string | null;
  readonly unknownFacts: readonly string[];
  readonly why: WhyView | null;
  /** Where the corrected facts, or rules changed since, say the case belongs, while it lies elsewhere. */
  readonly proposedHolder: string | null;
  readonly clocks: readonly ClockView[];
  readonly timeline: readonly ActView[];
  readonly handOvers: readonly HandOverRow[];
  /** What this case asked other bodies to do. */
  readonly works: readonly WorkView[];
  readonly parts: readonly string[];
  readonly people: readonly string[];
  readonly papers: readonly PaperView[];
  readonly particulars: readonly { readonly id: string; readonly kind: string; readonly value: unknown }[];
  /** The case that this one was merged into. */
  readonly principal: MergedCase | null;
  /** Cases merged into this one. */
  readonly duplicates: readonly MergedCase[];
  /** Set while the reader's post watches the case; acts after `seenVersion` are new to it. */
  readonly watch: Watch | null;
  /** Who may know of the case while it is sealed. */
  readonly named: readonly { readonly post: string; readonly body: string; readonly since: string; readonly inOffice: boolean }[];
  /** How long it is kept, and whether a hold keeps it longer. */
  readonly retention: RetentionView;
  /** Set once texts, names and papers are gone. */
  readonly erased: Certificate | null;
  readonly acts: readonly OfferedAct[];
  readonly servedHere: string;
}

/** A paper, what a scanner found in it, and why it is given to nobody where it is in quarantine. */
export type PaperView = PaperRow & ScannedPaper;

export interface RetentionView {
  readonly class: string;
  readonly label: Label | undefined;
  /** The last legal day; null where none is foreseen. */
  readonly until: string | null;
  readonly confirmed: boolean;
  /** Whose holds keep it from being erased. */
  readonly heldBy: readonly HeldBy[];
}

/** Work that the case asked of another body; there it is a case with the same id. */
export interface WorkView {
  readonly id: string;
  readonly procedure: string;
  readonly procedureLabel: Label;
  readonly body: string;
  /** Of a letter: the authority it goes to, or `unit`; null of other work. */
  readonly addressee: string | null;
  readonly service: string;
  readonly state: string;
  readonly stateLabel: Label | undefined;
  readonly final: boolean;
  readonly askedAt: string;
  readonly changedAt: string;
}

/** An act that may be done now, with its form, clause and consequence. */
export interface OfferedAct {
  readonly act: string;
  readonly label: Label;
  readonly form: readonly FormField[];
  readonly clause: Clause | undefined;
  readonly consequence: Label | undefined;
  readonly to: string;
  /** What it is for where it accompanies the procedure; null of a step of the procedure itself. */
  readonly group: string | null;
}
