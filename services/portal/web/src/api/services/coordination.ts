/** Written by `npm run api:describe` from the OpenAPI document of coordination. */
export interface paths {
    readonly "/v1/designations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 待指定 What waits for a designation */
        readonly get: operations["OfficeController_designations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/designations/{id}/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 记录意见或指定牵头 Record a view or designate the lead */
        readonly post: operations["OfficeController_act"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/index": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 全市事项索引 Who leads which case since when and why */
        readonly get: operations["OfficeController_index"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/index/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 牵头沿革 Who held and led a case, epoch by epoch */
        readonly get: operations["OfficeController_leads"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/posts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 岗位 Posts */
        readonly get: operations["OfficeController_posts"];
        readonly put?: never;
        /** 任命或变更岗位 Appoint somebody, or change or end a post */
        readonly post: operations["OfficeController_appoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/unit-contacts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 单位联系人 Contacts that units registered */
        readonly get: operations["ContactsController_list"];
        readonly put?: never;
        /** 登记、变更或终止单位联系人 Register a contact of a unit, change or end it */
        readonly post: operations["ContactsController_register"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/unit-contacts/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 确定单位联系人的最后一日 Say which day is a contact’s last */
        readonly post: operations["ContactsController_end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/absences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 请假与值班代理 Who stands in for whom at my body */
        readonly get: operations["AbsencesController_list"];
        readonly put?: never;
        /** 登记请假或值班，确定代理人 Name who stands in during leave or holiday duty */
        readonly post: operations["AbsencesController_keep"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/absences/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 立即终止代理 End it at once */
        readonly post: operations["AbsencesController_end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/editions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 规则版本 Editions of the city: built in, proposed, signed */
        readonly get: operations["EditionsController_list"];
        readonly put?: never;
        /** 提出规则版本 Propose an edition */
        readonly post: operations["EditionsController_propose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/editions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 规则版本内容 One edition with its rules, hash, signature and proof */
        readonly get: operations["EditionsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/editions/{id}/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 验证、签发、撤回 Prove, sign or withdraw */
        readonly post: operations["EditionsController_act"];
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
        readonly DesignationForm: Record<string, never>;
        readonly Appointment: Record<string, never>;
        readonly ContactForm: Record<string, never>;
        readonly ContactEnd: Record<string, never>;
        readonly Absence: Record<string, never>;
        readonly ProposalForm: {
            /** @description The whole edition as data, as those under libs/jurisdiction/src/editions */
            readonly edition: Record<string, never>;
        };
        readonly EditionActForm: Record<string, never>;
        readonly CaseIndexed: Record<string, never>;
        readonly DesignationRequested: Record<string, never>;
        readonly DesignationAnswered: Record<string, never>;
        readonly AbsenceView: {
            readonly id: string;
            readonly post: null | string;
            readonly deputy: null | string;
            readonly kind: ("holiday-duty" | "leave") | null;
            readonly from: string;
            readonly until: null | string;
            readonly role: string;
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
        readonly DesignationDone: {
            readonly designationId: string;
            readonly act: string;
            readonly state: string;
            readonly version: number;
        };
        readonly DesignationView: {
            readonly id: string;
            readonly case_id: string;
            readonly city: string;
            readonly state: string;
            readonly epoch: number;
            readonly holder: string;
            readonly service: string;
            readonly candidates: readonly string[];
            readonly suggestions: readonly string[];
            readonly facts: {
                readonly [key: string]: unknown;
            };
            readonly decision: null | {
                readonly [key: string]: unknown;
            };
            readonly views: readonly {
                readonly body: string;
                readonly view: string;
            }[];
            readonly lead: null | string;
            readonly mark: string;
            /** @description The body whose own staff the case concerns: it is neither heard nor named. */
            readonly recused: null | string;
            readonly version: number;
            readonly due_on: string;
            readonly requested_at: string;
            readonly acts: readonly components["schemas"]["OfferedAct"][];
        };
        readonly DesignationsPage: {
            readonly lines: readonly components["schemas"]["DesignationView"][];
            readonly next: null | string;
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
        readonly IndexLine: {
            readonly case_id: string;
            readonly number: null | string;
            readonly kind: string;
            readonly state: string;
            readonly holder: string;
            readonly service: string;
            readonly lead: null | string;
            readonly interim: boolean;
            readonly rules: readonly string[];
            readonly edition: null | string;
            readonly mark: string;
            readonly epoch: number;
            readonly since: string;
            /** @description Whether the office has it too, so that its page here may be opened. */
            readonly opensHere: boolean;
        };
        readonly IndexPage: {
            readonly lines: readonly components["schemas"]["IndexLine"][];
            readonly next: null | string;
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
        readonly PostLine: {
            readonly body: string;
            readonly role: string;
            readonly city: string;
            readonly absence: ("holiday-duty" | "leave") | null;
            readonly id: string;
            readonly valid_from: string;
            readonly valid_until: null | string;
            readonly deputy_for: null | string;
            readonly revision: number;
            readonly acting_from: null | string;
        };
        readonly PostsPage: {
            readonly lines: readonly components["schemas"]["PostLine"][];
            readonly next: null | string;
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
    readonly OfficeController_designations: {
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
                    readonly "application/json": components["schemas"]["DesignationsPage"];
                };
            };
        };
    };
    readonly OfficeController_act: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
                readonly act: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DesignationForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DesignationDone"];
                };
            };
        };
    };
    readonly OfficeController_index: {
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
                    readonly "application/json": components["schemas"]["IndexPage"];
                };
            };
        };
    };
    readonly OfficeController_leads: {
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
                        readonly [key: string]: unknown;
                    };
                };
            };
        };
    };
    readonly OfficeController_posts: {
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
                    readonly "application/json": components["schemas"]["PostsPage"];
                };
            };
        };
    };
    readonly OfficeController_appoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Appointment"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly revision: number;
                    };
                };
            };
        };
    };
    readonly ContactsController_list: {
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
                        readonly lines: readonly {
                            readonly [key: string]: unknown;
                        }[];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly ContactsController_register: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly revision: number;
                    };
                };
            };
        };
    };
    readonly ContactsController_end: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactEnd"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly revision: number;
                    };
                };
            };
        };
    };
    readonly AbsencesController_list: {
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
                        readonly lines: readonly components["schemas"]["AbsenceView"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly AbsencesController_keep: {
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
                readonly "application/json": components["schemas"]["Absence"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly AbsencesController_end: {
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
                        readonly id: string;
                        readonly revision: number;
                    };
                };
            };
        };
    };
    readonly EditionsController_list: {
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
                        readonly [key: string]: unknown;
                    };
                };
            };
        };
    };
    readonly EditionsController_propose: {
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
                readonly "application/json": components["schemas"]["ProposalForm"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly EditionsController_read: {
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
                        readonly [key: string]: unknown;
                    };
                };
            };
        };
    };
    readonly EditionsController_act: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
                readonly act: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EditionActForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
