/** Written by `npm run api:describe` from the OpenAPI document of vault. */
export interface paths {
    readonly "/v1/openings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 身份查看申请 Openings: for custodians those of the city, for officers their own */
        readonly get: operations["OpeningsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/openings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 申请详情 An opening, and for a custodian what the key is to open */
        readonly get: operations["OpeningsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/openings/{id}/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批准或不予批准 Approve, or refuse */
        readonly post: operations["OpeningsController_decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/openings/{id}/identity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 查看身份（限定时间，仅申请人）Look at the identity: only who asked, and only for a time */
        readonly post: operations["OpeningsController_show"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/told": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 凭回执查看身份是否被查看 Was the identity given with this report opened */
        readonly get: operations["ToldController_told"];
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
        readonly DecideOpeningForm: {
            readonly version: number;
            readonly form: Record<string, never>;
            /** @description With an approval: what the custodian's key opened, sealed to the vault */
            readonly share?: string;
        };
        readonly Challenge: {
            readonly opening: string;
            readonly vault: string;
            readonly shares: readonly {
                /** @description base64 of a libsodium sealed box. */
                readonly sealed: string;
                /** @description The two keys that open it together, `A+B`. */
                readonly pair: string;
                /** @description The custodian's key this half is sealed to. */
                readonly key: string;
            }[];
        };
        readonly Clause: {
            readonly id: string;
            readonly instrument: components["schemas"]["Label"];
            readonly section: string;
            readonly confirmed: boolean;
            readonly unsure?: string;
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
        readonly Identity: {
            readonly name?: string;
            readonly phone?: string;
            readonly email?: string;
            readonly address?: string;
            readonly idNumber?: string;
        };
        readonly Label: {
            readonly zh: string;
            readonly en: string;
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
        readonly OpeningLine: {
            readonly city: string;
            readonly id: string;
            readonly case_id: string;
            readonly state: string;
            readonly version: number;
            readonly asked_post: string;
            readonly asked_body: string;
            readonly reason: string;
            /** @enum {unknown} */
            readonly tell: "tell" | "withheld";
            readonly asked_at: string;
            readonly opened_at: null | string;
            readonly open_until: null | string;
        };
        readonly OpeningView: {
            readonly opening: components["schemas"]["OpeningLine"];
            /** @description Why the officer asks, in the officer's words; for custodians. */
            readonly reasons: null | string;
            readonly acts: readonly components["schemas"]["OfferedAct"][];
            /** @description For a custodian: the halves by the key they are sealed to, and whose key what is opened must be sealed to again. */
            readonly challenge: components["schemas"]["Challenge"] | null;
        };
        readonly ShownIdentity: {
            readonly identity: components["schemas"]["Identity"];
            readonly until: null | string;
        };
        readonly ToldOpening: {
            readonly at: string;
            readonly body: string;
            readonly reason?: components["schemas"]["Label"];
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
    readonly OpeningsController_list: {
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
                        readonly lines: readonly components["schemas"]["OpeningLine"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly OpeningsController_read: {
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
                    readonly "application/json": components["schemas"]["OpeningView"];
                };
            };
        };
    };
    readonly OpeningsController_decide: {
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
                readonly "application/json": components["schemas"]["DecideOpeningForm"];
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
    readonly OpeningsController_show: {
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
                    readonly "application/json": components["schemas"]["ShownIdentity"];
                };
            };
        };
    };
    readonly ToldController_told: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-lianxi-receipt": string;
            };
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
                    readonly "application/json": readonly components["schemas"]["ToldOpening"][];
                };
            };
        };
    };
}
