import { ProblemError, type Problem } from '@lianxi/chassis';

type Extra = Pick<Problem, 'field' | 'allowed' | 'details'>;
const kind = (status: number, code: string, zh: string, en: string) => (extra: Extra = {}): ProblemError => new ProblemError({ status, code, title: { zh, en }, ...extra });

/** What the portal itself refuses; everything a department's service refuses is passed on as it said it. */
export const portalProblems = {
  notSignedIn: kind(401, 'not-signed-in', '请先登录', 'Sign in first'),
  signInRefused: kind(401, 'sign-in-refused', '登录未完成，请重试', 'The sign-in was not completed: try again'),
  notFromHere: kind(403, 'not-from-here', '请求不是由本站页面发出的', 'The request does not come from a page of this site'),
  serviceUnknown: kind(404, 'service-unknown', '没有这个部门服务', 'There is no such service'),
  providerUnreachable: kind(503, 'provider-unreachable', '登录服务暂时不可用，请稍后重试', 'The sign-in provider cannot be reached: try again'),
  serviceUnreachable: kind(503, 'service-unreachable', '该部门的服务暂时不可用，请稍后重试', "That department's service cannot be reached: try again"),
  tooManyDrafts: kind(409, 'too-many-drafts', '草稿过多，请先清理', 'Too many drafts: discard some first'),
  tooManyFilters: kind(409, 'too-many-filters', '保存的筛选过多，请先删除', 'Too many saved filters: remove some first'),
  notFound: kind(404, 'not-found', '未找到', 'Not found'),
} as const;
