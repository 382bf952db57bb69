import { when, type Guard } from '../procedure/guard';
import type { ActRow, Form, PastAct } from '../procedure/procedure';
import { isDoneBySame } from '../procedure/second-person';
import { enclosure } from '../tables/paper-kinds';

type Papers = readonly { readonly id: string; readonly kind: string }[];
const papersIn = ({ detail }: PastAct): Papers => (Array.isArray(detail['papers']) ? (detail['papers'] as Papers) : []);

export const isToAccused = (past: readonly PastAct[]): boolean =>
  past.some(({ act, detail }) => act === 'ask' && detail['side'] === 'accused');

/** The act by which an enclosure was put on the letter. */
const additionOf = (past: readonly PastAct[], paper: unknown): PastAct | undefined =>
  past.find((each) => each.act === 'add-paper' && papersIn(each).some(({ id, kind }) => id === paper && kind === enclosure.code));

/** Of a letter to the accused side, what would go along and nobody but who added it has looked through. A sealed scan that was compared was looked through. */
export function unclearedEnclosures(past: readonly PastAct[]): string[] {
  if (!isToAccused(past)) return [];
  const isCompared = past.some(({ act }) => act === 'confirm-seal');
  const cleared = past.flatMap(({ act, detail }) =>
    act === 'clear-enclosure' ? [detail['enclosure']] : act === 'present-sealed' && isCompared ? [detail['scan']] : [],
  );
  return past
    .filter(({ act }) => act === 'add-paper')
    .flatMap(papersIn)
    .filter(({ id, kind }) => kind === enclosure.code && !cleared.includes(id))
    .map(({ id }) => id);
}

/** Whom a report is about learns nothing of it from what is enclosed: two people look at each enclosure. */
export const enclosureGuards = {
  'enclosures-cleared': { refuse: ({ past }) => when(unclearedEnclosures(past).length > 0, 'enclosure-uncleared') },
  'enclosures-waiting': { refuse: ({ past }) => when(unclearedEnclosures(past).length === 0, 'nothing-to-clear') },
  'enclosure-to-clear': {
    readsForm: true,
    refuse: ({ past }, _standing, form: Form) => when(!unclearedEnclosures(past).includes(String(form['enclosure'])), 'nothing-to-clear'),
  },
  'cleared-by-another': {
    readsForm: true,
    refuse: ({ past }, { actor }, form: Form) => {
      const added = additionOf(past, form['enclosure']);
      return when(added !== undefined && isDoneBySame(added, actor), 'same-person');
    },
  },
} as const satisfies Readonly<Record<string, Guard>>;

export const clearEnclosure = (open: readonly string[]): ActRow => ({
  act: 'clear-enclosure',
  label: { zh: '核查附件', en: 'Clear an enclosure' },
  from: open,
  to: 'same',
  parts: ['holder'],
  roles: ['case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'],
  clause: 'reporter-protection',
  guards: ['enclosures-waiting', 'enclosure-to-clear', 'cleared-by-another'],
  form: [{ name: 'enclosure', label: { zh: '附件', en: 'Enclosure' }, type: 'paper', required: true }],
  consequence: {
    zh: '表示已逐页核对：不含举报内容，也看不出举报人是谁；核查前收函一方看不到该附件',
    en: 'Says that you read it through: nothing of the report is in it, nor who reported; until then the side written to does not see it',
  },
});
