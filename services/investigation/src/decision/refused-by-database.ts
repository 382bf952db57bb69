import { refusalLabels } from '@lianxi/casework';
import type { ProblemMap } from '@lianxi/chassis';
import { problemMap } from '@lianxi/department';

const says = (error: unknown, constraint: string): boolean => (error as { constraint?: string } | undefined)?.constraint === constraint;

/** What the engine cannot see and the database refuses: somebody who stood in for a post is behind two steps of a decision. */
export const withThreePeople: ProblemMap = (error) =>
  says(error, 'a_decision_takes_three_people')
    ? { status: 409, code: 'same-person', field: 'act', title: refusalLabels['same-person'] ?? { zh: '', en: '' } }
    : problemMap(error);
