import { noHistory, rowHash, sealRow, type JournalRow } from './journal-row';

const row: Omit<JournalRow, 'hash'> = {
  id: '01936f00-0000-7000-8000-000000000001',
  city: 'beijing',
  case_id: '01936f00-0000-7000-8000-000000000002',
  version: 1,
  procedure: 'matter',
  act: 'file',
  from_state: null,
  to_state: 'received',
  clause: 'c',
  epoch: 1,
  body: 'bj-agri',
  post: null,
  for_post: null,
  recorded_at: '2026-11-21T00:00:00.000000Z',
  effective_at: '2026-11-21T00:00:00.000000Z',
  detail: { channel: 'web' },
  particulars: [],
};

describe('the hash of an act', () => {
  it('is the same for the same act in the same history', () => {
    expect(sealRow(noHistory, row).hash).toBe(rowHash(noHistory, { ...row }));
  });

  it('does not depend on the order in which fields were written down', () => {
    const turned = Object.fromEntries(Object.entries(row).reverse()) as unknown as typeof row;
    expect(rowHash(noHistory, turned)).toBe(rowHash(noHistory, row));
  });

  it.each(Object.keys(row) as (keyof typeof row)[])('changes when %s changes', (field) => {
    expect(rowHash(noHistory, { ...row, [field]: 'changed' } as typeof row)).not.toBe(rowHash(noHistory, row));
  });

  it('changes when the history before it changes', () => {
    expect(rowHash('1'.repeat(64), row)).not.toBe(rowHash(noHistory, row));
  });
});
