import { register, type Register } from '@lianxi/jurisdiction';
import type { CaseRow, LinkedWorkRow, NewDelivery, Particular, Tx } from '@lianxi/chassis';
import type { WorkReported } from '@lianxi/contracts';
import { designationRequest } from '../cases/holding';
import { askWork, type AskedWork } from './ask-work';
import { investigationAt } from './order-investigation';

export interface Following {
  readonly linkedWork: readonly LinkedWorkRow[];
  readonly deliveries: (journalId: string) => readonly NewDelivery[];
}

/** Under which Nest hands out what a service itself does when work that its cases asked for is reported. */
export const OWN_FOLLOWING = Symbol('OwnFollowing');

/** Done in the transaction that records the report, after the act: `row` is the case as that left it. */
export type OwnFollowing = (tx: Tx, row: CaseRow, work: LinkedWorkRow, report: WorkReported) => Promise<void>;

const nothing: Following = { linkedWork: [], deliveries: () => [] };

/** What an answer of the office sets going at the holder by itself. */
export function whatFollows(
  row: CaseRow,
  work: LinkedWorkRow,
  report: WorkReported,
  particulars: readonly Particular[],
  rules: Register,
  now: string,
): Following {
  const investigator = investigatorBy(row, work, report);
  if (investigator !== undefined)
    return following(
      row,
      investigationAt(row, investigator, work, { clause: report.clause, particulars: particulars.map(({ id }) => id) }, rules, now),
    );
  if (report.act === 'name-co-handler') return coHandlerNamed(row, report, particulars, rules, now);
  const isForTheOffice = report.act === 'uphold' || (report.act === 'answer-escalation' && report.codes['direction'] === 'designate');
  if (!isForTheOffice) return nothing;
  return { linkedWork: [], deliveries: (journalId) => [designationRequest(row, journalId, candidatesFor(row, work))] };
}

/** Whom the office named, or the holder that takes over from a unit; nobody, where the order was taken back meanwhile. */
function investigatorBy(row: CaseRow, work: LinkedWorkRow, { act, codes }: WorkReported): string | undefined {
  if (work.state === 'released') return undefined;
  return act === 'name-investigator' ? String(codes['investigator']) : act === 'take-over' ? row.holder : undefined;
}

function coHandlerNamed(row: CaseRow, report: WorkReported, particulars: readonly Particular[], rules: Register, now: string): Following {
  const body = String(report.codes['coHandler']);
  if (body === row.holder) return nothing;
  return following(
    row,
    askWork(
      row,
      {
        procedure: 'co-handling',
        toBody: body,
        field: 'coHandler',
        clause: report.clause,
        codes: report.codes,
        particulars: particulars.map(({ id }) => id),
      },
      rules,
      now,
    ),
  );
}

const following = (row: CaseRow, { work, delivery }: AskedWork): Following => ({
  linkedWork: [work],
  deliveries: (journalId) => [delivery(row, journalId)],
});

/** Whoever was in the dispute may be named; where nobody is known, or nobody was in one, the office may name any body of the city. */
function candidatesFor(row: CaseRow, work: LinkedWorkRow): string[] {
  const named = (work.subject['cause'] === 'body-recused' ? [] : (work.subject['candidates'] ?? [])) as string[];
  return named.filter((body) => register.hasDesk(body) && register.findBody(body)?.city === row.city);
}
