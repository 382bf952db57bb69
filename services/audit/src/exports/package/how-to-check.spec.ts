import { howToCheck } from './how-to-check';

const about = {
  export: 'e',
  log: { origin: 'lianxi.example/record', size: 9, root: '' },
  filter: { body: 'bj-health' },
  erased: { rows: 0, certificates: 0 },
};
const commands = (rows: number): string[] =>
  howToCheck({ ...about, rows })
    .split('\n')
    .filter((line) => line.startsWith('$ '));

describe('the page that tells how to check', () => {
  it('leads from a row to the signed hash', () => {
    expect(commands(3).some((line) => line.includes('rows.jsonl'))).toBe(true);
    expect(howToCheck({ ...about, rows: 3 })).toContain('5  The tiles give the hash');
  });

  it('asks for no row where none is in the package, and says so', () => {
    expect(commands(0).filter((line) => /rows\.jsonl|tile\//.test(line))).toEqual([]);
    expect(howToCheck({ ...about, rows: 0 })).toContain('没有符合条件的记录');
  });
});
