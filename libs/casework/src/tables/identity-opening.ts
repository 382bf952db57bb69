import { checkProcedure } from '../procedure/check-procedure';
import type { Label } from '../procedure/label';
import type { Procedure } from '../procedure/procedure';

const custodians = { parts: ['office'], roles: ['identity-custodian'], clause: 'reporter-protection' } as const;
const courier = { parts: ['office'], roles: [], clause: 'reporter-protection', byCourier: true } as const;

/** How long the officer named may look, and how long custodians have to decide: the office's own practice. */
export const identityPeriods = { shownForHours: 1, decidedWithinDays: 7 } as const;

/** Why a reporter's identity may have to be known. */
export const openingReasons: readonly { readonly code: string; readonly label: Label }[] = [
  {
    code: 'verify-facts',
    label: { zh: '核实情况，凭回执联系不到提交人', en: 'To verify facts, where the reporter does not answer by the receipt' },
  },
  { code: 'protect-reporter', label: { zh: '保护提交人免受打击报复', en: 'To protect the reporter from retaliation' } },
  { code: 'false-accusation', label: { zh: '查处诬告陷害', en: 'To look into a false accusation' } },
  { code: 'required-by-law', label: { zh: '司法、监察机关依法调取', en: 'Called for by a court or supervisory organ under the law' } },
];

/** Whether the reporter is told that it was opened, and under which clause not. */
export const openingTellings: readonly { readonly code: string; readonly label: Label }[] = [
  { code: 'tell', label: { zh: '告知提交人', en: 'The reporter is told' } },
  {
    code: 'withheld',
    label: {
      zh: '不告知：告知将妨碍履行法定职责（个人信息保护法第三十五条）',
      en: 'Not told: it would hinder a statutory duty (Personal Information Protection Law, Art. 35)',
    },
  },
];

/** A reporter's identity is opened by two custodians, for one officer, for a limited time. */
export const identityOpening: Procedure = checkProcedure({
  id: 'identity-opening',
  label: { zh: '查看提交人身份', en: "Opening a reporter's identity" },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待两名保管员批准', en: 'Waiting for two custodians' }, owner: 'office' },
    'approved-once': { label: { zh: '一名保管员已批准', en: 'One custodian approved' }, owner: 'office' },
    open: { label: { zh: '可查看', en: 'Open to the officer named' }, owner: 'office' },
    ended: { label: { zh: '已关闭', en: 'Closed again' }, owner: 'office', final: true },
    refused: { label: { zh: '不予批准', en: 'Refused' }, owner: 'office', final: true },
    lapsed: { label: { zh: '逾期未批准，已失效', en: 'Not approved in time' }, owner: 'office', final: true },
  },
  acts: [
    {
      act: 'approve',
      label: { zh: '批准（交出本人保管的一半密钥）', en: "Approve (hand in one's half of the key)" },
      from: ['asked'],
      to: 'approved-once',
      ...custodians,
      guards: ['not-who-asked'],
      consequence: { zh: '还须另一名保管员批准', en: 'Another custodian must approve too' },
    },
    {
      act: 'approve',
      label: { zh: '批准（交出本人保管的一半密钥）', en: "Approve (hand in one's half of the key)" },
      from: ['approved-once'],
      to: 'open',
      ...custodians,
      guards: ['not-who-asked', 'approved-by-another'],
      consequence: { zh: '申请人可在限定时间内查看', en: 'The officer who asked can look, for a limited time' },
    },
    {
      act: 'refuse',
      label: { zh: '不予批准', en: 'Refuse' },
      from: ['asked', 'approved-once'],
      to: 'refused',
      ...custodians,
      form: [{ name: 'reasons', label: { zh: '理由', en: 'Reasons' }, type: 'text', required: true }],
    },
    { act: 'show', label: { zh: '申请人查看', en: 'Shown to the officer who asked' }, from: ['open'], to: 'same', ...courier },
    { act: 'end', label: { zh: '限定时间届满，关闭', en: 'The time is over: closed' }, from: ['open'], to: 'ended', ...courier },
    {
      act: 'lapse',
      label: { zh: '逾期未批准，失效', en: 'Not approved in time' },
      from: ['asked', 'approved-once'],
      to: 'lapsed',
      ...courier,
    },
  ],
});
