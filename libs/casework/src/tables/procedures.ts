import { auditHold } from './audit-hold';
import { designation } from './designation';
import { edition } from './edition';
import { exportOfRecord } from './export';
import { linkedWork } from './linked-work';
import { handOver } from './hand-over';
import { identityOpening } from './identity-opening';
import { inspection } from './inspection';
import { matter } from './matter';
import type { Label } from '../procedure/label';
import type { ActRow, Procedure } from '../procedure/procedure';

/** Every procedure this build knows; each was checked when it was loaded. */
export const procedures: readonly Procedure[] = [
  matter,
  handOver,
  designation,
  edition,
  ...linkedWork,
  exportOfRecord,
  inspection,
  auditHold,
  identityOpening,
];

/** Acts that open a case or that a clock does: on the record, but in no table's row. */
const beyondTables: Readonly<Record<string, Label>> = {
  'edition propose': { zh: '提出规则版本', en: 'Edition proposed' },
  'matter file': { zh: '提交', en: 'Filed' },
  'identity-opening ask': { zh: '申请查看身份', en: 'Asked for' },
  'export ask': { zh: '申请导出', en: 'Export asked for' },
  'reassignment order': { zh: '批量改派', en: 'Many cases given to another post' },
  'reassignment finish': { zh: '批量改派完成', en: 'The last of many cases was given over or refused' },
  ...Object.fromEntries(
    linkedWork.flatMap(({ id }) => [
      [`${id} ask`, { zh: '提出', en: 'Asked' }],
      [`${id} follow`, { zh: '主办机关变更', en: 'Another body leads now' }],
      [`${id} note-authority-staff`, { zh: '被反映人所在机关整体回避', en: 'The authority whose staff it concerns is recused' }],
      [`${id} follow-mark`, { zh: '办理标识随主办机关调整', en: 'Marked as the case that asked' }],
    ]),
  ),
  'investigation notify-appeal-result': { zh: '告知复查、复核结论', en: 'Told of the result of an appeal' },
  'investigation send-clearing-notices': {
    zh: '向执行过原决定的机关发出更正通知',
    en: 'Bodies that acted on the decision were told to put it right',
  },
  'measure open': { zh: '处理决定生效，措施开始', en: 'Opened as the decision took effect' },
  'matter follow-mark': { zh: '办理标识随现办理机关调整', en: 'Marked as where it is held now' },
  'matter follow-erasure': { zh: '随现办理机关销毁', en: 'Erased as where it was held last' },
  'matter take-in-duplicate': { zh: '重复事项并入', en: 'A duplicate was merged into this case' },
  'matter let-go-duplicate': { zh: '重复事项撤销并入', en: 'A duplicate was unmerged' },
  'watch watch': { zh: '关注', en: 'Watched' },
  'watch unwatch': { zh: '取消关注', en: 'No longer watched' },
  'post appoint-deputy': { zh: '确定代理人', en: 'A deputy was named' },
  'post end-deputy': { zh: '终止代理', en: 'Standing in was ended' },
  'post register-contact': { zh: '登记单位联系人', en: 'A contact of a unit was registered' },
  'post change-contact': { zh: '变更单位联系人', en: 'A contact of a unit was changed or ended' },
  'quarantine order-rescan': { zh: '要求重新扫描已通过的材料', en: 'Papers that had passed are to be scanned again' },
  'quarantine finish-rescan': { zh: '重新扫描完毕', en: 'All were scanned again' },
  'quarantine find-malware': {
    zh: '病毒扫描发现恶意程序，材料已隔离、不予提供',
    en: 'Malware was found in a paper, which is kept apart and given to nobody',
  },
  'clock remind': { zh: '期限提醒', en: 'Reminder of a period' },
  'clock fall-due': { zh: '期限届满', en: 'A period ran out' },
};

const byId = new Map(procedures.map((procedure) => [procedure.id, procedure]));

/** Throws for a procedure this build does not know: its rows must be handled by a newer one. */
export function getProcedure(id: string): Procedure {
  const procedure = byId.get(id);
  if (!procedure) throw new RangeError(`No procedure ${id} is known to this build.`);
  return procedure;
}

/** What people call an act or a state of a procedure; undefined for what only the record knows. */
export const findActRow = (procedure: string, act: string): ActRow | undefined => byId.get(procedure)?.acts.find((row) => row.act === act);
export const actLabelOf = (procedure: string, act: string): Label | undefined =>
  findActRow(procedure, act)?.label ?? beyondTables[`${procedure} ${act}`];
export const stateLabelOf = (procedure: string, state: string | null): Label | undefined =>
  state === null ? undefined : byId.get(procedure)?.states[state]?.label;
