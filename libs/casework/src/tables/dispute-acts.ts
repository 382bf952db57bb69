import type { ActRow, FormField, Part, Role } from '../procedure/procedure';

const deciders: readonly Role[] = ['decider', 'head'];
const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });

/** What a holder does whom others gave the case back to: it consults with them, and what they do not settle in time goes to the office by itself. */
export const disputeActs = (open: readonly string[], parts: readonly Part[]): readonly ActRow[] => [
  {
    act: 'open-dispute',
    label: { zh: '启动争议协商', en: 'Open a dispute' },
    from: open,
    to: 'same',
    parts,
    roles: [...deciders, 'coordinator'],
    clause: 'designation-model',
    guards: ['was-returned', 'no-dispute-open', 'no-escalation-open'],
    clocks: [{ do: 'start', clock: 'dispute-consultation' }],
    form: [text('position', '本机关意见', "This body's position")],
    consequence: { zh: '协商期间由现办理机关继续负责', en: 'The present holder answers for the case throughout' },
  },
  {
    act: 'settle-dispute',
    label: { zh: '争议协商一致', en: 'Settle the dispute' },
    from: open,
    to: 'same',
    parts,
    roles: [...deciders, 'coordinator'],
    clause: 'designation-model',
    guards: ['dispute-open'],
    clocks: [{ do: 'meet', clock: 'dispute-consultation' }],
    form: [text('settlement', '协商结果', 'What was agreed')],
    consequence: { zh: '由本机关继续办理', en: 'This body goes on with the case' },
  },
  {
    act: 'refer-dispute',
    label: { zh: '协商期满，报请办公室协调', en: 'Not settled in time: to the office' },
    from: open,
    to: 'same',
    parts,
    roles: [],
    clause: 'designation-model',
    byCourier: true,
    byClock: 'dispute-consultation',
    effect: 'refer-dispute',
    clocks: [{ do: 'cancel', clock: 'dispute-consultation' }],
    consequence: {
      zh: '办公室须答复；答复前由现办理机关继续负责',
      en: 'The office must answer; until then the present holder answers for the case',
    },
  },
  {
    whileRecused: true,
    act: 'escalate',
    label: { zh: '报请办公室协调', en: 'Go to the office' },
    from: open,
    to: 'same',
    parts,
    roles: [...deciders, 'coordinator'],
    clause: 'designation-model',
    guards: ['facts-complete', 'no-escalation-open'],
    effect: 'escalate',
    clocks: [{ do: 'meet', clock: 'dispute-consultation' }],
    form: [
      {
        name: 'cause',
        label: { zh: '事由', en: 'Cause' },
        type: 'code',
        required: true,
        options: [
          { code: 'dispute', label: { zh: '职责争议', en: 'Dispute over competence' } },
          { code: 'no-answer', label: { zh: '有关机关逾期未答复', en: 'A body did not answer in time' } },
          { code: 'body-recused', label: { zh: '涉及本机关工作人员，须回避', en: 'It concerns our own staff' } },
          { code: 'other', label: { zh: '其他需协调事项', en: 'Other' } },
        ],
      },
      text('dossier', '情况与各方意见', 'Facts and positions'),
    ],
    consequence: {
      zh: '办公室须答复；答复前由现办理机关继续负责',
      en: 'The office must answer; until then the present holder answers for the case',
    },
  },
];
