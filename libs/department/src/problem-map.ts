import { ActRefused, ClockLedgerRefused, DomainError, FormRefused, refusalLabels, type Label } from '@lianxi/casework';
import { FactRefused } from '@lianxi/jurisdiction';
import type { Problem, ProblemMap } from '@lianxi/chassis';

const refused: Label = { zh: '不能办理此项', en: 'This may not be done now' };
const formTitle: Label = { zh: '表单有误', en: 'The form is not right' };
const factTitle: Label = { zh: '事实填写有误', en: 'A fact is missing or not possible' };

const forbidden = new Set(['wrong-part', 'wrong-role', 'recused']);

/** What the engine cannot see and the database refuses: somebody who stood in for a post is behind two steps. */
const stepsOfOnePerson = ['a_letter_takes_three_people', 'a_transfer_takes_two_and_their_head'];
const saidByDatabase = (error: unknown): boolean =>
  stepsOfOnePerson.includes((error as { constraint?: string } | undefined)?.constraint ?? '');

/** The kernel's refusals as problems: who may not is 403, what cannot be now is 409, what is filled in wrongly is 400. */
export const problemMap: ProblemMap = (error): Problem | undefined => {
  if (error instanceof FactRefused)
    return { status: 400, code: error.code, title: factTitle, field: `facts.${error.fact}`, allowed: error.allowed };
  if (saidByDatabase(error)) return { status: 409, code: 'same-person', field: 'act', title: refusalLabels['same-person'] ?? refused };
  if (!(error instanceof DomainError)) return undefined;
  const { field, allowed, ...details } = error.details;
  const known = refusalLabels[error.code];
  const base = { code: error.code, details, ...(field === undefined ? {} : { field }), ...(allowed === undefined ? {} : { allowed }) };
  if (error instanceof ClockLedgerRefused)
    return { ...base, field: details['why'] === 'backwards' ? 'form.effectiveOn' : 'act', status: 400, title: known ?? formTitle };
  if (error instanceof FormRefused) return { ...base, status: 400, title: known ?? formTitle };
  if (error instanceof ActRefused && error.code === 'unknown-act') return { ...base, status: 404, title: known ?? refused };
  if (error instanceof ActRefused && forbidden.has(error.code)) return { ...base, status: 403, title: known ?? refused };
  return { ...base, status: 409, title: known ?? refused };
};
