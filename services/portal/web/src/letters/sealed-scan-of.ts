import type { CasePageView, PaperLine } from '../api/views';

/** Of a letter, the paper that was presented as signed and sealed, the latest where one was sent back. */
export function sealedScanOf({ timeline, papers }: Pick<CasePageView, 'timeline' | 'papers'>): PaperLine | undefined {
  const presented = timeline.findLast(({ act, procedure }) => procedure === 'letter' && act === 'present-sealed')?.detail['scan'];
  return papers.find(({ id }) => id === presented);
}
