/** Written by `npm run api:describe` from the OpenAPI document of investigation. */
export interface paths {
    readonly "/v1/standing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 再次查询 The same by the keyed hash that an earlier answer gave */
        readonly get: operations["StandingController_askAgain"];
        readonly put?: never;
        /**
         * 查询处理决定 What stands against a subject on a day, signed
         * @description The number is in the body, so that no address and no log holds it. A name is never enough.
         */
        readonly post: operations["StandingController_ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/standing/key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 验签公钥 The key by which answers are checked offline */
        readonly get: operations["StandingController_key"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/standing-batches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 批量查询 Ask about a list of applicants
         * @description Each applicant is a query of its own on the record; ask for progress and rows.
         */
        readonly post: operations["StandingBatchesController_ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/standing-batches/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 进度 How far a list is */
        readonly get: operations["StandingBatchesController_progress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/standing-batches/{id}/rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 逐人结果 What was found of each applicant, in the order in which they were named */
        readonly get: operations["StandingBatchesController_rows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/standing-batches/{id}/statement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 签名结果 The whole list as a signed note, once it is answered */
        readonly get: operations["StandingBatchesController_statement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/publications": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 典型案例和处理决定 Typical cases, and decisions that were made public */
        readonly get: operations["PublicationsController_page"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/publications/figures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 各年度各领域处理决定数 Decisions by year and field; small numbers are left out */
        readonly get: operations["PublicationsController_figures"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly RowsWanted: Record<string, never>;
        readonly Contact: {
            readonly name?: string;
            readonly phone?: string;
            readonly email?: string;
            readonly address?: string;
            /** @description Identity number */
            readonly idNumber?: string;
        };
        readonly Report: {
            readonly title: string;
            readonly text: string;
            readonly unitName?: string;
            readonly partyName?: string;
            readonly place?: string;
            readonly time?: string;
            readonly contact?: components["schemas"]["Contact"];
            /** @description Answers to the department's further questions */
            readonly answers?: Record<string, never>;
        };
        readonly PaperForm: {
            /** @enum {string} */
            readonly kind: "report-material" | "evidence" | "ethics-approval" | "expert-opinion" | "statement" | "correspondence" | "delivery-proof" | "other" | "enclosure" | "reply";
            /** @description Date of the paper, YYYY-MM-DD */
            readonly dated: string;
            /** @enum {string} */
            readonly origin: "original" | "copy";
        };
        readonly Conduct: {
            /** @enum {string} */
            readonly catalogue: "2023-12";
            /** @description Codes of the catalogue */
            readonly codes: readonly string[];
        };
        readonly FileMatterForm: {
            /** @description Facts the routing decision needs; "unknown" is allowed where a reporter cannot know */
            readonly facts: Record<string, never>;
            readonly report: components["schemas"]["Report"];
            /** @description One for each file of a multipart request, in the same order */
            readonly papers?: readonly components["schemas"]["PaperForm"][];
            /** @description For a report of a violation */
            readonly conduct?: components["schemas"]["Conduct"];
            /** @description 本人确认内容不涉及国家秘密 / I confirm that no state secret is entered */
            readonly noStateSecrets: boolean;
        };
        readonly OnBehalf: {
            /** @enum {string} */
            readonly channel: "letter" | "call" | "visit" | "other-authority";
            /** @description Day on which it came in, YYYY-MM-DD */
            readonly receivedOn: string;
            /** @description Who gave it: a person, a sender, an authority */
            readonly givenBy: string;
            /** @description What was said or sent; required where no scan comes along */
            readonly note?: string;
        };
        readonly FileOnBehalfForm: {
            /** @description Facts the routing decision needs; "unknown" is allowed where a reporter cannot know */
            readonly facts: Record<string, never>;
            readonly report: components["schemas"]["Report"];
            /** @description One for each file of a multipart request, in the same order */
            readonly papers?: readonly components["schemas"]["PaperForm"][];
            /** @description For a report of a violation */
            readonly conduct?: components["schemas"]["Conduct"];
            /** @description 本人确认内容不涉及国家秘密 / I confirm that no state secret is entered */
            readonly noStateSecrets: boolean;
            readonly onBehalf: components["schemas"]["OnBehalf"];
        };
        readonly ReporterText: {
            /** @description 不得填写国家秘密 state secrets must not be entered */
            readonly text: string;
        };
        readonly ActForm: {
            /** @description The version of the case as you saw it */
            readonly version: number;
            /** @description The epoch of the case as you saw it */
            readonly epoch: number;
            /** @description The fields of the act's form; 不得填写国家秘密 State secrets must not be entered */
            readonly form: Record<string, never>;
        };
        readonly RescanForm: {
            /** @enum {string} */
            readonly reason: "new-signatures" | "scanner-changed" | "scanner-failed";
        };
        readonly AnswerForm: {
            readonly form: Record<string, never>;
        };
        readonly ReassignmentForm: {
            /** @description The post that the cases go to */
            readonly toPost: string;
            /** @description All open cases of this post, as they stand now */
            readonly fromPost?: string;
            /** @description Or these, each as id~version~epoch, as you saw it */
            readonly cases?: readonly string[];
        };
        readonly TransferOffered: Record<string, never>;
        readonly TransferAccepted: Record<string, never>;
        readonly TransferReturned: Record<string, never>;
        readonly TransferWithdrawn: Record<string, never>;
        readonly DesignationOrdered: Record<string, never>;
        readonly WorkAsked: Record<string, never>;
        readonly WorkReported: Record<string, never>;
        readonly WorkChanged: Record<string, never>;
        readonly MarkChanged: Record<string, never>;
        readonly BodyRecused: Record<string, never>;
        readonly CaseErased: Record<string, never>;
        readonly HoldChanged: Record<string, never>;
        readonly SearchForm: {
            /** @description Part of a number, a title, a unit’s or a person’s name: as written, in pinyin, or its initials (wjw) */
            readonly terms: string;
            /** @description The `next` of the page before */
            readonly after?: string;
            readonly limit?: number;
        };
        readonly EditionKept: Record<string, never>;
        readonly StandingForm: {
            /** @enum {string} */
            readonly for: "funding-ban" | "one-vote-veto";
            /** @description The day that is asked about, YYYY-MM-DD; today if absent */
            readonly on?: string;
            /** @description Identity number or unified social credit code. It is in no log and is not kept. */
            readonly subject: string;
        };
        readonly StandingBatchForm: {
            /** @enum {string} */
            readonly for: "funding-ban" | "one-vote-veto";
            /** @description The day that is asked about, YYYY-MM-DD; today if absent */
            readonly on?: string;
            /** @description Up to 2000 identity numbers or credit codes; answers keep their order */
            readonly subjects: readonly string[];
        };
        readonly ActDone: {
            readonly caseId: string;
            readonly act: string;
            readonly state: string;
            readonly version: number;
            readonly epoch: number;
            readonly number: null | string;
        };
        readonly ActView: {
            readonly version: null | number;
            readonly procedure: string;
            readonly act: string;
            readonly label?: components["schemas"]["Label"];
            readonly from: null | string;
            readonly to: null | string;
            readonly clause: components["schemas"]["Clause"] | {
                readonly id: string;
            };
            readonly epoch: null | number;
            readonly body: null | string;
            readonly post: null | string;
            readonly forPost: null | string;
            readonly recordedAt: string;
            readonly effectiveAt: string;
            readonly detail: {
                readonly [key: string]: unknown;
            };
            readonly particulars: readonly components["schemas"]["Commitment"][];
            readonly hash: string;
        };
        readonly Alike: {
            readonly id: string;
            readonly number: null | string;
            readonly state: string;
            readonly alike: readonly ("reporter" | "title" | "unit")[];
        };
        readonly CaseView: {
            readonly id: string;
            readonly city: string;
            readonly number: null | string;
            readonly kind: string;
            readonly procedure: string;
            readonly procedureLabel: components["schemas"]["Label"];
            readonly linkedTo: components["schemas"]["LinkedTo"] | null;
            readonly state: string;
            readonly stateLabel?: components["schemas"]["Label"];
            /** @enum {unknown} */
            readonly standing: "holding" | "in-hand-over" | "origin";
            readonly service: string;
            readonly holder: string;
            readonly holderNames?: components["schemas"]["Label"];
            readonly lead: null | string;
            readonly interim: boolean;
            readonly jointBodies: readonly string[];
            readonly coHandlers: readonly string[];
            readonly epoch: number;
            readonly version: number;
            readonly receivedBy: string;
            readonly receivedOn: string;
            readonly channel: string;
            readonly facts: {
                readonly [key: string]: unknown;
            };
            readonly assignedPost: null | string;
            /** @enum {unknown} */
            readonly mark: "internal" | "ordinary" | "sealed";
            readonly filedAt: string;
            readonly updatedAt: string;
            readonly dueAt: null | string;
            readonly unknownFacts: readonly string[];
            readonly why: components["schemas"]["WhyView"] | null;
            /** @description Where the corrected facts, or rules changed since, say the case belongs, while it lies elsewhere. */
            readonly proposedHolder: null | string;
            readonly clocks: readonly components["schemas"]["ClockView"][];
            readonly timeline: readonly components["schemas"]["ActView"][];
            readonly handOvers: readonly components["schemas"]["HandOverRow"][];
            /** @description What this case asked other bodies to do. */
            readonly works: readonly components["schemas"]["WorkView"][];
            readonly parts: readonly string[];
            readonly people: readonly string[];
            readonly papers: readonly components["schemas"]["PaperView"][];
            readonly particulars: readonly {
                readonly id: string;
                readonly kind: string;
                readonly value: unknown;
            }[];
            /** @description The case that this one was merged into. */
            readonly principal: components["schemas"]["MergedCase"] | null;
            /** @description Cases merged into this one. */
            readonly duplicates: readonly components["schemas"]["MergedCase"][];
            /** @description Set while the reader's post watches the case; acts after `seenVersion` are new to it. */
            readonly watch: components["schemas"]["Watch"] | null;
            /** @description Who may know of the case while it is sealed. */
            readonly named: readonly {
                readonly post: string;
                readonly body: string;
                readonly since: string;
                readonly inOffice: boolean;
            }[];
            /** @description How long it is kept, and whether a hold keeps it longer. */
            readonly retention: components["schemas"]["RetentionView"];
            /** @description Set once texts, names and papers are gone. */
            readonly erased: components["schemas"]["Certificate"] | null;
            readonly acts: readonly components["schemas"]["OfferedAct"][];
            readonly servedHere: string;
        };
        readonly Certificate: {
            readonly id: string;
            readonly at: string;
            readonly ground: string;
        };
        readonly Clause: {
            readonly id: string;
            readonly instrument: components["schemas"]["Label"];
            readonly section: string;
            readonly confirmed: boolean;
            readonly unsure?: string;
        };
        readonly ClauseSource: {
            readonly instrument: components["schemas"]["Label"];
            readonly section: string;
        };
        readonly ClockView: {
            readonly id: string;
            readonly rule: string;
            readonly label?: components["schemas"]["Label"];
            readonly state: string;
            readonly dueOn?: string;
            readonly dueAt?: string;
            readonly overdue?: boolean;
            /** @description In `unit`; negative when overdue. A period of months is left in days. */
            readonly left?: number;
            readonly unit?: string;
            readonly confirmed?: boolean;
            readonly provisional?: boolean;
            readonly explanation?: {
                readonly zh: readonly string[];
                readonly en: readonly string[];
            };
        };
        readonly Commitment: {
            readonly id: string;
            readonly commitment: string;
        };
        readonly DecisionFigure: {
            readonly year: number;
            readonly field: string;
            readonly decisions: null | number;
        };
        readonly Filed: {
            readonly caseId: string;
            readonly receipt: string;
            readonly holder: string;
            readonly service: string;
            /** @enum {unknown} */
            readonly status: "decided" | "designation-required" | "facts-incomplete" | "unassigned";
            readonly rules: readonly string[];
            readonly edition: null | string;
            readonly unconfirmed: readonly string[];
            readonly unknownFacts: readonly string[];
            readonly filedAt: string;
        };
        readonly FormField: {
            readonly name: string;
            readonly label: components["schemas"]["Label"];
            /** @enum {unknown} */
            readonly type: "amount" | "body" | "case" | "code" | "count" | "day" | "facts" | "identity" | "paper" | "post" | "text" | "unit" | "yes-no";
            readonly required?: boolean;
            /**
             * @description A body that has no desk in this system; otherwise one that has.
             * @enum {boolean}
             */
            readonly outside?: true;
            /**
             * @description A post of whatever role; otherwise one that work is assigned to.
             * @enum {boolean}
             */
            readonly anyRole?: true;
            readonly options?: readonly {
                readonly code: string;
                readonly label: components["schemas"]["Label"];
            }[];
        };
        readonly FoundCase: {
            readonly id: string;
            readonly number: null | string;
            readonly kind: string;
            readonly procedure: string;
            readonly state: string;
            /** @enum {unknown} */
            readonly standing: "holding" | "in-hand-over" | "origin";
            readonly holder: string;
            readonly interim: boolean;
            readonly assignedPost: null | string;
            readonly fields: readonly string[] | null;
            readonly title: null | string;
            readonly unit: null | string;
            /** @description Of a name only the first character. */
            readonly person: null | string;
            readonly filedAt: string;
        };
        readonly FoundPage: {
            readonly lines: readonly components["schemas"]["FoundCase"][];
            readonly next: null | string;
        };
        readonly HandOverRow: {
            readonly id: string;
            /** @enum {unknown} */
            readonly side: "addressee" | "origin";
            readonly case_id: string;
            readonly city: string;
            /** @enum {unknown} */
            readonly kind: "designation" | "filing" | "transfer";
            readonly state: string;
            readonly from_service: string;
            readonly from_body: string;
            readonly to_service: string;
            readonly to_body: string;
            /** @description The case's epoch when the hand-over was opened; its commit makes it one more. */
            readonly epoch: number;
            readonly subject: {
                readonly [key: string]: unknown;
            };
            readonly opened_at: string;
            readonly changed_at: string;
        };
        readonly Investigation: {
            /** @description A body, `unit` for the unit itself, or null while it is not known: the office finds out, an office never investigates. */
            readonly lead: null | string;
            readonly mode: string;
            readonly coHandlers: readonly string[];
            readonly hits: readonly string[];
            readonly pending: readonly string[];
        };
        readonly Label: {
            readonly zh: string;
            readonly en: string;
        };
        readonly LetterLine: {
            readonly id: string;
            readonly body: string;
            readonly state: string;
            readonly purpose: null | string;
            readonly at: string;
            readonly dueOn: null | string;
        };
        readonly LetterView: {
            readonly city: string;
            readonly version: number;
            readonly epoch: number;
            readonly stateLabel?: components["schemas"]["Label"];
            readonly texts: readonly {
                readonly kind: string;
                readonly label?: components["schemas"]["Label"];
                readonly text: string;
            }[];
            readonly papers: readonly {
                readonly id: string;
                readonly name: string;
                readonly kind: string;
                readonly dated: string;
                readonly size: number;
                readonly sha256: string;
                readonly held: ("malware" | "waiting") | null;
            }[];
            readonly acts: readonly components["schemas"]["OfferedAct"][];
            readonly id: string;
            readonly body: string;
            readonly state: string;
            readonly purpose: null | string;
            readonly at: string;
            readonly dueOn: null | string;
        };
        readonly LinkedTo: {
            readonly caseId: string;
            readonly service: string;
            readonly body: string;
            readonly epoch: number;
            /** @description The official number it had when it asked. */
            readonly number: null | string;
        };
        readonly MergedCase: {
            readonly id: string;
            readonly number: null | string;
        };
        readonly OfferAnswered: {
            readonly handOverId: string;
            readonly act: string;
            readonly state: string;
        };
        readonly OfferView: {
            readonly id: string;
            /** @enum {unknown} */
            readonly side: "addressee" | "origin";
            readonly case_id: string;
            readonly city: string;
            /** @enum {unknown} */
            readonly kind: "designation" | "filing" | "transfer";
            readonly state: string;
            readonly from_service: string;
            readonly from_body: string;
            readonly to_service: string;
            readonly to_body: string;
            /** @description The case's epoch when the hand-over was opened; its commit makes it one more. */
            readonly epoch: number;
            readonly subject: {
                readonly [key: string]: unknown;
            };
            readonly opened_at: string;
            readonly changed_at: string;
            readonly explanation: null | string;
            readonly acts: readonly components["schemas"]["OfferedAct"][];
        };
        readonly OfferedAct: {
            readonly act: string;
            readonly label: components["schemas"]["Label"];
            readonly form: readonly components["schemas"]["FormField"][];
            readonly clause?: components["schemas"]["Clause"];
            readonly consequence?: components["schemas"]["Label"];
            readonly to: string;
            /** @description What it is for where it accompanies the procedure; null of a step of the procedure itself. */
            readonly group: null | string;
        };
        readonly OffersPage: {
            readonly lines: readonly components["schemas"]["OfferView"][];
            readonly next: null | string;
        };
        readonly PaperView: {
            readonly id: string;
            readonly case_id: string;
            readonly city: string;
            readonly owner_service: string;
            readonly kind: string;
            readonly dated: string;
            /** @enum {unknown} */
            readonly origin: "copy" | "original";
            readonly media_type: string;
            readonly size: number;
            readonly sha256: string;
            readonly name_particular: string;
            /** @enum {unknown} */
            readonly confidentiality: "internal" | "public" | "restricted" | "sealed";
            readonly retention: string;
            readonly added_at: string;
            readonly held: ("malware" | "waiting") | null;
            readonly scan: ("clean" | "malware") | null;
            readonly scannedAt: null | string;
        };
        readonly ProfileQuestion: {
            readonly name: string;
            readonly label: components["schemas"]["Label"];
            readonly codes?: readonly {
                readonly code: string;
                readonly label: components["schemas"]["Label"];
            }[];
            readonly required?: boolean;
        };
        readonly ProfileView: {
            readonly desks: readonly string[];
            readonly service: string;
            readonly title: components["schemas"]["Label"];
            readonly fields: readonly string[];
            readonly questions: readonly components["schemas"]["ProfileQuestion"][];
            /** @description What an officer checks at screening, shown beside the act. */
            readonly checklist: readonly components["schemas"]["Label"][];
            /** @description Numbers of the listed activities (清单) whose re-review this department meets. */
            readonly listedItems: readonly number[];
        };
        readonly Publication: {
            readonly id: string;
            readonly kind: string;
            readonly kindLabel?: components["schemas"]["Label"];
            readonly body: string;
            readonly bodyNames?: components["schemas"]["Label"];
            readonly publishedOn: string;
            /** @description Null once withdrawn. */
            readonly title: null | string;
            readonly summary: null | string;
            readonly withdrawn: null | {
                readonly on: string;
                readonly ground?: components["schemas"]["Label"];
            };
        };
        readonly PublicationPage: {
            readonly publications: readonly components["schemas"]["Publication"][];
            /** @description Where the next page begins; null at the end. */
            readonly next: null | string;
        };
        readonly QuestionView: {
            readonly askedAt: string;
            readonly body: null | string;
            readonly question: string;
            readonly answeredAt: null | string;
        };
        readonly ReReview: {
            readonly organiser: null | string;
            readonly with: readonly string[];
        };
        readonly Reassignment: {
            readonly id: string;
            readonly fromPost: null | string;
            readonly toPost: string;
            readonly orderedBy: string;
            /** @enum {unknown} */
            readonly state: "finished" | "running";
            readonly rows: number;
            readonly done: number;
            readonly refused: number;
            readonly orderedAt: string;
            readonly finishedAt: null | string;
        };
        readonly ReassignmentRow: {
            readonly place: number;
            /** @description Null for a case that the reader may not know of, unless it was they who named it. */
            readonly caseId: null | string;
            readonly number: null | string;
            readonly outcome: ("done" | "refused") | null;
            readonly code: null | string;
            readonly at: null | string;
        };
        readonly RefusalView: {
            /** @enum {unknown} */
            readonly act: "decline" | "forward";
            readonly at: string;
            readonly groundLabel?: components["schemas"]["Label"];
            readonly reasons: string;
            /** @description Of what was forwarded: to which authority. */
            readonly toBody?: components["schemas"]["Label"];
            /** @description The last day for an objection; null where none is possible any more. */
            readonly objectUntil: null | string;
            /** @description What was answered to an objection. */
            readonly answer: null | string;
        };
        readonly Reminder: {
            readonly id: string;
            readonly caseId: string;
            readonly number: null | string;
            readonly rule: string;
            readonly share: number;
            /** @description The post it was meant for: the reader's own, or the one they stand in for. */
            readonly post: string;
            readonly at: string;
        };
        readonly ReportView: {
            readonly city: string;
            readonly holder: string;
            readonly holderNames?: components["schemas"]["Label"];
            readonly service: string;
            readonly filedAt: string;
            /** @description Whether the service that answers holds it; if not, only where it went is known here. */
            readonly isHere: boolean;
            readonly state: string;
            readonly stateLabel?: components["schemas"]["Label"];
            readonly plain?: components["schemas"]["Label"];
            readonly questions: readonly components["schemas"]["QuestionView"][];
            readonly refusal: components["schemas"]["RefusalView"] | null;
            readonly told: readonly components["schemas"]["ToldView"][];
            /** @description What may be done with the receipt now. */
            readonly may: readonly string[];
        };
        readonly Rescan: {
            readonly id: string;
            readonly reason: string;
            readonly orderedBy: string;
            /** @enum {unknown} */
            readonly state: "finished" | "running";
            readonly looked: number;
            readonly found: number;
            readonly orderedAt: string;
            readonly finishedAt: null | string;
        };
        readonly RetentionView: {
            readonly class: string;
            readonly label?: components["schemas"]["Label"];
            /** @description The last legal day; null where none is foreseen. */
            readonly until: null | string;
            readonly confirmed: boolean;
            /** @description Whose holds keep it from being erased. */
            readonly heldBy: readonly ("auditors" | "holder")[];
        };
        readonly RuleChange: {
            readonly caseId: string;
            readonly number: null | string;
            readonly state: string;
            readonly version: number;
            readonly epoch: number;
            /** @description The edition it was decided by, and the one that answers differently. */
            readonly decidedBy: string;
            readonly edition: string;
            readonly proposedHolder: string;
            readonly rules: readonly string[];
        };
        readonly RuleChangesPage: {
            readonly lines: readonly components["schemas"]["RuleChange"][];
            readonly next: null | string;
        };
        readonly StandingAnswer: {
            readonly answer: components["schemas"]["StandingStatement"];
            /** @description The same as a signed note, to be checked offline with the key of `/v1/standing/key`. */
            readonly note: string;
        };
        readonly StandingBatch: {
            readonly id: string;
            /** @enum {unknown} */
            readonly for: "funding-ban" | "one-vote-veto";
            readonly on: string;
            readonly rows: number;
            readonly answered: number;
        };
        readonly StandingBatchRow: {
            readonly place: number;
            readonly subject: string;
            readonly entries: readonly components["schemas"]["StandingFound"][] | null;
        };
        readonly StandingFound: {
            readonly isSuspended: boolean;
            /** @enum {unknown} */
            readonly appeal: "changed" | "final-review-open" | "none" | "recheck-open" | "revoked" | "upheld";
            /** @enum {unknown} */
            readonly kind: "funding-ban" | "one-vote-veto";
            readonly city: string;
            /** @description Which decision ordered it. */
            readonly decision: string;
            readonly clause: string;
            readonly from: string;
            /** @description Its last day; null where none is printed. */
            readonly to: null | string;
        };
        readonly StandingStatement: {
            /** @enum {unknown} */
            readonly statement: "lianxi-standing/1";
            readonly city: string;
            /** @enum {unknown} */
            readonly for: "funding-ban" | "one-vote-veto";
            readonly on: string;
            readonly answeredAt: string;
            /** @description The keyed hash by which it can be asked again. */
            readonly subject: string;
            /** @description `sha256` of salt and number: whoever knows the number can see that the answer is about it. Absent where no number was given. */
            readonly commitment?: {
                readonly salt: string;
                readonly sha256: string;
            };
            readonly entries: readonly components["schemas"]["StandingFound"][];
            readonly meaning: components["schemas"]["Label"];
            /** @description What is not confirmed in the rules that the answer rests on. */
            readonly unconfirmed: readonly components["schemas"]["Label"][];
        };
        readonly ToldView: {
            readonly at: string;
            readonly body: null | string;
            readonly text: string;
        };
        readonly Watch: {
            readonly since: string;
            readonly seenVersion: number;
        };
        readonly WhyView: {
            readonly status: string;
            readonly candidates: readonly string[];
            readonly uncovered: readonly string[];
            readonly investigation: components["schemas"]["Investigation"] | null;
            readonly reReview: components["schemas"]["ReReview"] | null;
            readonly unconfirmed: readonly {
                readonly mark: string;
                readonly label?: components["schemas"]["Label"];
            }[];
            readonly edition: string;
            /** @description sha256 of the facts' canonical JSON. */
            readonly factsHash: string;
            readonly reasons: readonly {
                readonly rule: string;
                readonly aspect: string;
                readonly bodies: readonly string[];
                readonly clause: components["schemas"]["ClauseSource"];
            }[];
        };
        readonly WorkView: {
            readonly id: string;
            readonly procedure: string;
            readonly procedureLabel: components["schemas"]["Label"];
            readonly body: string;
            /** @description Of a letter: the authority it goes to, or `unit`; null of other work. */
            readonly addressee: null | string;
            readonly service: string;
            readonly state: string;
            readonly stateLabel?: components["schemas"]["Label"];
            readonly final: boolean;
            readonly askedAt: string;
            readonly changedAt: string;
        };
        readonly WorklistCount: {
            readonly count: number;
            readonly isMore: boolean;
        };
        readonly WorklistLine: {
            readonly id: string;
            readonly number: null | string;
            readonly kind: string;
            readonly procedure: string;
            readonly state: string;
            /** @enum {unknown} */
            readonly standing: "holding" | "in-hand-over" | "origin";
            readonly holder: string;
            readonly lead: null | string;
            readonly interim: boolean;
            readonly service: string;
            readonly assignedPost: null | string;
            readonly fields: readonly string[] | null;
            /** @enum {unknown} */
            readonly mark: "internal" | "ordinary" | "sealed";
            readonly version: number;
            readonly epoch: number;
            readonly filedAt: string;
            readonly dueAt: null | string;
            readonly dueOn: null | string;
            /** @description By what the list is ordered. */
            readonly at: string;
            /** @description In the list of what is watched: acts since the post's last look. */
            readonly newActs?: number;
        };
        readonly WorklistPage: {
            readonly lines: readonly components["schemas"]["WorklistLine"][];
            /** @description Give it as `after` for the next page; null on the last. */
            readonly next: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly StandingController_askAgain: {
        readonly parameters: {
            readonly query: {
                readonly for: "funding-ban" | "one-vote-veto";
                /** @description The day that is asked about, YYYY-MM-DD; today if absent */
                readonly on?: string;
                /** @description The keyed hash that an answer gave; never a number, which would end in logs */
                readonly subject: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StandingAnswer"];
                };
            };
        };
    };
    readonly StandingController_ask: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["StandingForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StandingAnswer"];
                };
            };
        };
    };
    readonly StandingController_key: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly key: string;
                    };
                };
            };
        };
    };
    readonly StandingBatchesController_ask: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["StandingBatchForm"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly StandingBatchesController_progress: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StandingBatch"];
                };
            };
        };
    };
    readonly StandingBatchesController_rows: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly lines: readonly components["schemas"]["StandingBatchRow"][];
                        readonly next: null | number;
                    };
                };
            };
        };
    };
    readonly StandingBatchesController_statement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly note: string;
                    };
                };
            };
        };
    };
    readonly PublicationsController_page: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicationPage"];
                };
            };
        };
    };
    readonly PublicationsController_figures: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["DecisionFigure"][];
                };
            };
        };
    };
}
