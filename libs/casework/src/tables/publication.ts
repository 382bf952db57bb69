import { checkProcedure } from '../procedure/check-procedure';
import { publicationActs } from '../publication/publication-acts';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';
import type { Procedure } from '../procedure/procedure';

const open = ['asked', 'drafted', 'checked'];

/** A typical case as a warning to others, or the decision itself where the law lets it be published. */
export const publication: Procedure = checkProcedure({
  id: 'publication',
  label: { zh: '公布', en: 'Publication' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待拟稿', en: 'To be written' }, owner: 'holder' },
    drafted: { label: { zh: '待审核', en: 'To be checked' }, owner: 'holder' },
    checked: { label: { zh: '待决定公布', en: 'To be decided' }, owner: 'holder' },
    completed: { label: { zh: '已公布', en: 'Published' }, owner: 'holder', final: true },
    lifted: { label: { zh: '已撤回', en: 'Withdrawn' }, owner: 'holder', final: true },
    refused: { label: { zh: '未公布', en: 'Left unpublished' }, owner: 'holder', final: true },
    released,
  },
  acts: [...publicationActs, ...recusalActs(open), release(open), ...everywhere(open, ['completed', 'lifted', 'refused', 'released'])],
});
