import { findActRow, type Label } from '@lianxi/casework';
import type { CaseRow, ClockRow, JournalRow, Tx } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { readingOf } from '../clocks/case-clocks';

/** Why a matter was not taken up, or where it went, as whoever reported it is told. */
export interface RefusalView {
  readonly act: 'decline' | 'forward';
  readonly at: string;
  readonly groundLabel: Label | undefined;
  readonly reasons: string;
  /** Of what was forwarded: to which authority. */
  readonly toBody: Label | undefined;
  /** The last day for an objection; null where none is possible any more. */
  readonly objectUntil: string | null;
  /** What was answered to an objection. */
  readonly answer: string | null;
}

/** What the reporter was told of the outcome. */
export interface ToldView {
  readonly at: string;
  readonly body: string | null;
  readonly text: string;
}

const shown = ['decline.reasons', 'forward.reasons', 'uphold-declining.reasons', 'take-up-after-objection.reasons', 'tell-reporter.told'];

type TextOf = (act: JournalRow | undefined) => string;

/** Read from the acts, and from nothing that was not written for the reporter to see. */
export async function whatIsTold(
  tx: Tx,
  { id, state }: CaseRow,
  acts: readonly JournalRow[],
  clocks: readonly ClockRow[],
): Promise<{ refusal: RefusalView | null; told: ToldView[] }> {
  const texts = await tx.rows<{ id: string; text: string }>(
    'told-to-reporter',
    `SELECT id, value #>> '{}' AS text FROM particulars WHERE case_id = $1 AND kind = ANY ($2)`,
    [id, shown],
  );
  const textOf: TextOf = (act) => texts.find((text) => act?.particulars.some((each) => each.id === text.id))?.text ?? '';
  const told = acts.filter(({ act }) => act === 'tell-reporter').map((act) => ({ at: act.recorded_at, body: act.body, text: textOf(act) }));
  return { refusal: refusalIn(acts, textOf, state === 'declined' ? clocks : []), told };
}

/** The last refusal, unless the matter was taken up again since. */
function refusalIn(acts: readonly JournalRow[], textOf: TextOf, clocks: readonly ClockRow[]): RefusalView | null {
  const place = acts.findLastIndex(({ procedure, act }) => procedure === 'matter' && (act === 'decline' || act === 'forward'));
  const refused = acts[place];
  const since = acts.slice(place + 1);
  if (!refused || since.some(({ act }) => act === 'approve-reopen')) return null;
  const window = clocks.find(({ rule, state }) => rule === 'refusal-objection' && state === 'running');
  const answered = since.findLast(({ act }) => act === 'uphold-declining' || act === 'take-up-after-objection');
  return {
    act: refused.act as RefusalView['act'],
    at: refused.recorded_at,
    groundLabel: groundOf(refused),
    reasons: textOf(refused),
    toBody: register.findBody(String(refused.detail['toBody']))?.names,
    objectUntil: (window && readingOf(window)?.dueOn) ?? null,
    answer: answered ? textOf(answered) : null,
  };
}

const groundOf = ({ act, detail }: JournalRow): Label | undefined =>
  findActRow('matter', act)
    ?.form?.find(({ name }) => name === 'ground')
    ?.options?.find(({ code }) => code === detail['ground'])?.label;
