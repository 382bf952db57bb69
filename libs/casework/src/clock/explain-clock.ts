import { legalDayOf } from '../calendar/working-calendar';
import { findClause } from '../tables/clauses';
import type { ClockReading } from './read-clock';

const units = { 'calendar-day': { zh: '日', en: 'calendar days' }, 'working-day': { zh: '个工作日', en: 'working days' }, hour: { zh: '小时', en: 'hours' } } as const;
const happened = {
  started: { zh: '起算', en: 'started' }, paused: { zh: '暂停', en: 'paused' }, resumed: { zh: '恢复', en: 'resumed' },
  extended: { zh: '延长', en: 'extended' }, met: { zh: '已办结', en: 'met' }, cancelled: { zh: '取消', en: 'cancelled' },
} as const;

/** A clock in plain sentences: its period and clause, what happened to it, when it is due and what is not confirmed. */
export function explainClock(reading: ClockReading, language: 'zh' | 'en'): string[] {
  const { rule, ledger, dueOn, provisional } = reading;
  const clause = findClause(rule.clause);
  const source = clause ? `${clause.instrument[language]} ${clause.section}` : rule.clause;
  const zh = language === 'zh';
  return [
    zh ? `${rule.label.zh}：${rule.amount}${units[rule.unit].zh}，次日起算。依据：${source}${rule.legal ? '' : '（本机关自定期限）'}`
      : `${rule.label.en}: ${rule.amount} ${units[rule.unit].en}, counted from the next day. Basis: ${source}${rule.legal ? '' : ' (set by the office itself)'}`,
    ...ledger.map((entry) => `${legalDayOf(entry.at)} ${happened[entry.kind][language]}${entry.kind === 'extended' ? ` +${entry.by}` : ''}`),
    zh ? `到期日：${dueOn}` : `Due on ${dueOn}`,
    ...(provisional ? [zh ? '到期年份的放假安排尚未公布，日期可能变动' : "That year's holiday notice is not published: the day may move"] : []),
    ...(rule.confirmed ? [] : [zh ? `此期限尚待确认${rule.unsure ? `（${rule.unsure}）` : ''}` : `This period is not confirmed${rule.unsure ? ` (${rule.unsure})` : ''}`]),
  ];
}
