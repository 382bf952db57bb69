import { addCalendarDays, legalDayOf } from '@lianxi/casework';

/** Facts of plain matters, to be changed where a test is about one of them. */
export const aiMatter = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  city: 'beijing',
  kind: 'incident',
  fields: ['ai'],
  aiStage: 'research',
  unit: { kind: 'university', educationSystem: true, affiliation: 'moe' },
  funding: 'none',
  fundManager: null,
  receivedBy: 'bj-agri',
  ...change,
});

export const healthMatter = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  city: 'beijing',
  kind: 'incident',
  fields: ['human-life-medicine'],
  unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-health' },
  funding: 'none',
  fundManager: null,
  receivedBy: 'bj-agri',
  ...change,
});

/** A day that is still to come, also for a test that moves the clock by a month or two. */
export const dayToCome = addCalendarDays(legalDayOf(new Date(performance.timeOrigin).toISOString()), 200);

/** Today, as long as the test has not moved the clock. */
export const dayOfTest = addCalendarDays(dayToCome, -200);
