import { ActRefused, DomainError, FormRefused, HeldElsewhere, InHandOver, StaleEpoch, StaleVersion, type Label } from '@lianxi/casework';
import { FactRefused } from '@lianxi/jurisdiction';
import type { Problem, ProblemMap } from '@lianxi/chassis';

const titles: Readonly<Record<string, Label>> = {
  'unknown-act': { zh: '没有此项办理动作', en: 'There is no such act' },
  'wrong-part': { zh: '本机关在此事项中无此权限', en: 'Your body has no such part in this case' },
  'wrong-role': { zh: '您的岗位无权办理此项', en: 'Your post may not do this' },
  'wrong-state': { zh: '当前状态下不能办理此项', en: 'This cannot be done in the present state' },
  'interim-holder': { zh: '临时持有部门不能办理此项，须先确定牵头部门', en: 'An interim holder may not do this: the lead must be named first' },
  recused: { zh: '您已回避此事项', en: 'You are recused from this case' },
  'same-person': { zh: '须由另一人办理', en: 'Another person must do this' },
  'facts-unknown': { zh: '事实尚未补全', en: 'The facts are not complete' },
  'stale-version': { zh: '事项已被他人更新，请查看变动后重试', en: 'The case has changed since you read it' },
  'stale-epoch': { zh: '事项已移交，请刷新', en: 'The case has changed hands since you read it' },
  'in-hand-over': { zh: '事项正在移交中，暂不能办理', en: 'The case is being handed over: acts are refused until it has arrived' },
  'held-elsewhere': { zh: '事项已由其他部门办理', en: 'The case is held elsewhere' },
};
const refused: Label = { zh: '不能办理此项', en: 'This may not be done now' };
const formTitle: Label = { zh: '表单有误', en: 'The form is not right' };
const factTitle: Label = { zh: '事实填写有误', en: 'A fact is missing or not possible' };

const forbidden = new Set(['wrong-part', 'wrong-role', 'recused']);

/** The kernel's refusals as problems: who may not is 403, what cannot be now is 409, what is filled in wrongly is 400. */
export const problemMap: ProblemMap = (error): Problem | undefined => {
  if (error instanceof FactRefused) return { status: 400, code: error.code, title: factTitle, field: `facts.${error.fact}`, allowed: error.allowed };
  if (!(error instanceof DomainError)) return undefined;
  const { field, allowed, ...details } = error.details;
  const known = titles[error.code];
  const base = { code: error.code, details, ...(field === undefined ? {} : { field }), ...(allowed === undefined ? {} : { allowed }) };
  if (error instanceof FormRefused) return { ...base, status: 400, title: known ?? formTitle };
  if (error instanceof ActRefused && error.code === 'unknown-act') return { ...base, status: 404, title: known ?? refused };
  if (error instanceof ActRefused && forbidden.has(error.code)) return { ...base, status: 403, title: known ?? refused };
  if ([ActRefused, StaleEpoch, StaleVersion, InHandOver, HeldElsewhere].some((kind) => error instanceof kind)) return { ...base, status: 409, title: known ?? refused };
  return undefined;
};
