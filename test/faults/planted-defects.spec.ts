import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plantedDefects } from '../../deploy/embedded/src/faults/planted-defects';

const programs = join(__dirname, '../../dist');

describe.each(Object.entries(plantedDefects))('the mistake %s', (_name, { changes }) => {
  it.each(changes.map(([file, text]) => [file, text]))('can still be planted in %s', (file, text) => {
    expect(existsSync(join(programs, file))).toBe(true);
    expect(readFileSync(join(programs, file), 'utf8')).toContain(text);
  });
});
