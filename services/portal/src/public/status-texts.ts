import type { Label } from '@lianxi/casework';

export type Language = 'zh' | 'en';

export const statusTexts = {
  title: { zh: '凭回执查询', en: 'Status by receipt' },
  receipt: { zh: '回执号（16 位数字）', en: 'Receipt (16 digits)' },
  ask: { zh: '查询', en: 'Look up' },
  holder: { zh: '现由其办理', en: 'It lies with' },
  state: { zh: '办理状态', en: 'State' },
  filed: { zh: '提交时间', en: 'Filed' },
  unknown: { zh: '没有找到这个回执。请核对 16 位数字。', en: 'This receipt is not known. Check its 16 digits.' },
  passing: { zh: '部分部门暂时无法查询，请稍后再试。', en: 'Some departments cannot be asked now: try again later.' },
  refused: { zh: '未能提交：', en: 'It was not taken in: ' },
  unavailable: { zh: '请稍后再试', en: 'Try again later' },
  sent: { zh: '已提交。', en: 'It was sent.' },
  told: {
    zh: '您留下的身份信息于 {at} 经两名保管员批准，由{body}查看。事由：{reason}',
    en: 'The identity you left was opened on {at}, with the approval of two custodians, for {body}. Why: {reason}',
  },
  toldLater: {
    zh: '暂时无法查询您的身份信息是否被查看，请稍后再试。',
    en: 'Whether your identity was opened cannot be told now: try again later.',
  },
  questions: { zh: '办理机关的提问', en: 'What you were asked' },
  askedBy: { zh: '{body}，{at}', en: '{body}, {at}' },
  answered: {
    zh: '您已答复（{at}）。为保护您，答复内容不再显示。',
    en: 'You answered on {at}. To protect you, the answer is not shown again.',
  },
  answer: { zh: '您的答复', en: 'Your answer' },
  sendAnswer: { zh: '提交答复', en: 'Send the answer' },
  addition: { zh: '补充内容', en: 'Add something' },
  sendAddition: { zh: '提交补充', en: 'Send it' },
  file: { zh: '补充材料（一个文件，不超过 20 MB）', en: 'Add a file (one, of at most 20 MB)' },
  sendFile: { zh: '提交材料', en: 'Send the file' },
  refusedOn: { zh: '不予受理（{at}）', en: 'Not taken up ({at})' },
  forwardedOn: { zh: '转送（{at}）', en: 'Passed on ({at})' },
  ground: { zh: '理由', en: 'Ground' },
  explanation: { zh: '说明', en: 'Reasons' },
  passedTo: { zh: '转送机关', en: 'Passed on to' },
  objectionAnswer: { zh: '对您异议的答复', en: 'The answer to your objection' },
  objection: {
    zh: '您可以在 {until} 前（含当日）提出异议，由另一人审查。异议理由',
    en: 'You may object until the end of {until}; somebody else then looks at it. Why you object',
  },
  sendObjection: { zh: '提出异议', en: 'Send the objection' },
  outcome: { zh: '告知您的结果', en: 'What you are told of the outcome' },
  toldBy: { zh: '{body}，{at}', en: '{body}, {at}' },
  noName: {
    zh: '不必写姓名或联系方式。办理机关只看到您写的内容。不得填写国家秘密。',
    en: 'You need not give a name or say how to reach you. The body sees what you write and nothing else. State secrets must not be entered.',
  },
  trace: {
    zh: '本页不保存任何内容。在公用电脑上用完请关闭窗口。',
    en: 'This page keeps nothing. On a shared computer, close the window afterwards.',
  },
  other: { zh: 'English', en: '中文' },
  product: { zh: '联席', en: 'Lianxi' },
  publications: { zh: '典型案例和处理决定公布', en: 'Typical cases and published decisions' },
  home: { zh: '举报与查询', en: 'Report and status' },
} as const satisfies Readonly<Record<string, Label>>;

export type StatusText = keyof typeof statusTexts;
