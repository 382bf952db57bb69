import { refusalLabels, type Label } from '@lianxi/casework';

/** Why a case was not reassigned, by the code of its row: the kernel's refusals, and what only an order that goes on by itself meets. */
export const rowRefusals: Readonly<Record<string, Label>> = {
  ...refusalLabels,
  'not-found': { zh: '未找到该事项', en: 'No such case' },
  'no-post': { zh: '下达改派者已无有效岗位', en: 'Whoever ordered it holds no post any more' },
  'post-not-yours': { zh: '下达改派者已不在该岗位', en: 'Whoever ordered it does not hold that post any more' },
};
