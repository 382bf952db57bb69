import {
  clockRules,
  findClause,
  procedures,
  roleLabels,
  type ActRow,
  type Clause,
  type Label,
  type Part,
  type Procedure,
  type ClockStep,
} from '@lianxi/casework';

/** Who an act is for, in words: what the body is to the case. */
const partLabels: Readonly<Record<Part, Label>> = {
  holder: { zh: '办理机关', en: 'The body that holds it' },
  'co-handler': { zh: '会办机关', en: 'A co-handling body' },
  'former-lead': { zh: '原办理机关', en: 'A body that held it before' },
  addressee: { zh: '收件方', en: 'Whom it is addressed to' },
  origin: { zh: '提出方', en: 'Who asked' },
  office: { zh: '联席会议办公室', en: 'The office of the joint meeting' },
  reporter: { zh: '举报人（凭回执）', en: 'The reporter, by the receipt' },
};
const courier: Label = { zh: '系统（收到消息或期限届满时）', en: 'The system, when a message arrives or a period ends' };

export interface ActView {
  readonly act: string;
  readonly label: Label;
  readonly from: readonly string[];
  /** A state, `same` or `resume`. */
  readonly to: string;
  readonly who: readonly Label[];
  readonly clause: Clause | undefined;
  readonly periods: readonly { readonly do: ClockStep['do']; readonly label: Label }[];
  readonly consequence: Label | undefined;
}

/** A procedure as help shows it: every state and every act, in words, from the very table that the services run. */
export interface ProcedureView {
  readonly id: string;
  readonly label: Label;
  readonly states: readonly {
    readonly state: string;
    readonly label: Label;
    readonly final: boolean;
    readonly period: Label | undefined;
  }[];
  readonly acts: readonly ActView[];
}

const periodOf = (rule: string): Label | undefined => Object.values(clockRules).find(({ id }) => id === rule)?.label;

/** Undefined for a procedure this build does not know. */
export function findProcedureView(id: string): ProcedureView | undefined {
  const procedure = procedures.find((each) => each.id === id);
  return procedure && viewOf(procedure);
}

const viewOf = ({ id, label, states, acts }: Procedure): ProcedureView => ({
  id,
  label,
  states: Object.entries(states).map(([state, { label: called, final, clock }]) => ({
    state,
    label: called,
    final: final ?? false,
    period: clock === undefined ? undefined : periodOf(clock),
  })),
  acts: acts.map(actView),
});

const actView = (row: ActRow): ActView => ({
  act: row.act,
  label: row.label,
  from: row.from,
  to: row.to,
  who: whoDoes(row),
  clause: findClause(row.clause),
  consequence: row.consequence,
  periods: (row.clocks ?? []).map((step) => ({ do: step.do, label: periodOf(step.clock) ?? { zh: step.clock, en: step.clock } })),
});

function whoDoes({ byCourier, byReporter, parts, roles }: ActRow): readonly Label[] {
  if (byCourier) return [courier];
  if (byReporter) return [partLabels.reporter];
  const called = roles.map((role) => roleLabels[role]);
  return parts.map((part) => ({
    zh: `${partLabels[part].zh}：${called.map(({ zh }) => zh).join('、')}`,
    en: `${partLabels[part].en}: ${called.map(({ en }) => en).join(', ')}`,
  }));
}
