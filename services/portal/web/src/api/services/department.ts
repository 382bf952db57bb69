/** Written by `npm run api:describe` from the OpenAPI document of department. */
export interface paths {
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Is this service well, and if not, why */
        readonly get: operations["HealthController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 运行指标 Metrics for Prometheus */
        readonly get: operations["MetricsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/integrity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 完整性检查 What is looked for all the time, what was found, and what to do about it */
        readonly get: operations["IntegrityController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 未送达的消息及其时长 What is owed to whom, and for how long; the fifty oldest */
        readonly get: operations["DeliveriesController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/dead-letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 无法处理的消息 Messages that could not be handled, and how many wait behind each */
        readonly get: operations["DeadLettersController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/dead-letters/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 重新处理 Handle one again after its cause was mended */
        readonly post: operations["DeadLettersController_replay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 提交事项 File a matter
         * @description 任何人可提交；不得填写国家秘密。Anyone may file; state secrets must not be entered.
         */
        readonly post: operations["MattersController_file"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matters/on-behalf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 代为登记 File for a letter, a call, a visit or another authority */
        readonly post: operations["MattersController_fileOnBehalf"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/receipts/{receipt}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 凭回执查询 What became of a filing, by its receipt */
        readonly get: operations["MattersController_status"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 凭回执查看 How far a matter is, and what its reporter was asked */
        readonly get: operations["ReportersController_look"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 答复提问 Answer what was asked */
        readonly post: operations["ReportersController_answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports/additions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 补充内容 Add to the report */
        readonly post: operations["ReportersController_add"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports/objection": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 对不予受理提出异议 Object to a refusal, once and in its period */
        readonly post: operations["ReportersController_objectTo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports/papers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 补充材料 Add a file of at most 20 MB */
        readonly post: operations["ReportersController_addFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 本部门的填报项目 What this department asks in its form, and its checklist */
        readonly get: operations["ProfileController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 当前身份 Who I act as */
        readonly get: operations["CasesController_me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 工作列表 Worklists: mine, post, body, waiting, handed-on, overdue, watched */
        readonly get: operations["CasesController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists/{name}/count": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 工作列表数量 How many cases a worklist has */
        readonly get: operations["CasesController_count"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 事项详情 A case with its timeline, clocks, people, papers and the acts allowed now */
        readonly get: operations["CasesController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 办理 Do an act
         * @description 不得填写国家秘密。State secrets must not be entered.
         */
        readonly post: operations["CasesController_act"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/papers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 添加材料 Put a paper on the case */
        readonly post: operations["PapersController_add"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/papers/{paper}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 下载材料 Download a paper */
        readonly get: operations["PapersController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/papers/{paper}/sealed-for/{service}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 向接收部门移交材料 A paper, sealed for the service that took the case over */
        readonly get: operations["PapersController_sealed"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rescans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 重新扫描的进度 Orders to scan again, the latest first, with how many were looked at and what was found */
        readonly get: operations["RescansController_list"];
        readonly put?: never;
        /** 重新扫描已通过的材料 Scan again all papers of my city that had passed */
        readonly post: operations["RescansController_order"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 致本单位的函件 Letters to my unit, the latest first */
        readonly get: operations["LettersController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/letters/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 查阅函件 Open a letter; the first look is its receipt */
        readonly get: operations["LettersController_open"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/letters/{id}/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 答复 Answer
         * @description 不得填写国家秘密。State secrets must not be entered.
         */
        readonly post: operations["LettersController_act"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/letters/{id}/papers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提交材料 Send a paper with the answer */
        readonly post: operations["LettersController_add"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/letters/{id}/papers/{paper}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 下载材料 Download a paper that came with a letter */
        readonly get: operations["LettersController_paper"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matters/for-unit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 代表单位提交事项 File a matter for my unit */
        readonly post: operations["LettersController_file"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/document": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * 生成公文 An official letter, made from the record
         * @description The same letter gives the same bytes; once it was sealed they are compared with the hash on record.
         */
        readonly get: operations["DocumentsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/hand-overs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 待接收的移交 Transfers offered to my body */
        readonly get: operations["HandOversController_offers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/hand-overs/{id}/acts/{act}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 同意接收或退回 Accept or return an offered transfer */
        readonly post: operations["HandOversController_answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reassignments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 批量改派记录 Orders of my body, the latest first, with progress */
        readonly get: operations["ReassignmentsController_list"];
        readonly put?: never;
        /**
         * 批量改派 Give many cases to another post
         * @description Each case is then reassigned by itself, as the ordinary act; ask for progress and results.
         */
        readonly post: operations["ReassignmentsController_order"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reassignments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 进度 How far an order is */
        readonly get: operations["ReassignmentsController_progress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reassignments/{id}/rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 逐件结果 What became of each case: done, refused with the reason, or waiting */
        readonly get: operations["ReassignmentsController_rows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reminders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 期限提醒 Reminders that reached my post, or the one I stand in for */
        readonly get: operations["RemindersController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rule-changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * 规则修订后建议移交的事项 Open matters of my body that the changed rules give to another
         * @description Offer each by offer-transfer with the reason rules-changed; nothing moves by itself.
         */
        readonly get: operations["RuleChangesController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 本机关在办、逾期、即将到期和被退回数量 How many cases my body has open, overdue, due within seven days, and returned to it in ninety */
        readonly get: operations["CountsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * 事项变动 Which of the cases I may know of move on, as they do: a line of JSON each ({"position", "cases": [{"id", "version"}]})
         * @description Ends after four minutes; go on with `after`, the last position.
         */
        readonly get: operations["ChangesController_follow"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 查找事项 Cases I may know of, by number, title, unit or person, the newest first */
        readonly post: operations["SearchController_find"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/watch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 关注 Watch a case: the list "watched" says what is new since the last look */
        readonly post: operations["WatchController_watch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/unwatch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 取消关注 Watch it no longer */
        readonly post: operations["WatchController_unwatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}/alike": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 疑似重复事项 Open cases of my body with the same title, unit or reporter */
        readonly get: operations["DuplicatesController_alike"];
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
    readonly HealthController_read: {
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
    readonly MetricsController_read: {
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
    readonly IntegrityController_read: {
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
    readonly DeliveriesController_read: {
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
    readonly DeadLettersController_list: {
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
    readonly DeadLettersController_replay: {
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
    readonly MattersController_file: {
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
                readonly "application/json": components["schemas"]["FileMatterForm"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Filed"];
                };
            };
        };
    };
    readonly MattersController_fileOnBehalf: {
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
                readonly "application/json": components["schemas"]["FileOnBehalfForm"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Filed"];
                };
            };
        };
    };
    readonly MattersController_status: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly receipt: string;
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
    readonly ReportersController_look: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Sixteen digits */
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
                    readonly "application/json": components["schemas"]["ReportView"];
                };
            };
        };
    };
    readonly ReportersController_answer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Sixteen digits */
                readonly "x-lianxi-receipt": string;
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReporterText"];
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
    readonly ReportersController_add: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Sixteen digits */
                readonly "x-lianxi-receipt": string;
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReporterText"];
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
    readonly ReportersController_objectTo: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Sixteen digits */
                readonly "x-lianxi-receipt": string;
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReporterText"];
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
    readonly ReportersController_addFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Sixteen digits */
                readonly "x-lianxi-receipt": string;
                readonly "Idempotency-Key": string;
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
                    readonly "application/json": components["schemas"]["ReportView"];
                };
            };
        };
    };
    readonly ProfileController_read: {
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
                    readonly "application/json": components["schemas"]["ProfileView"];
                };
            };
        };
    };
    readonly CasesController_me: {
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
                        readonly post: string;
                        readonly body: string;
                        readonly role: string;
                        readonly city: string;
                        readonly forPost?: string;
                        /** @description Bodies in which this person, or the one acted for, holds any post: a signatory must have none in the office's host. */
                        readonly bodies: readonly string[];
                    };
                };
            };
        };
    };
    readonly CasesController_list: {
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
                    readonly "application/json": components["schemas"]["WorklistPage"];
                };
            };
        };
    };
    readonly CasesController_count: {
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
                    readonly "application/json": components["schemas"]["WorklistCount"];
                };
            };
        };
    };
    readonly CasesController_read: {
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
                    readonly "application/json": components["schemas"]["CaseView"];
                };
            };
        };
    };
    readonly CasesController_act: {
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
                readonly "application/json": components["schemas"]["ActForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActDone"];
                };
            };
        };
    };
    readonly PapersController_add: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description Fields kind, dated, origin, number and pages where they are known, version, epoch, and one file of at most 20 MB; 不得上传国家秘密 state secrets must not be uploaded */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": string;
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
    readonly PapersController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly paper: string;
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
    readonly PapersController_sealed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly paper: string;
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
    readonly RescansController_list: {
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
                        readonly lines: readonly components["schemas"]["Rescan"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly RescansController_order: {
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
                readonly "application/json": components["schemas"]["RescanForm"];
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
    readonly LettersController_list: {
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
                        readonly lines: readonly components["schemas"]["LetterLine"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly LettersController_open: {
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
                    readonly "application/json": components["schemas"]["LetterView"];
                };
            };
        };
    };
    readonly LettersController_act: {
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
                readonly "application/json": components["schemas"]["ActForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActDone"];
                };
            };
        };
    };
    readonly LettersController_add: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description Fields kind (reply), dated, origin, version, epoch, and one file of at most 20 MB; 不得上传国家秘密 state secrets must not be uploaded */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": string;
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
    readonly LettersController_paper: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly paper: string;
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
    readonly LettersController_file: {
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
                readonly "application/json": components["schemas"]["FileMatterForm"];
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
    readonly DocumentsController_read: {
        readonly parameters: {
            readonly query: {
                readonly as: "pdf" | "docx";
            };
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
    readonly HandOversController_offers: {
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
                    readonly "application/json": components["schemas"]["OffersPage"];
                };
            };
        };
    };
    readonly HandOversController_answer: {
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
                readonly "application/json": components["schemas"]["AnswerForm"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OfferAnswered"];
                };
            };
        };
    };
    readonly ReassignmentsController_list: {
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
                        readonly lines: readonly components["schemas"]["Reassignment"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly ReassignmentsController_order: {
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
                readonly "application/json": components["schemas"]["ReassignmentForm"];
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
    readonly ReassignmentsController_progress: {
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
                    readonly "application/json": components["schemas"]["Reassignment"];
                };
            };
        };
    };
    readonly ReassignmentsController_rows: {
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
                        readonly lines: readonly components["schemas"]["ReassignmentRow"][];
                        readonly next: null | number;
                    };
                };
            };
        };
    };
    readonly RemindersController_list: {
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
                        readonly lines: readonly components["schemas"]["Reminder"][];
                        readonly next: null | string;
                    };
                };
            };
        };
    };
    readonly RuleChangesController_list: {
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
                    readonly "application/json": components["schemas"]["RuleChangesPage"];
                };
            };
        };
    };
    readonly CountsController_read: {
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
                        /** @description Open cases whose next period ends within seven days, today included. */
                        readonly dueSoon: number;
                        /** @description How often other bodies gave a case back to this one in the last ninety days. */
                        readonly returned: number;
                        readonly body: string;
                    };
                };
            };
        };
    };
    readonly ChangesController_follow: {
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
    readonly SearchController_find: {
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
                    readonly "application/json": components["schemas"]["FoundPage"];
                };
            };
        };
    };
    readonly WatchController_watch: {
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
                        readonly caseId: string;
                        readonly watched: boolean;
                    };
                };
            };
        };
    };
    readonly WatchController_unwatch: {
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
                        readonly caseId: string;
                        readonly watched: boolean;
                    };
                };
            };
        };
    };
    readonly DuplicatesController_alike: {
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
                        readonly lines: readonly components["schemas"]["Alike"][];
                    };
                };
            };
        };
    };
}
