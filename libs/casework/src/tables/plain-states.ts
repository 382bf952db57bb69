import type { Label } from '../procedure/label';

/** How far a matter is, as whoever filed it is told: what it means for them, and no word of what was found. */
export const plainStates: Readonly<Record<string, Label>> = {
  received: { zh: '已收到，等待登记。', en: 'It has arrived and waits to be registered.' },
  registered: { zh: '已登记，正在初步审查是否受理。', en: 'It is registered; whether it is taken up is being looked at.' },
  screened: { zh: '已初步审查，正在决定是否受理。', en: 'It was looked at; whether it is taken up is being decided.' },
  'supplement-requested': { zh: '需要补充材料，补充后继续。', en: 'Something is missing; it goes on once that is there.' },
  accepted: { zh: '已受理，正在安排办理。', en: 'It is taken up; who works on it is being arranged.' },
  assigned: { zh: '已受理，已安排人员办理。', en: 'It is taken up and somebody was charged with it.' },
  handling: { zh: '正在办理。', en: 'It is being worked on.' },
  suspended: { zh: '办理暂时中止，条件具备后继续。', en: 'Work on it rests and will be taken up again.' },
  concluded: { zh: '已办结。', en: 'It is concluded.' },
  declined: { zh: '未予受理。', en: 'It was not taken up.' },
  objected: { zh: '未予受理；您的异议正在由另一人审查。', en: 'It was not taken up; somebody else is looking at your objection.' },
  forwarded: { zh: '已转送其他有权机关办理。', en: 'It was passed on to the authority it belongs to.' },
  voided: { zh: '此登记已作废，不再办理。', en: 'This entry was made in error and is not worked on.' },
  merged: { zh: '与另一事项反映的是同一情况，一并办理。', en: 'It is about the same thing as another matter and is handled with it.' },
  archived: { zh: '已办结并归档。', en: 'It is concluded and filed away.' },
};
