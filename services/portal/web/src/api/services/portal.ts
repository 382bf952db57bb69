/** Written by `npm run api:describe` from the OpenAPI document of portal. */
export interface paths {
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SessionController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["SessionController_signOut"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/post": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["SessionController_choose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SessionController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["SessionController_endAll"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{handle}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["SessionController_end"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/desk/worklists/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DeskController_worklist"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/desk/saved-counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DeskController_savedCounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/desk/counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DeskController_counts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/desk/hand-overs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DeskController_offers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/desk/reassignments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DeskController_reassignments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/desk/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["DeskController_search"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/desk/letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DeskController_letters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/template": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ImportsController_template"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/checked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ImportsController_check"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["InboxController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/inbox/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["InboxController_read"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/operation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["OperationController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/procedures/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["HelpController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/procedures/{id}/diagram.svg": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["HelpController_diagram"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/filters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["FiltersController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/filters/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["FiltersController_keep"];
        readonly post?: never;
        readonly delete: operations["FiltersController_forget"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drafts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DraftsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drafts/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DraftsController_read"];
        readonly put: operations["DraftsController_keep"];
        readonly post?: never;
        readonly delete: operations["DraftsController_discard"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/training": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["TrainingController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/training/{exercise}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["TrainingController_begin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["WordsController_words"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/posts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["WordsController_ofBody"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PublicController_foresee"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/at/{service}/profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["PublicController_profile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/at/{service}/matters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PublicController_file"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/receipts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PublicController_status"];
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
        readonly PostChoice: Record<string, never>;
        readonly SearchForm: {
            /** @description Part of a number, a title, a unit’s or a person’s name: as written, in pinyin, or its initials (wjw) */
            readonly terms: string;
            /** @description The `next` of the page before */
            readonly after?: string;
            readonly limit?: number;
        };
        readonly ReadForm: Record<string, never>;
        readonly SavedFilterForm: Record<string, never>;
        readonly DraftForm: Record<string, never>;
        readonly FactsForm: Record<string, never>;
        readonly ReceiptForm: Record<string, never>;
        readonly ActView: {
            readonly act: string;
            readonly label: components["schemas"]["Label"];
            readonly from: readonly string[];
            /** @description A state, `same` or `resume`. */
            readonly to: string;
            readonly who: readonly components["schemas"]["Label"][];
            readonly clause?: components["schemas"]["Clause"];
            readonly periods: readonly {
                /** @enum {unknown} */
                readonly do: "cancel" | "extend" | "meet" | "pause" | "resume" | "start";
                readonly label: components["schemas"]["Label"];
            }[];
            readonly consequence?: components["schemas"]["Label"];
        };
        readonly BegunExercise: {
            readonly service: string;
            readonly caseId: string;
        };
        readonly CellFault: {
            readonly column: number;
            /** @enum {unknown} */
            readonly rule: "missing" | "not-a-choice" | "not-a-day" | "refused";
        };
        readonly CheckedRow: {
            /** @description The sheet's own number of the row. */
            readonly place: number;
            readonly title: string;
            readonly form: {
                readonly [key: string]: unknown;
            };
            /** @description The same for the same words, in whichever file or row they stand: so what was filed before is not filed again. */
            readonly key: string;
            readonly faults: readonly components["schemas"]["CellFault"][];
            /** @description An earlier row that says the same. */
            readonly sameAs: null | number;
            /** @description Facts that are left open; with none, the decision that filing would make. */
            readonly unknown: readonly string[];
            readonly decision: components["schemas"]["ForeseenDecision"] | null;
        };
        readonly CheckedWorkbook: {
            /** @description Where the rows are to be filed. */
            readonly service: string;
            readonly columns: readonly components["schemas"]["Label"][];
            readonly rows: readonly components["schemas"]["CheckedRow"][];
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
        readonly DeadLetter: {
            readonly id: string;
            readonly sender: string;
            readonly kind: string;
            readonly caseId: null | string;
            readonly n: null | number;
            readonly reason: string;
            readonly diedAt: string;
            /** @description Messages of the same sender and case that wait behind it. */
            readonly waiting: number;
        };
        readonly DeskLine: {
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
            readonly servedBy: string;
            readonly workingDaysLeft: null | number;
            readonly overdue: boolean;
        };
        readonly DeskOffers: {
            readonly lines: readonly {
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
                readonly servedBy: string;
            }[];
            readonly unreachable: readonly string[];
        };
        readonly DeskPage: {
            readonly lines: readonly components["schemas"]["DeskLine"][];
            readonly next: null | string;
            readonly unreachable: readonly string[];
        };
        readonly Draft: {
            readonly name: string;
            readonly savedAt: null | string;
            readonly form: unknown;
        };
        readonly ExerciseView: {
            readonly steps: readonly {
                readonly act: string;
                readonly label: components["schemas"]["Label"];
                readonly who: readonly components["schemas"]["Label"][];
                readonly done: boolean;
            }[];
            readonly begun: components["schemas"]["BegunExercise"] | null;
            readonly title: components["schemas"]["Label"];
            readonly id: string;
            readonly lesson: components["schemas"]["Label"];
        };
        readonly FieldWords: {
            readonly label: components["schemas"]["Label"];
            readonly type: string;
            readonly codes?: {
                readonly [key: string]: components["schemas"]["Label"];
            };
        };
        readonly Foreseen: {
            /** @description Facts that are asked only of matters like this one. */
            readonly asked: readonly string[];
            /** @description The first fact that is missing or cannot be; then nothing is decided. */
            readonly wanting: null | {
                readonly fact: string;
                readonly code: string;
            };
            readonly unknown: readonly string[];
            readonly decision: components["schemas"]["ForeseenDecision"] | null;
        };
        readonly ForeseenDecision: {
            readonly status: string;
            readonly holder: string;
            readonly service: string;
            readonly lead: null | string;
            readonly candidates: readonly string[];
            readonly edition: string;
            readonly reasons: readonly {
                readonly rule: string;
                readonly aspect: string;
                readonly bodies: readonly string[];
                readonly clause: components["schemas"]["ClauseSource"];
            }[];
            readonly unconfirmed: readonly {
                readonly mark: string;
                readonly label?: components["schemas"]["Label"];
            }[];
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
        readonly FoundView: {
            readonly lines: readonly {
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
                readonly servedBy: string;
            }[];
            readonly next: null | string;
            readonly unreachable: readonly string[];
        };
        readonly InboxPage: {
            readonly lines: readonly {
                readonly id: string;
                readonly caseId: string;
                readonly number: null | string;
                readonly rule: string;
                readonly share: number;
                /** @description The post it was meant for: the reader's own, or the one they stand in for. */
                readonly post: string;
                readonly at: string;
                readonly servedBy: string;
            }[];
            readonly next: null | string;
            readonly unreachable: readonly string[];
            readonly readUntil: null | string;
        };
        readonly IntegrityReport: {
            readonly id: string;
            readonly label: components["schemas"]["Label"];
            readonly recipe: components["schemas"]["Label"];
            readonly subjects: readonly string[];
        };
        readonly Label: {
            readonly zh: string;
            readonly en: string;
        };
        readonly LettersPage: {
            readonly lines: readonly {
                readonly id: string;
                readonly body: string;
                readonly state: string;
                readonly purpose: null | string;
                readonly at: string;
                readonly dueOn: null | string;
                readonly servedBy: string;
            }[];
            readonly next: null | string;
            readonly unreachable: readonly string[];
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
        readonly OwedTo: {
            readonly receiver: string;
            readonly owed: number;
            readonly oldestSeconds: number;
            readonly mostAttempts: number;
        };
        readonly PostView: {
            readonly body: string;
            readonly role: string;
            readonly city: string;
            readonly id: string;
            readonly validUntil: null | string;
            readonly deputyFor: null | string;
            readonly mayReassign: boolean;
        };
        readonly ProcedureView: {
            readonly id: string;
            readonly label: components["schemas"]["Label"];
            readonly states: readonly {
                readonly state: string;
                readonly label: components["schemas"]["Label"];
                readonly final: boolean;
                readonly period?: components["schemas"]["Label"];
            }[];
            readonly acts: readonly components["schemas"]["ActView"][];
        };
        readonly ProcedureWords: {
            readonly label: components["schemas"]["Label"];
            readonly states: {
                readonly [key: string]: {
                    readonly label: components["schemas"]["Label"];
                    readonly final: boolean;
                };
            };
            readonly acts: {
                readonly [key: string]: {
                    readonly label: components["schemas"]["Label"];
                    readonly fields: {
                        readonly [key: string]: components["schemas"]["FieldWords"];
                    };
                };
            };
        };
        readonly QuestionView: {
            readonly askedAt: string;
            readonly body: null | string;
            readonly question: string;
            readonly answeredAt: null | string;
        };
        readonly ReassignmentsPage: {
            readonly lines: readonly {
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
                readonly servedBy: string;
            }[];
            readonly next: null | string;
            readonly unreachable: readonly string[];
            readonly services: readonly string[];
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
        readonly SavedCounts: {
            readonly counts: readonly {
                readonly id: string;
                readonly count: number;
                readonly isMore: boolean;
            }[];
        };
        readonly SavedFilter: {
            readonly id: string;
            readonly name: string;
            readonly list: string;
            readonly filter: components["schemas"]["WorklistFilter"];
        };
        readonly ServiceOperation: {
            readonly service: string;
            /** @enum {unknown} */
            readonly status: "degraded" | "ok" | "unreachable";
            readonly reasons: readonly {
                readonly name: string;
                readonly reason: string;
            }[];
            readonly owed: readonly components["schemas"]["OwedTo"][];
            readonly deadLetters: readonly components["schemas"]["DeadLetter"][];
            /** @description There are more dead letters than are listed. */
            readonly moreDeadLetters: boolean;
            /** @description What must never be so and is. */
            readonly faults: readonly components["schemas"]["IntegrityReport"][];
        };
        readonly SessionView: {
            readonly name: null | string;
            readonly csrf: string;
            readonly posts: readonly components["schemas"]["PostView"][];
            readonly post: null | string;
            readonly endsAt: string;
        };
        readonly ToldView: {
            readonly at: string;
            readonly body: null | string;
            readonly text: string;
        };
        readonly TrainingView: {
            readonly exercises: readonly components["schemas"]["ExerciseView"][];
        };
        readonly Words: {
            readonly bodies: readonly {
                readonly id: string;
                readonly city: null | string;
                readonly desk: boolean;
                readonly home: null | string;
                readonly names: components["schemas"]["Label"];
            }[];
            readonly services: readonly {
                readonly id: string;
                readonly kind: string;
                readonly names: components["schemas"]["Label"];
            }[];
            readonly cities: readonly {
                readonly id: string;
                readonly office: string;
                readonly names: components["schemas"]["Label"];
            }[];
            readonly roles: {
                readonly [key: string]: components["schemas"]["Label"];
            };
            readonly procedures: {
                readonly [key: string]: components["schemas"]["ProcedureWords"];
            };
            /** @description What acts are for that accompany a procedure, in the order in which they are shown. */
            readonly actGroups: readonly {
                readonly id: string;
                readonly label: components["schemas"]["Label"];
            }[];
            /** @description Periods, by the rule that counts them. */
            readonly periods: {
                readonly [key: string]: components["schemas"]["Label"];
            };
            /** @description What may be asked about a subject's standing, and in which cities; everywhere where none are named. */
            readonly standingRoles: readonly string[];
            readonly standings: readonly {
                readonly kind: string;
                readonly label: components["schemas"]["Label"];
                readonly cities: readonly string[] | null;
            }[];
            readonly exportPurposes: {
                readonly [key: string]: components["schemas"]["Label"];
            };
            readonly paperKinds: {
                readonly [key: string]: components["schemas"]["Label"];
            };
            readonly facts: {
                readonly [key: string]: {
                    readonly label: components["schemas"]["Label"];
                    readonly codes: {
                        readonly [key: string]: components["schemas"]["Label"];
                    };
                    readonly mayBeUnknown: boolean;
                };
            };
            readonly unknown: components["schemas"]["Label"];
            readonly statuses: {
                readonly [key: string]: components["schemas"]["Label"];
            };
            readonly unconfirmed: {
                readonly [key: string]: components["schemas"]["Label"];
            };
            readonly refusals: {
                readonly [key: string]: components["schemas"]["Label"];
            };
            /** @description Catalogues of violations, the one offered now last. */
            readonly violations: readonly {
                readonly id: string;
                readonly violations: readonly {
                    readonly code: string;
                    readonly label: components["schemas"]["Label"];
                    readonly clause: components["schemas"]["Label"];
                    readonly confirmed: boolean;
                }[];
            }[];
        };
        readonly WorklistFilter: {
            readonly kind?: string;
            readonly state?: string;
            readonly field?: string;
            readonly assigned?: string;
            readonly due?: number;
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
    readonly SessionController_read: {
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
                        readonly session: components["schemas"]["SessionView"] | null;
                        readonly demonstration: boolean;
                    };
                };
            };
        };
    };
    readonly SessionController_signOut: {
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
                content?: never;
            };
        };
    };
    readonly SessionController_choose: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PostChoice"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly post: string;
                    };
                };
            };
        };
    };
    readonly SessionController_list: {
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
                            readonly handle: string;
                            readonly agent: string;
                            readonly beganAt: string;
                            readonly seenAt: string;
                            readonly isThis: boolean;
                        }[];
                    };
                };
            };
        };
    };
    readonly SessionController_endAll: {
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
                content?: never;
            };
        };
    };
    readonly SessionController_end: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly handle: string;
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
                        readonly ended: number;
                    };
                };
            };
        };
    };
    readonly DeskController_worklist: {
        readonly parameters: {
            readonly query?: {
                /** @description Kind of matter */
                readonly kind?: string;
                /** @description State */
                readonly state?: string;
                /** @description One of its fields */
                readonly field?: string;
                /** @description The post it is assigned to; `none` for what is not assigned */
                readonly assigned?: string;
                /** @description Due within so many days, or overdue */
                readonly due?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly name: string;
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
                    readonly "application/json": components["schemas"]["DeskPage"];
                };
            };
        };
    };
    readonly DeskController_savedCounts: {
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
                    readonly "application/json": components["schemas"]["SavedCounts"];
                };
            };
        };
    };
    readonly DeskController_counts: {
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
                        readonly open: number;
                        readonly overdue: number;
                        readonly dueSoon: number;
                        readonly returned: number;
                    };
                };
            };
        };
    };
    readonly DeskController_offers: {
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
                    readonly "application/json": components["schemas"]["DeskOffers"];
                };
            };
        };
    };
    readonly DeskController_reassignments: {
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
                    readonly "application/json": components["schemas"]["ReassignmentsPage"];
                };
            };
        };
    };
    readonly DeskController_search: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SearchForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FoundView"];
                };
            };
        };
    };
    readonly DeskController_letters: {
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
                    readonly "application/json": components["schemas"]["LettersPage"];
                };
            };
        };
    };
    readonly ImportsController_template: {
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
                content?: never;
            };
        };
    };
    readonly ImportsController_check: {
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
                    readonly "application/json": components["schemas"]["CheckedWorkbook"];
                };
            };
        };
    };
    readonly InboxController_list: {
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
                    readonly "application/json": components["schemas"]["InboxPage"];
                };
            };
        };
    };
    readonly InboxController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReadForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly until: string;
                    };
                };
            };
        };
    };
    readonly OperationController_read: {
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
                        readonly services: readonly components["schemas"]["ServiceOperation"][];
                    };
                };
            };
        };
    };
    readonly HelpController_read: {
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
                    readonly "application/json": components["schemas"]["ProcedureView"];
                };
            };
        };
    };
    readonly HelpController_diagram: {
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
                content?: never;
            };
        };
    };
    readonly FiltersController_list: {
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
                        readonly lines: readonly components["schemas"]["SavedFilter"][];
                    };
                };
            };
        };
    };
    readonly FiltersController_keep: {
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
                readonly "application/json": components["schemas"]["SavedFilterForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly kept: true;
                    };
                };
            };
        };
    };
    readonly FiltersController_forget: {
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
                        /** @enum {boolean} */
                        readonly forgotten: true;
                    };
                };
            };
        };
    };
    readonly DraftsController_list: {
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
                            readonly name: string;
                            readonly savedAt: null | string;
                        }[];
                    };
                };
            };
        };
    };
    readonly DraftsController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
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
                    readonly "application/json": components["schemas"]["Draft"];
                };
            };
        };
    };
    readonly DraftsController_keep: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DraftForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly kept: true;
                    };
                };
            };
        };
    };
    readonly DraftsController_discard: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
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
                        /** @enum {boolean} */
                        readonly discarded: true;
                    };
                };
            };
        };
    };
    readonly TrainingController_list: {
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
                    readonly "application/json": components["schemas"]["TrainingView"];
                };
            };
        };
    };
    readonly TrainingController_begin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly exercise: string;
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
                    readonly "application/json": components["schemas"]["BegunExercise"];
                };
            };
        };
    };
    readonly WordsController_words: {
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
                    readonly "application/json": components["schemas"]["Words"];
                };
            };
        };
    };
    readonly WordsController_ofBody: {
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
                            readonly id: string;
                            readonly body: string;
                            readonly role: string;
                            readonly isAssignable: boolean;
                        }[];
                    };
                };
            };
        };
    };
    readonly PublicController_foresee: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FactsForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Foreseen"];
                };
            };
        };
    };
    readonly PublicController_profile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly PublicController_file: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly PublicController_status: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReceiptForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportView"];
                };
            };
        };
    };
}
