import { ProblemError, type Problem } from './problem';

type Extra = Pick<Problem, 'field' | 'allowed' | 'details'>;
const kind =
  (status: number, code: string, zh: string, en: string) =>
  (extra: Extra = {}): ProblemError =>
    new ProblemError({ status, code, title: { zh, en }, ...extra });

/** The problems the chassis itself answers with. */
export const problems = {
  malformedJson: kind(400, 'malformed-json', '请求内容不是有效的 JSON', 'The body is not valid JSON'),
  invalidText: kind(400, 'invalid-text', '文字含有不可接受的字符（空字节或无效编码）', 'The text holds a null byte or is not valid UTF-8'),
  formRefused: kind(400, 'form-refused', '表单有误', 'The form is not right'),
  idMalformed: kind(400, 'id-malformed', '编号格式不正确', 'The id is not a UUID'),
  keyMissing: kind(400, 'idempotency-key-missing', '缺少 Idempotency-Key 请求头', 'The Idempotency-Key header is missing or malformed'),
  postRequired: kind(400, 'post-required', '您有多个岗位，请选择以哪个岗位办理', 'You hold several posts: say which one you act in'),
  notSignedIn: kind(401, 'not-signed-in', '请先登录', 'Sign in first'),
  tokenRefused: kind(401, 'token-refused', '登录凭证无效或已过期', 'The access token is invalid or has expired'),
  noPost: kind(403, 'no-post', '您目前没有有效岗位', 'You hold no post at present'),
  postNotYours: kind(403, 'post-not-yours', '该岗位不是您的岗位', 'That post is not yours'),
  roleRefused: kind(403, 'role-refused', '您的岗位无权办理此事项', 'Your post may not do this'),
  notFound: kind(404, 'not-found', '未找到', 'Not found'),
  erased: kind(410, 'erased', '已依法销毁', 'It was erased by law; the certificate says when and on what ground'),
  notAnsweredYet: kind(409, 'not-answered-yet', '尚未全部查询完毕', 'Not everything has been answered yet: ask for progress'),
  documentDiffers: kind(
    409,
    'document-differs',
    '重新生成的公文与用印时的不一致，以卷内已用印文件为准',
    'The letter made anew is not the one that was sealed: what lies on the case as sealed is what counts',
  ),
  notReplayable: kind(409, 'not-replayable', '该消息无法解读，不能重新处理', 'These bytes are no message and cannot be handled again'),
  stillNotHandled: kind(
    409,
    'still-not-handled',
    '该消息仍无法处理，请先消除原因',
    'This message still cannot be handled: mend its cause first',
  ),
  tooLarge: kind(413, 'too-large', '内容过大', 'The content is too large'),
  mediaRefused: kind(415, 'media-refused', '不接受此类文件', 'This kind of content is not accepted'),
  keyReused: kind(
    422,
    'idempotency-key-reused',
    '同一 Idempotency-Key 已用于不同内容',
    'This Idempotency-Key was used with a different body',
  ),
  paperWaits: kind(
    503,
    'paper-in-quarantine',
    '材料正在等待病毒扫描，扫描通过前不提供',
    'The paper waits to be scanned for malware; until then nobody is given it',
  ),
  paperMalware: kind(
    403,
    'paper-malware',
    '材料中发现恶意程序，已隔离，不予提供',
    'Malware was found in this paper: it is kept apart and given to nobody',
  ),
  paperUnreachable: kind(
    503,
    'paper-unreachable',
    '材料存于原办理部门，暂时无法取得',
    'The paper lies with an earlier holder that cannot be reached now',
  ),
  tooMany: kind(429, 'too-many-requests', '请求过于频繁，请稍后再试', 'Too many requests: try again later'),
  unavailable: kind(503, 'unavailable', '服务暂时不可用，请稍后重试', 'The service cannot reach its database: try again'),
} as const;
