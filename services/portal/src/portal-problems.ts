import { ProblemError, type Problem } from '@lianxi/chassis';

type Extra = Pick<Problem, 'field' | 'allowed' | 'details'>;
const kind =
  (status: number, code: string, zh: string, en: string) =>
  (extra: Extra = {}): ProblemError =>
    new ProblemError({ status, code, title: { zh, en }, ...extra });

/** What the portal itself refuses; everything a department's service refuses is passed on as it said it. */
export const portalProblems = {
  notSignedIn: kind(401, 'not-signed-in', '请先登录', 'Sign in first'),
  signInRefused: kind(401, 'sign-in-refused', '登录未完成，请重试', 'The sign-in was not completed: try again'),
  notFromHere: kind(403, 'not-from-here', '请求不是由本站页面发出的', 'The request does not come from a page of this site'),
  serviceUnknown: kind(404, 'service-unknown', '没有这个部门服务', 'There is no such service'),
  providerUnreachable: kind(
    503,
    'provider-unreachable',
    '登录服务暂时不可用，请稍后重试',
    'The sign-in provider cannot be reached: try again',
  ),
  serviceUnreachable: kind(
    503,
    'service-unreachable',
    '该部门的服务暂时不可用，请稍后重试',
    "That department's service cannot be reached: try again",
  ),
  tooManyDrafts: kind(409, 'too-many-drafts', '草稿过多，请先清理', 'Too many drafts: discard some first'),
  tooManyFilters: kind(409, 'too-many-filters', '保存的筛选过多，请先删除', 'Too many saved filters: remove some first'),
  uploadUnknown: kind(404, 'upload-unknown', '该文件的上传已失效，请重新选择文件', 'This upload is no longer here: choose the file again'),
  uploadElsewhere: kind(
    409,
    'upload-elsewhere',
    '上传的位置与已收到的不一致',
    'The upload goes on at another place: ask how much has arrived',
  ),
  uploadUnfinished: kind(409, 'upload-unfinished', '文件尚未传完', 'The file has not arrived whole yet'),
  tooManyUploads: kind(
    503,
    'too-many-uploads',
    '目前上传的文件过多，请稍后再试',
    'Too many files are being uploaded at present: try again later',
  ),
  protocolUnknown: kind(412, 'protocol-unknown', '上传协议版本不符', 'The upload must say Tus-Resumable: 1.0.0'),
  notFound: kind(404, 'not-found', '未找到', 'Not found'),
} as const;
