import { appealEndings, appeals } from '../appeal/appeal-guards';
import { when, type Guard } from '../procedure/guard';
import type { PastAct, Subject } from '../procedure/procedure';
import { byTwo } from '../procedure/second-person';

const resultOf = ({ past }: Subject): unknown => past.findLast(({ act }) => appealEndings.includes(act))?.detail['result'];
const outcomeOf = (past: readonly PastAct[]): unknown => past.findLast(({ act }) => act === 'propose-decision')?.detail['outcome'];
/** While something may still change it, nothing of a decision is made public. */
const mayChange = ({ past, facts }: Subject): boolean =>
  facts.works.some(({ procedure, final }) => appeals.includes(procedure) && !final) ||
  !past.some(({ act }) => act === 'end-recheck-window' || appealEndings.includes(act));

/** Why nothing of this kind may be made public of an investigation as it stands; undefined where it may. */
export function whyNotPublic(subject: Subject, kind: unknown): string | undefined {
  if (subject.facts.sealed === true) return 'sealed-off';
  if (mayChange(subject)) return 'decision-may-change';
  if (resultOf(subject) === 'revoked') return 'decision-revoked';
  const outcome = outcomeOf(subject.past);
  if (outcome === 'no-violation') return 'nothing-found';
  return when(kind === 'decision' && outcome !== 'serious', 'not-serious');
}

const isKind = (procedure: string): boolean => procedure === 'publication';

/** What is made public is written by one, looked at by two more, and never tells who somebody is. */
export const publicationGuards = {
  'may-be-public': { readsForm: true, refuse: (subject, _standing, { kind }) => whyNotPublic(subject, kind) },
  'not-published-before': {
    readsForm: true,
    refuse: ({ facts }, _standing, { kind }) =>
      when(
        facts.works.some(
          ({ procedure, state, subject }) =>
            isKind(procedure) && ['asked', 'drafted', 'checked', 'completed'].includes(state) && subject?.['kind'] === kind,
        ),
        'published-before',
      ),
  },
  'publications-settled': {
    refuse: (subject) =>
      when(
        subject.facts.works.some(({ procedure, final }) => isKind(procedure) && !final) ||
          (['changed', 'revoked'].includes(String(resultOf(subject))) && isOutdated(subject)),
        'publication-open',
      ),
  },
  'drafted-by-another': byTwo('draft-publication'),
  'checked-by-another': byTwo('check-publication'),
  'found-anonymous': { readsForm: true, refuse: (_subject, _standing, { anonymous }) => when(anonymous !== true, 'not-found-anonymous') },
} as const satisfies Readonly<Record<string, Guard>>;

/** Published before the appeal was decided, so what it says is not what was decided. */
function isOutdated({ past, facts }: Subject): boolean {
  const decided = past.findLastIndex(({ act }) => appealEndings.includes(act));
  const published = past.findLastIndex(({ act }) => act === 'publish');
  return published >= 0 && published < decided && facts.works.some(({ procedure, state }) => isKind(procedure) && state === 'completed');
}
