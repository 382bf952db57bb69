import { legalDayOf, type Instant, type LegalDay } from '../calendar/working-calendar';
import { findClause, type Clause } from '../tables/clauses';
import type { ClockEntry } from './check-ledger';
import { countingClause } from './clock-rules';
import type { CountStep } from './count-days';
import type { ClockReading } from './read-clock';

type Language = 'zh' | 'en';
type Unit = ClockReading['rule']['unit'];

const units = {
  'calendar-day': { zh: '日', en: 'calendar day' },
  'working-day': { zh: '个工作日', en: 'working day' },
  'calendar-month': { zh: '个月', en: 'calendar month' },
  hour: { zh: '小时', en: 'hour' },
} as const;
const happened = {
  started: { zh: '起算', en: 'started' },
  paused: { zh: '暂停计算', en: 'paused' },
  resumed: { zh: '恢复计算', en: 'resumed' },
  extended: { zh: '延长', en: 'extended by ' },
  met: { zh: '已办结', en: 'met' },
  cancelled: { zh: '取消', en: 'cancelled' },
} as const;

/** A clock in plain sentences: its period and clause, what happened to it, how its days were counted, when it is due and what is not confirmed. */
export function explainClock(reading: ClockReading, language: Language): string[] {
  const { rule, ledger, steps } = reading;
  return [
    periodLine(reading, language),
    ...ledger.map((entry) => entryLine(rule.unit, entry, language)),
    ...countLines(steps, language),
    dueLine(reading, language),
    ...metLines(reading, language),
    ...noticeLines(reading, language),
    ...unconfirmedLines(reading, language),
  ];
}

function periodLine({ rule }: ClockReading, language: Language): string {
  const clause = findClause(rule.clause);
  const basis = clause ? cite(clause, language) : rule.clause;
  const amount = amountText(rule.unit, rule.amount, language);
  if (language === 'zh')
    return `${rule.label.zh}：${amount}，${rule.unit === 'hour' ? '即时' : '次日'}起算。依据：${basis}${rule.legal ? '' : '（本机关自定期限）'}`;
  return `${rule.label.en}: ${amount}, counted from ${rule.unit === 'hour' ? 'that moment' : 'the next day'}. Basis: ${basis}${rule.legal ? '' : ' (set by the office itself)'}`;
}

function entryLine(unit: Unit, entry: ClockEntry, language: Language): string {
  const when = unit === 'hour' ? momentText(entry.at, language) : dayText(legalDayOf(entry.at), language);
  return `${when} ${happened[entry.kind][language]}${entry.kind === 'extended' ? amountText(unit, entry.by, language) : ''}`;
}

/** Only what somebody counting on a wall calendar might get wrong has a line of its own. */
function countLines(steps: readonly CountStep[], language: Language): string[] {
  const spoken = steps.filter(({ kind }) => kind !== 'moved');
  const [first, last] = [spoken[0], spoken.at(-1)];
  if (!first || !last) return [];
  const zh = language === 'zh';
  const days = (...kinds: CountStep['kind'][]): number =>
    steps.filter(({ kind }) => kinds.includes(kind)).reduce((sum, step) => sum + step.days, 0);
  const counted = days('counted', 'make-up');
  const line = (kind: CountStep['kind'], chinese: string, english: string): string[] =>
    days(kind) === 0 ? [] : [zh ? `${chinese}：${spans(steps, kind, 'zh')}` : `${english}: ${spans(steps, kind, 'en')}`];
  return [
    zh
      ? `自${dayText(first.from, 'zh')}至${dayText(last.to, 'zh')}，计入${counted}日`
      : `From ${first.from} to ${last.to}, ${plural(counted, 'day')} counted`,
    ...(days('weekend') === 0 ? [] : [zh ? `周末不计：${days('weekend')}日` : `Weekends not counted: ${plural(days('weekend'), 'day')}`]),
    ...line('holiday', '放假不计', 'Holidays not counted'),
    ...line('make-up', '调休上班计入', 'Make-up working days counted'),
    ...line('paused', '暂停期间不计', 'Not counted while paused'),
    ...movedLines(steps, last.to, language),
  ];
}

function movedLines(steps: readonly CountStep[], lastCounted: LegalDay, language: Language): string[] {
  const moved = steps.find(({ kind }) => kind === 'moved');
  if (!moved) return [];
  return [
    language === 'zh'
      ? `最后一日${dayText(lastCounted, 'zh')}为休息日，顺延至${dayText(moved.to, 'zh')}（${cite(countingClause, 'zh')}，待确认）`
      : `The last day, ${lastCounted}, is a day of rest: moved to ${moved.to} (${cite(countingClause, 'en')}, unconfirmed)`,
  ];
}

function dueLine({ rule, state, dueAt, dueOn }: ClockReading, language: Language): string {
  const when = rule.unit === 'hour' ? momentText(dueAt, language) : dayText(dueOn, language);
  if (state === 'paused')
    return language === 'zh'
      ? `暂停中，恢复后继续计算；若暂停当日即恢复，到期日为${when}`
      : `Paused: the rest runs on when resumed; had it been resumed on the same day, due on ${when}`;
  return language === 'zh' ? `到期日：${when}` : `Due on ${when}`;
}

function metLines({ state, metLate }: ClockReading, language: Language): string[] {
  if (state !== 'met') return [];
  if (metLate) return [language === 'zh' ? '逾期办结' : 'Met late'];
  return [language === 'zh' ? '按期办结' : 'Met in time'];
}

function noticeLines({ provisional, editions }: ClockReading, language: Language): string[] {
  const sources = editions.map(({ source }) => source).join(language === 'zh' ? '、' : ', ');
  return [
    ...(sources === '' ? [] : [language === 'zh' ? `放假安排依据：${sources}` : `Holidays by the notice ${sources}`]),
    ...(provisional
      ? [
          language === 'zh'
            ? '所涉年份的放假安排尚未公布，到期日可能变动'
            : 'A holiday notice for these days is not published yet: the due day may move',
        ]
      : []),
  ];
}

function unconfirmedLines({ rule }: ClockReading, language: Language): string[] {
  if (rule.confirmed) return [];
  return [
    language === 'zh'
      ? `此期限尚待确认${rule.unsure ? `（${rule.unsure}）` : ''}`
      : `This period is not confirmed${rule.unsure ? ` (${rule.unsure})` : ''}`,
  ];
}

const cite = ({ instrument, section }: Clause, language: Language): string =>
  `${instrument[language]}${language === 'zh' ? '' : ' '}${section}`;
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
const amountText = (unit: Unit, amount: number, language: Language): string =>
  language === 'zh' ? `${amount}${units[unit].zh}` : plural(amount, units[unit].en);

/** Days in letters are written with year, month and day and without leading zeros. */
function dayText(day: LegalDay, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${date}日` : day;
}

function momentText(at: Instant, language: Language): string {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${dayText(local.slice(0, 10), language)} ${local.slice(11, 16)}`;
}

function spans(steps: readonly CountStep[], kind: CountStep['kind'], language: Language): string {
  const texts = steps
    .filter((step) => step.kind === kind)
    .map(({ from, to }) =>
      from === to ? dayText(from, language) : `${dayText(from, language)}${language === 'zh' ? '至' : ' to '}${dayText(to, language)}`,
    );
  return texts.join(language === 'zh' ? '、' : ', ');
}
