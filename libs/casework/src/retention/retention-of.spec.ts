import { retentionOf, type RetentionAct } from './retention-of';
import { readSchedule } from './retention-schedule';

const act = (name: string, from: string | null, to: string | null, on: string, detail: Record<string, unknown> = {}): RetentionAct => ({
  act: name,
  from,
  to,
  on,
  detail,
});
const archived = act('archive', 'concluded', 'archived', '2026-03-05');

describe('how long a case is kept', () => {
  it('is thirty years from the year after it ended, until its class is set', () => {
    expect(retentionOf([archived], 'archived', true)).toEqual({ class: '30y', until: '2056-12-31', confirmed: false });
  });

  it('follows the class set last', () => {
    const set = (code: string): RetentionAct => act('set-retention', 'archived', 'archived', '2026-03-06', { class: code });
    expect(retentionOf([archived, set('permanent'), set('10y')], 'archived', true).until).toBe('2036-12-31');
    expect(retentionOf([archived, set('10y'), set('permanent')], 'archived', true).until).toBeNull();
  });

  it('is counted anew when the case was opened again and ended again', () => {
    expect(
      retentionOf(
        [archived, act('approve-reopen', 'archived', 'handling', '2027-01-01'), act('archive', 'concluded', 'archived', '2029-12-31')],
        'archived',
        true,
      ).until,
    ).toBe('2059-12-31');
  });

  it("is what the organ's own schedule says for its kind, unless a class was set on it, and confirmed where the organ says so", () => {
    const schedule = readSchedule({ usual: '10y', kinds: { violation: 'permanent' }, confirmed: true });
    expect(retentionOf([archived], 'archived', true, 'enquiry', schedule)).toEqual({ class: '10y', until: '2036-12-31', confirmed: true });
    expect(retentionOf([archived], 'archived', true, 'violation', schedule)).toEqual({ class: 'permanent', until: null, confirmed: true });
    expect(
      retentionOf(
        [archived, act('set-retention', 'archived', 'archived', '2026-03-06', { class: '30y' })],
        'archived',
        true,
        'violation',
        schedule,
      ).until,
    ).toBe('2056-12-31');
  });

  it.each([{ usual: '5y' }, { kinds: { violation: 'long' } }, { kinds: [] }, { confirmed: 'yes' }, { years: 3 }])(
    'is not counted by a schedule that says %j',
    (given) => {
      expect(() => readSchedule(given as never)).toThrow(RangeError);
    },
  );

  it('has no end while the case is open, or of a class nobody knows', () => {
    expect(retentionOf([archived], 'handling', false).until).toBeNull();
    expect(
      retentionOf([archived, act('set-retention', 'archived', 'archived', '2026-03-06', { class: '5y' })], 'archived', true).until,
    ).toBeNull();
  });
});
