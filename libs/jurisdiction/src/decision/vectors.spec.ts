import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routeLine } from '../commands/route';

const file = (name: string): string => readFileSync(join(__dirname, '../../vectors', name), 'utf8');
const matters = JSON.parse(file('matters.json')) as { id: string }[];
const expected = file('expected.jsonl').trim().split('\n');

describe('the example matters and their answers', () => {
  it('are sixty, each with one answer', () => {
    expect(matters).toHaveLength(60);
    expect(expected).toHaveLength(60);
  });

  it.each(matters.map((matter, place) => [matter.id, matter, expected[place]] as const))(
    '%s is answered to the byte',
    (_id, matter, answer) => {
      const given = JSON.parse(routeLine(matter)) as Record<string, unknown>;
      const wanted = JSON.parse(answer ?? '') as Record<string, unknown>;
      if (wanted['error'] === undefined) expect(routeLine(matter)).toBe(answer);
      else expect(given).toMatchObject({ id: wanted['id'], error: { fact: (wanted['error'] as { fact: string }).fact } });
    },
  );
});
