import type { BodyId } from './body';
import type { Register } from './register';

/** How a body signs its letters, and what stands before their numbers. Neither was found in print, so each is marked as not confirmed (U24). */
export interface LetterMark {
  readonly issuer: string;
  readonly mark: string;
  readonly confirmed: boolean;
}

const marks: Readonly<Record<BodyId, readonly [issuer: string, mark: string]>> = {
  'bj-stc': ['北京市科学技术委员会、中关村科技园区管理委员会', '京科伦'],
  'bj-eit': ['北京市经济和信息化局', '京经信伦'],
  'bj-health': ['北京市卫生健康委员会', '京卫伦'],
  'bj-agri': ['北京市农业农村局', '京农伦'],
  'bj-edu': ['北京市教育委员会', '京教伦'],
  'bj-joint-office': ['北京市科技伦理联席会议办公室', '京伦联办'],
  'sz-sti': ['深圳市科技创新局', '深科伦'],
  'sz-iit': ['深圳市工业和信息化局', '深工信伦'],
  'sz-edu': ['深圳市教育局', '深教伦'],
  'sz-health': ['深圳市卫生健康委员会', '深卫伦'],
  'sz-amr': ['深圳市市场监督管理局', '深市监伦'],
  'sz-coordination-office': ['深圳市科技伦理协调机制办公室', '深伦协办'],
};

/** A body whose mark nobody noted yet has its city's, and its own name as the register has it. */
export function letterMarkOf(register: Register, body: BodyId): LetterMark {
  const [issuer, mark] = marks[body] ?? [];
  if (issuer !== undefined && mark !== undefined) return { issuer, mark, confirmed: false };
  const known = register.findBody(body);
  const city = register.cities.find(({ id }) => id === known?.city);
  return { issuer: known?.names.zh ?? body, mark: `${city?.referenceMark ?? ''}(${body.split('-').slice(1).join('-')})`, confirmed: false };
}
