import type { Label } from '@lianxi/casework';

/** Something to practise: a matter of the learner's own body, and the acts that bring it to its end. */
export interface Exercise {
  readonly id: string;
  readonly title: Label;
  readonly lesson: Label;
  /** Acts of the table `matter`, in this order. */
  readonly acts: readonly string[];
}

export const exercises: readonly Exercise[] = [
  {
    id: 'take-in',
    acts: ['register', 'screen', 'accept'],
    title: { zh: '受理一件事项', en: 'Take a matter in' },
    lesson: {
      zh: '登记、初审、受理，并看各期限何时开始、何时停止。',
      en: 'Register it, look it through, accept it, and see when each period begins and ends.',
    },
  },
  {
    id: 'ask-for-more',
    acts: ['register', 'request-supplement', 'receive-supplement', 'screen', 'accept'],
    title: { zh: '材料不全，要求补正', en: 'Ask for what is missing' },
    lesson: {
      zh: '一次性告知需要补正的内容；等待补正时期限停止，收到后接着计算。',
      en: 'Name everything that is missing at once; the period rests while it is awaited and goes on when it came.',
    },
  },
  {
    id: 'recall-a-transfer',
    acts: ['register', 'offer-transfer', 'recall-offer'],
    title: { zh: '移送，再撤回', en: 'Offer a transfer and recall it' },
    lesson: {
      zh: '提出移送后本机关仍持有该事项，直到对方接收；发现送错时可以撤回。',
      en: 'Until the other body accepts, the matter stays with yours; an offer sent by mistake is recalled.',
    },
  },
  {
    id: 'from-first-to-last',
    acts: ['register', 'screen', 'accept', 'assign', 'begin-handling', 'conclude', 'archive'],
    title: { zh: '从收到到归档', en: 'From its arrival to the archive' },
    lesson: {
      zh: '由几个岗位依次办理：承办、审核、负责人各做自己能做的一步。',
      en: 'Several posts take turns: each does the step that is theirs.',
    },
  },
];
