/** What the services and the portal's backend answer, as far as these pages show it; `src/web/views-agree.ts` holds them to each other. */
export interface Label { readonly zh: string; readonly en: string }
export interface Clause { readonly id: string; readonly instrument?: Label; readonly section?: string; readonly confirmed?: boolean }

export interface FieldView {
  readonly name: string;
  readonly label: Label;
  readonly type: 'code' | 'body' | 'unit' | 'post' | 'day' | 'text' | 'facts' | 'yes-no' | 'paper' | 'case' | 'amount' | 'identity';
  readonly required?: boolean;
  readonly outside?: true;
  readonly anyRole?: true;
  readonly options?: readonly { readonly code: string; readonly label: Label }[];
}

/** An act the service allows now, with its form, clause and consequence: all the portal knows of any procedure. */
export interface ActOffer {
  readonly act: string;
  readonly label: Label;
  readonly form: readonly FieldView[];
  readonly clause: Clause | undefined;
  readonly consequence: Label | undefined;
  readonly to: string;
}

export interface ClockLine {
  readonly id: string; readonly rule: string; readonly label?: Label; readonly state: string; readonly dueOn?: string; readonly overdue?: boolean; readonly left?: number; readonly unit?: string;
  readonly confirmed?: boolean; readonly explanation?: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

export interface TimelineLine {
  readonly detail: Readonly<Record<string, unknown>>;
  readonly version: number | null; readonly procedure: string; readonly act: string; readonly label: Label | undefined; readonly from: string | null; readonly to: string | null; readonly clause: Clause;
  readonly body: string | null; readonly post: string | null; readonly forPost: string | null; readonly recordedAt: string; readonly effectiveAt: string; readonly hash: string;
}

export interface Reason { readonly rule: string; readonly bodies: readonly string[]; readonly clause: { readonly instrument: Label; readonly section: string } }

export interface WhyLine {
  readonly status: string; readonly edition: string; readonly reasons: readonly Reason[]; readonly candidates: readonly string[]; readonly uncovered: readonly string[];
  readonly investigation: { readonly lead: string | null } | null; readonly reReview: { readonly organiser: string | null } | null;
  readonly unconfirmed: readonly { readonly mark: string; readonly label: Label | undefined }[];
}

export interface PaperLine { readonly id: string; readonly kind: string; readonly dated: string; readonly origin: string; readonly size: number; readonly sha256: string; readonly media_type: string }
export interface WorkLine { readonly id: string; readonly procedureLabel: Label; readonly body: string; readonly addressee: string | null; readonly service: string; readonly state: string; readonly stateLabel: Label | undefined; readonly askedAt: string }

export interface CasePageView {
  readonly id: string; readonly city: string; readonly number: string | null; readonly kind: string; readonly procedure: string; readonly procedureLabel: Label; readonly state: string; readonly stateLabel: Label | undefined;
  readonly linkedTo: { readonly body: string; readonly number: string | null } | null; readonly standing: string; readonly service: string; readonly holder: string; readonly lead: string | null; readonly interim: boolean;
  readonly jointBodies: readonly string[]; readonly coHandlers: readonly string[]; readonly epoch: number; readonly version: number; readonly receivedBy: string; readonly receivedOn: string; readonly channel: string;
  readonly facts: Readonly<Record<string, unknown>>; readonly assignedPost: string | null; readonly filedAt: string; readonly updatedAt: string; readonly unknownFacts: readonly string[]; readonly why: WhyLine | null; readonly proposedHolder: string | null;
  readonly clocks: readonly ClockLine[]; readonly timeline: readonly TimelineLine[]; readonly works: readonly WorkLine[]; readonly people: readonly string[]; readonly papers: readonly PaperLine[];
  readonly particulars: readonly { readonly id: string; readonly kind: string; readonly value: unknown }[]; readonly acts: readonly ActOffer[]; readonly servedHere: string;
  readonly retention: { readonly class: string; readonly label: Label | undefined; readonly until: string | null; readonly confirmed: boolean; readonly held: boolean }; readonly erased: { readonly id: string; readonly at: string } | null;
}

export interface DeskLineView {
  readonly id: string; readonly at: string; readonly servedBy: string; readonly number: string | null; readonly kind: string; readonly procedure: string; readonly state: string; readonly standing: string; readonly holder: string;
  readonly interim: boolean; readonly assignedPost: string | null; readonly fields: readonly string[] | null; readonly filedAt: string; readonly dueOn: string | null; readonly workingDaysLeft: number | null; readonly overdue: boolean;
  readonly version: number; readonly epoch: number;
}
export interface DeskPageView { readonly lines: readonly DeskLineView[]; readonly next: string | null; readonly unreachable: readonly string[] }

export interface ExportLine {
  readonly id: string; readonly state: string; readonly version: number; readonly filter: Readonly<Record<string, string>>; readonly purpose: string; readonly askedBy: { readonly post: string; readonly body: string }; readonly askedAt: string;
  readonly rows: { readonly done: number; readonly total: number | null }; readonly package: { readonly sha256: string; readonly bytes: number } | null; readonly acts: readonly ActOffer[];
}
export interface LedgerView {
  readonly whole: boolean; readonly recorded: number; readonly leaves: number; readonly waiting: number; readonly checkpoint: { readonly size: number; readonly signedAgo: number } | null;
  readonly cosignatures: readonly { readonly witness: string; readonly size: number; readonly cosignedAgo: number }[]; readonly changed: readonly number[];
}

export interface DeskFilter { readonly kind?: string; readonly state?: string; readonly field?: string; readonly assigned?: string; readonly due?: number | string }
export interface SavedFilterView { readonly id: string; readonly name: string; readonly list: string; readonly filter: DeskFilter }
export interface ReminderView { readonly id: string; readonly servedBy: string; readonly caseId: string; readonly number: string | null; readonly rule: string; readonly share: number; readonly post: string; readonly at: string }
export interface InboxView { readonly lines: readonly ReminderView[]; readonly next: string | null; readonly unreachable: readonly string[]; readonly readUntil: string | null }

export interface FoundLineView {
  readonly id: string; readonly servedBy: string; readonly number: string | null; readonly title: string | null; readonly unit: string | null; readonly person: string | null; readonly kind: string; readonly procedure: string; readonly state: string;
  readonly holder: string; readonly filedAt: string;
}
export interface FoundPageView { readonly lines: readonly FoundLineView[]; readonly next: string | null; readonly unreachable: readonly string[] }

export interface ReassignmentView { readonly id: string; readonly fromPost: string | null; readonly toPost: string; readonly orderedBy: string; readonly state: 'running' | 'finished'; readonly rows: number; readonly done: number; readonly refused: number; readonly orderedAt: string }
export type ReassignmentLine = ReassignmentView & { readonly servedBy: string };
export interface ReassignmentRowView { readonly place: number; readonly caseId: string | null; readonly number: string | null; readonly outcome: 'done' | 'refused' | null; readonly code: string | null; readonly at: string | null }

export interface LetterLineView { readonly id: string; readonly at: string; readonly servedBy: string; readonly body: string; readonly state: string; readonly purpose: string | null; readonly dueOn: string | null }
export interface LettersPageView { readonly lines: readonly LetterLineView[]; readonly next: string | null; readonly unreachable: readonly string[] }
export interface LetterPageView {
  readonly id: string; readonly at: string; readonly city: string; readonly body: string; readonly version: number; readonly epoch: number; readonly state: string; readonly purpose: string | null; readonly dueOn: string | null;
  readonly texts: readonly { readonly kind: string; readonly label: Label | undefined; readonly text: string }[];
  readonly papers: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly dated: string; readonly size: number }[];
  readonly acts: readonly ActOffer[];
}

export interface PostLine { readonly id: string; readonly body: string; readonly role: string; readonly city: string; readonly validUntil: string | null; readonly deputyFor: string | null; readonly mayReassign: boolean }
export interface SessionInfo { readonly name: string | null; readonly csrf: string; readonly posts: readonly PostLine[]; readonly post: string | null; readonly endsAt: string }

export interface WordsView {
  readonly standingRoles: readonly string[];
  readonly standings: readonly { readonly kind: string; readonly label: Label; readonly cities: readonly string[] | null }[];
  readonly bodies: readonly { readonly id: string; readonly city: string | null; readonly desk: boolean; readonly home: string | null; readonly names: Label }[];
  readonly services: readonly { readonly id: string; readonly kind: string; readonly names: Label }[];
  readonly cities: readonly { readonly id: string; readonly office: string; readonly names: Label }[];
  readonly roles: Readonly<Record<string, Label>>;
  readonly procedures: Readonly<Record<string, { readonly label: Label; readonly states: Readonly<Record<string, { readonly label: Label; readonly final: boolean }>>; readonly acts: Readonly<Record<string, { readonly label: Label; readonly fields: Readonly<Record<string, { readonly label: Label; readonly type: string; readonly codes?: Readonly<Record<string, Label>> }>> }>> }>>;
  readonly periods: Readonly<Record<string, Label>>;
  readonly exportPurposes: Readonly<Record<string, Label>>;
  readonly paperKinds: Readonly<Record<string, Label>>;
  readonly facts: Readonly<Record<string, { readonly label: Label; readonly codes: Readonly<Record<string, Label>>; readonly mayBeUnknown: boolean }>>;
  readonly unknown: Label;
  readonly statuses: Readonly<Record<string, Label>>;
  readonly refusals: Readonly<Record<string, Label>>;
  readonly violations: readonly { readonly id: string; readonly violations: readonly { readonly code: string; readonly label: Label; readonly clause: Label; readonly confirmed: boolean }[] }[];
}

export interface ForeseenView {
  readonly asked: readonly string[]; readonly wanting: { readonly fact: string; readonly code: string } | null; readonly unknown: readonly string[];
  readonly decision: { readonly status: string; readonly holder: string; readonly lead: string | null; readonly service: string; readonly candidates: readonly string[]; readonly edition: string; readonly reasons: readonly Reason[]; readonly unconfirmed: readonly { readonly mark: string; readonly label: Label | undefined }[] } | null;
}

export interface ProfileAnswer { readonly service: string; readonly title: Label; readonly fields: readonly string[]; readonly questions: readonly { readonly name: string; readonly label: Label; readonly required?: boolean }[]; readonly checklist: readonly Label[]; readonly desks: readonly string[] }
export interface FiledAnswer { readonly receipt: string; readonly caseId: string; readonly holder: string; readonly service: string; readonly status: string }
export interface DesignationLine { readonly id: string; readonly case_id: string; readonly state: string; readonly holder: string; readonly candidates: readonly string[]; readonly suggestions: readonly string[]; readonly views: readonly { readonly body: string; readonly view: string }[]; readonly version: number; readonly due_on: string; readonly requested_at: string; readonly facts: Readonly<Record<string, unknown>>; readonly acts: readonly ActOffer[] }
export interface OfferLine { readonly id: string; readonly case_id: string; readonly from_body: string; readonly to_body: string; readonly servedBy: string; readonly opened_at: string; readonly subject: Readonly<Record<string, unknown>>; readonly acts: readonly ActOffer[] }

export interface BegunExercise { readonly service: string; readonly caseId: string }
export interface ExerciseView {
  readonly id: string; readonly title: Label; readonly lesson: Label; readonly begun: BegunExercise | null;
  readonly steps: readonly { readonly act: string; readonly label: Label; readonly who: readonly Label[]; readonly done: boolean }[];
}
export interface TrainingView { readonly exercises: readonly ExerciseView[] }
export interface CheckedRowView {
  readonly place: number; readonly title: string; readonly form: Readonly<Record<string, unknown>>; readonly key: string; readonly faults: readonly { readonly column: number; readonly rule: 'missing' | 'not-a-day' | 'not-a-choice' | 'refused' }[];
  readonly sameAs: number | null; readonly unknown: readonly string[]; readonly decision: { readonly status: string; readonly holder: string } | null;
}
export interface CheckedWorkbookView { readonly service: string; readonly columns: readonly Label[]; readonly rows: readonly CheckedRowView[] }
