import { mayOpenSealed, type NamedPerson } from '@lianxi/casework';
import { type Actor, type CaseRow, type Tx } from '@lianxi/chassis';
import { instant } from '../cases/case-columns';
import { partsOf } from '../cases/read-rows';
import { closedToBody } from '../recusal/recused-bodies';

export type NamedRow = NamedPerson & { readonly since: string };

const holdsPost = `EXISTS (SELECT 1 FROM posts p WHERE p.id = n.post AND p.person = n.person AND p.valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date
  AND (p.valid_until IS NULL OR p.valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date))`;

/** Who is or was named on a case, and whether each still holds the post in which they were. */
export const namedOn = (tx: Tx, caseId: string): Promise<NamedRow[]> =>
  tx.rows<NamedRow & Record<string, unknown>>(
    'named-on-case',
    `
  SELECT n.person, n.post, n.body, ${instant('n.since')}, ${instant('n.until')},
         ${holdsPost} AS "inOffice"
  FROM named_people n WHERE n.case_id = $1 ORDER BY n.since, n.post`,
    [caseId],
  );

/** Whether the actor may know of the case: the body has a part in it, neither it nor the person is recused, and of a sealed one they are named. Row-level security says the same without being asked. */
export async function mayKnow(tx: Tx, row: Marked, actor: Actor): Promise<boolean> {
  return (await partsKnown(tx, row, actor)).length > 0;
}

/** The parts in which the actor knows of the case; none where it is as if it were not there. */
export async function partsKnown(tx: Tx, { id, mark }: Marked, actor: Actor): Promise<string[]> {
  const parts = (await partsOf(tx, id, actor.body, actor.person)).map(({ part }) => part);
  return mark !== 'sealed' || parts.length === 0 || mayOpenSealed(await namedOn(tx, id), actor) ? parts : [];
}

interface Marked {
  readonly id: string;
  readonly mark: CaseRow['mark'];
}

/** The same as a condition on a list: `mark` and `caseId` are columns; the parameters of {@link readerValues} begin at `$first`. */
export const knownTo = (mark: string, caseId: string, first: number): string => {
  const [body = '', post, person = '', role] = [0, 1, 2, 3].map((place) => `$${first + place}::text`);
  return `(${caseId} <> ALL (ARRAY(SELECT r.case_id FROM recusals r WHERE r.person = ${person} UNION ALL ${closedToBody(body, person)})) AND (${mark} <> 'sealed' OR EXISTS (SELECT 1 FROM named_people n WHERE n.case_id = ${caseId} AND n.until IS NULL AND n.post = ${post} AND n.person = ${person})
    OR (${role} = 'head' AND NOT EXISTS (SELECT 1 FROM named_people n WHERE n.case_id = ${caseId} AND n.person = ${person} AND n.until IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM named_people n WHERE n.case_id = ${caseId} AND n.until IS NULL AND n.body = ${body} AND ${holdsPost}))))`;
};

export const readerValues = ({ body, post, person, role }: Actor): string[] => [body, post, person, role];
