import { when, type Guard } from '../procedure/guard';
import type { PastAct, Standing, Subject } from '../procedure/procedure';
import { byTwo } from '../procedure/second-person';
import { findUnprintable } from './printable-text';

/** Whoever put the scan on the letter, or named it as the sealed one. */
function behindScan({ past }: Subject): PastAct[] {
  const presented = past.findLast(({ act }) => act === 'present-sealed');
  const added = past.filter(({ act, detail }) => act === 'add-paper' && isOf(detail['papers'], presented?.detail['scan']));
  return [...(presented ? [presented] : []), ...added];
}

const isOf = (papers: unknown, id: unknown): boolean => Array.isArray(papers) && papers.some((paper: { id?: unknown }) => paper.id === id);

function isBehindScan(subject: Subject, { actor }: Standing): boolean {
  const posts = [actor.post, actor.forPost].filter((post) => post !== undefined);
  return behindScan(subject).some(
    ({ person, post, forPost }) =>
      person === actor.person ||
      (person !== undefined && person === actor.forPerson) ||
      posts.some((each) => each === post || each === forPost),
  );
}

const texts = ['subject', 'addressee', 'body', 'enclosures', 'copyTo'];

/** An official letter is drafted, checked and signed off by three people, and what was sealed is compared by somebody who did not bring it. */
export const documentGuards = {
  'other-than-drafter': byTwo('draft-document'),
  'other-than-checker': byTwo('check-document'),
  'compared-by-another': { refuse: (subject, standing) => when(isBehindScan(subject, standing), 'same-person') },
  'scan-on-letter': {
    readsForm: true,
    refuse: ({ facts }, _standing, { scan }) =>
      when(scan !== undefined && scan !== null && !facts.papers.includes(String(scan)), 'paper-not-on-case'),
  },
  printable: {
    readsForm: true,
    refuse: (_subject, _standing, form) =>
      when(
        texts.some((name) => findUnprintable(String(form[name] ?? '')) !== undefined),
        'text-not-printable',
      ),
  },
} as const satisfies Readonly<Record<string, Guard>>;
