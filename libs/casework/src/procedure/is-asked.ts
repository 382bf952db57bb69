import type { GuardFacts } from './procedure';

/** Whether another body still owes this case work of a kind. */
export const isAsked = ({ works }: GuardFacts, asked: string): boolean =>
  works.some(({ procedure, final }) => procedure === asked && !final);
