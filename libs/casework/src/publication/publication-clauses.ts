import type { Clause } from '../tables/clauses';

/** What making something public rests on. */
export const publicationClauses: readonly Clause[] = [
  {
    id: 'progress-112',
    instrument: { zh: '科学技术进步法', en: 'Law on progress of science and technology' },
    section: '第一百一十二条',
    confirmed: true,
  },
  {
    id: 'penalties-48',
    instrument: { zh: '行政处罚法（参照）', en: 'Administrative penalties law (as a model)' },
    section: '第四十八条',
    confirmed: false,
    unsure: 'U6',
  },
];
