/** Written by `npm run api:describe` from the OpenAPI document of audit. */
export interface paths {
    readonly "/v1/check-page": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 核对页面 The page that checks a package in a browser, without a network */
        readonly get: operations["CheckPageController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/completeness": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 记录完整性 Is the record of every service whole, and if not, what is missing */
        readonly get: operations["CompletenessController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 导出列表 Exports, the newest first */
        readonly get: operations["ExportsController_list"];
        readonly put?: never;
        /** 申请导出审计记录 Ask for an export of the record */
        readonly post: operations["ExportsController_ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 导出进度 An export and how far it is */
        readonly get: operations["ExportsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/{id}/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批准、不予批准、重新生成 Approve, refuse, try again */
        readonly post: operations["ExportsController_decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/{id}/package": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 下载导出包 The package; the look is on the record before a byte leaves */
        readonly get: operations["ExportsController_download"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/holds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 审计冻结列表 What the auditors keep, or kept, from being erased */
        readonly get: operations["HoldsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/hold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 审计冻结 Whether the auditors keep a case from being erased, and what may be done */
        readonly get: operations["HoldsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/hold/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 冻结、提请解除、核准解除 Place a hold, propose to lift it, lift it */
        readonly post: operations["HoldsController_change"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 账本状况 Is every recorded row signed, by whom cosigned, how late, and does anything differ */
        readonly get: operations["LedgerController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 逐行核对 Compares every row with its leaf and its tile, from the first to the last */
        readonly post: operations["LedgerController_check"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ledger/checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 检查点 The newest signed checkpoint (C2SP tlog-checkpoint) */
        readonly get: operations["LedgerFilesController_checkpoint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ledger/tile/{level}/{path}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 哈希 A tile of hashes (C2SP tlog-tiles); bundles of entries are not served */
        readonly get: operations["LedgerFilesController_tile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/looks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 查阅记录 Who saw what of a case, refused attempts included */
        readonly get: operations["LooksController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/looks/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 公开监督查阅记录 Release the looks of inspecting posts to the body that holds the case */
        readonly post: operations["LooksController_release"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/acts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 查找行为与查阅 Acts and looks of every service, by case, post, body, kind and days, the latest first */
        readonly get: operations["SearchActsController_find"];
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
        readonly RecordFilter: {
            readonly caseId?: string;
            /** @description A post holder, by the post */
            readonly post?: string;
            readonly body?: string;
            /** @description A kind of act, or of look */
            readonly act?: string;
            /** @description First legal day */
            readonly from?: string;
            /** @description Last legal day */
            readonly until?: string;
        };
        readonly AskExportForm: {
            readonly filter: components["schemas"]["RecordFilter"];
            /** @enum {string} */
            readonly purpose: "inspection" | "complaint" | "court" | "archive" | "own-check";
            /** @description Free words; 不得填写国家秘密 State secrets must not be entered */
            readonly reasons?: string;
        };
        readonly DecideExportForm: {
            readonly version: number;
            readonly form: Record<string, never>;
        };
        readonly HoldForm: {
            readonly form: Record<string, never>;
        };
        readonly ReleaseForm: {
            readonly form: Record<string, never>;
        };
        readonly DossierCompiled: Record<string, never>;
        readonly Clause: {
            readonly id: string;
            readonly instrument: components["schemas"]["Label"];
            readonly section: string;
            readonly confirmed: boolean;
            readonly unsure?: string;
        };
        readonly ExportFilter: {
            readonly caseId?: string;
            /** @description A post holder, by the post. */
            readonly post?: string;
            readonly body?: string;
            /** @description Legal days, both included. */
            readonly from?: string;
            readonly until?: string;
            readonly act?: string;
        };
        readonly ExportView: {
            readonly id: string;
            readonly state: string;
            readonly stateLabel?: components["schemas"]["Label"];
            readonly version: number;
            readonly filter: components["schemas"]["ExportFilter"];
            readonly purpose: string;
            readonly purposeLabel?: components["schemas"]["Label"];
            readonly askedBy: {
                readonly post: string;
                readonly body: string;
            };
            readonly askedAt: string;
            readonly rows: {
                readonly done: number;
                readonly total: null | number;
            };
            readonly package: null | {
                readonly sha256: string;
                readonly bytes: number;
                readonly rowsSha256: null | string;
            };
            readonly failure: null | string;
            /** @description Whether it carries the texts and papers of its case, and whether they are still there. */
            readonly dossier: null | {
                readonly service: string;
                readonly number: null | string;
                readonly goneAt: null | string;
            };
            readonly acts: readonly components["schemas"]["OfferedAct"][];
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
        readonly FoundAct: {
            readonly post: null | string;
            readonly body: null | string;
            readonly forPost: null | string;
            readonly service: string;
            readonly id: string;
            readonly at: string;
            /** @enum {unknown} */
            readonly kind: "access" | "journal";
            readonly procedure: null | string;
            readonly act: string;
            readonly caseId: null | string;
            readonly from: null | string;
            readonly to: null | string;
            readonly leaf: null | number;
            readonly label?: components["schemas"]["Label"];
            readonly clause?: components["schemas"]["Clause"] | null | {
                readonly id: string;
            };
        };
        readonly HoldView: {
            readonly caseId: string;
            readonly state: string;
            readonly stateLabel?: components["schemas"]["Label"];
            readonly ground: null | string;
            readonly groundLabel?: components["schemas"]["Label"];
            readonly placedAt: null | string;
            readonly placedBy: null | string;
            /**
             * @description `kept` and `let-go` once the holder's own record says so; `on-its-way` until then; `erased` where it came too late.
             * @enum {unknown}
             */
            readonly atHolder: "erased" | "kept" | "let-go" | "on-its-way";
            readonly acts: readonly components["schemas"]["OfferedAct"][];
        };
        readonly Label: {
            readonly zh: string;
            readonly en: string;
        };
        readonly LedgerState: {
            readonly whole: boolean;
            readonly writer: components["schemas"]["WriterState"];
            readonly recorded: number;
            readonly leaves: number;
            readonly waiting: number;
            readonly oldestWaiting: null | number;
            readonly checkpoint: null | {
                readonly size: number;
                readonly signedAgo: number;
            };
            readonly cosignatures: readonly {
                readonly witness: string;
                readonly size: number;
                readonly cosignedAgo: number;
            }[];
            /** @description From arrival to the signed checkpoint, over the last 1,000 rows. */
            readonly delay: null | {
                readonly median: number;
                readonly p99: number;
            };
            /** @description Leaves found to differ between rows, leaves and tiles. */
            readonly changed: readonly number[];
            readonly lookedThrough: null | {
                readonly from: number;
                readonly until: number;
            };
        };
        readonly Look: {
            readonly id: string;
            readonly at: string;
            readonly look: string;
            readonly label?: components["schemas"]["Label"];
            readonly service: string;
            readonly post: null | string;
            readonly body: null | string;
            /** @description Until when the body that holds the case is not shown it; null for what it sees. Only auditors are told. */
            readonly hiddenUntil?: null | string;
            /** @description Whether the office said that so many days are its practice. */
            readonly daysConfirmed?: boolean;
        };
        readonly LooksPage: {
            readonly lines: readonly components["schemas"]["Look"][];
            readonly next: null | string;
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
        readonly ServiceRecord: {
            readonly service: string;
            readonly announced: number;
            readonly received: number;
            readonly missing: readonly number[];
            readonly unstamped: number;
            readonly oldestUnstamped: null | number;
            readonly silentFor: number;
            readonly restoredFrom: null | number;
        };
        readonly WriterState: {
            /** @enum {unknown} */
            readonly state: "off" | "refused" | "standing-by" | "starting" | "unreachable" | "waiting" | "writing";
            readonly code?: string;
            readonly reason?: string;
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
    readonly CheckPageController_read: {
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
    readonly CompletenessController_read: {
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
                        readonly complete: boolean;
                        readonly services: readonly components["schemas"]["ServiceRecord"][];
                    };
                };
            };
        };
    };
    readonly ExportsController_list: {
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
                        readonly lines: readonly components["schemas"]["ExportView"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly ExportsController_ask: {
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
                readonly "application/json": components["schemas"]["AskExportForm"];
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
    readonly ExportsController_read: {
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
                    readonly "application/json": components["schemas"]["ExportView"];
                };
            };
        };
    };
    readonly ExportsController_decide: {
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
                readonly "application/json": components["schemas"]["DecideExportForm"];
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
    readonly ExportsController_download: {
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
    readonly HoldsController_list: {
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
                        readonly lines: readonly components["schemas"]["HoldView"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly HoldsController_read: {
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
                    readonly "application/json": components["schemas"]["HoldView"];
                };
            };
        };
    };
    readonly HoldsController_change: {
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
                readonly "application/json": components["schemas"]["HoldForm"];
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
    readonly LedgerController_read: {
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
                    readonly "application/json": components["schemas"]["LedgerState"];
                };
            };
        };
    };
    readonly LedgerController_check: {
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
                        readonly whole: boolean;
                        readonly writer: components["schemas"]["WriterState"];
                        readonly recorded: number;
                        readonly leaves: number;
                        readonly waiting: number;
                        readonly oldestWaiting: null | number;
                        readonly checkpoint: null | {
                            readonly size: number;
                            readonly signedAgo: number;
                        };
                        readonly cosignatures: readonly {
                            readonly witness: string;
                            readonly size: number;
                            readonly cosignedAgo: number;
                        }[];
                        /** @description From arrival to the signed checkpoint, over the last 1,000 rows. */
                        readonly delay: null | {
                            readonly median: number;
                            readonly p99: number;
                        };
                        /** @description Leaves found to differ between rows, leaves and tiles. */
                        readonly changed: readonly number[];
                        readonly lookedThrough: null | {
                            readonly from: number;
                            readonly until: number;
                        };
                        readonly compared: number;
                    };
                };
            };
        };
    };
    readonly LedgerFilesController_checkpoint: {
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
    readonly LedgerFilesController_tile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly level: string;
                readonly "*": string;
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
    readonly LooksController_read: {
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
                    readonly "application/json": components["schemas"]["LooksPage"];
                };
            };
        };
    };
    readonly LooksController_release: {
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
                readonly "application/json": components["schemas"]["ReleaseForm"];
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
    readonly SearchActsController_find: {
        readonly parameters: {
            readonly query?: {
                readonly caseId?: string;
                /** @description A post holder, by the post */
                readonly post?: string;
                readonly body?: string;
                /** @description A kind of act, or of look */
                readonly act?: string;
                /** @description First legal day */
                readonly from?: string;
                /** @description Last legal day */
                readonly until?: string;
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
                    readonly "application/json": {
                        readonly lines: readonly components["schemas"]["FoundAct"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
}
