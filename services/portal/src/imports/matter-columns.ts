import { factLabels, register, unknowable, unknownLabel } from '@lianxi/jurisdiction';
import type { Label } from '@lianxi/casework';

type Codes = Readonly<Record<string, Label>>;

/** A column of the sheet: where its value goes in a filing's form, and what may be written. */
export interface MatterColumn {
  readonly path: string;
  readonly label: Label;
  readonly required?: true;
  readonly type: 'text' | 'day' | 'code' | 'codes';
  /** What a code is called in the sheet; either language or the code itself is understood. */
  readonly codes?: Codes;
}

const text = (path: string, zh: string, en: string, required = false): MatterColumn => ({
  path,
  label: { zh, en },
  type: 'text',
  ...(required ? { required: true } : {}),
});
const none: Label = { zh: '无', en: 'None' };
const bodies: Codes = Object.fromEntries(register.bodies.map(({ id, names }) => [id, names]));
const asked = [
  'kind',
  'fields',
  'unit.kind',
  'unit.educationSystem',
  'unit.affiliation',
  'funding',
  'fundManager',
  'aiStage',
  'suspect',
  'major',
  'inProject',
  'listedItem',
] as const;
const always: readonly string[] = ['kind', 'fields', 'unit.kind', 'unit.educationSystem', 'unit.affiliation', 'funding'];

function fact(name: (typeof asked)[number]): MatterColumn {
  const isBody = name === 'unit.affiliation' || name === 'fundManager';
  const codes: Codes = {
    ...factLabels[name].codes,
    ...(isBody ? { '-': none, ...bodies } : {}),
    ...((unknowable as readonly string[]).includes(name) ? { unknown: unknownLabel } : {}),
  };
  return {
    path: `facts.${name}`,
    label: factLabels[name].label,
    type: name === 'fields' ? 'codes' : 'code',
    codes,
    ...(always.includes(name) ? { required: true } : {}),
  };
}

export const sheetName = '事项 Matters';

/** What an officer files for others, a row each: as on the page for one. */
export const matterColumns: readonly MatterColumn[] = [
  {
    path: 'onBehalf.channel',
    label: { zh: '来源', en: 'How it came in' },
    type: 'code',
    required: true,
    codes: {
      letter: { zh: '来信', en: 'Letter' },
      call: { zh: '来电', en: 'Call' },
      visit: { zh: '来访', en: 'Visit' },
      'other-authority': { zh: '其他机关转来', en: 'From another authority' },
    },
  },
  { path: 'onBehalf.receivedOn', label: { zh: '收到日期', en: 'Received on' }, type: 'day', required: true },
  text('onBehalf.givenBy', '提供者', 'Given by', true),
  text('onBehalf.note', '记录', 'Note', true),
  text('report.title', '标题', 'Title', true),
  text('report.text', '内容', 'What happened', true),
  text('report.unitName', '涉及单位', 'Unit concerned'),
  text('report.partyName', '涉及人员', 'Person concerned'),
  text('report.place', '地点', 'Place'),
  text('report.time', '时间', 'Time'),
  ...asked.map(fact),
  text('report.contact.name', '联系人姓名', 'Contact: name'),
  text('report.contact.phone', '联系人电话', 'Contact: telephone'),
];
