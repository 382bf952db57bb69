import type { CaseRow, Tx } from '@lianxi/chassis';
import { knownTo, readerValues } from '../sealed/named-people';
import { endedStatesSql } from '../cases/ended-states';
import type { Actor } from '@lianxi/chassis';

/** An open case that may be about the same thing, and what the two have in common; never the words themselves. */
export interface Alike extends Record<string, unknown> {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly alike: readonly ('title' | 'unit' | 'reporter')[];
}

/** Cases of the same holder that report the same title, unit or reporter; most alike first. */
export const findAlike = (tx: Tx, row: CaseRow, actor: Actor): Promise<Alike[]> =>
  tx.rows<Alike>(
    'cases-alike',
    `
  SELECT c.id, c.number, c.state, a.alike FROM cases_alike($5) a JOIN cases c ON c.id = a.case_id
  WHERE c.standing = 'holding' AND c.procedure = 'matter' AND c.state <> ALL (${endedStatesSql}) AND c.holder = $6 AND c.mark = $7 AND ${knownTo('c.mark', 'c.id', 1)}
  ORDER BY cardinality(a.alike) DESC, c.filed_at, c.id LIMIT 20`,
    [...readerValues(actor), row.id, row.holder, row.mark],
  );
