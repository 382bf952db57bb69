import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../dist/web');
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
}
const chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;

/** A chunk and all that it cannot begin without. */
function needed(name: string, known = new Set<string>()): Set<string> {
  const chunk = chunks[name];
  if (!chunk || known.has(chunk.file)) return known;
  known.add(chunk.file);
  for (const each of chunk.imports ?? []) needed(each, known);
  return known;
}

describe('what a browser loads first', () => {
  const entry = Object.keys(chunks).find((name) => chunks[name]?.isEntry) ?? '';

  it.each([
    ['.gz', 'gzip'],
    ['.br', 'Brotli'],
  ])('for the desk is under 350 kB of JavaScript, compressed %s', (ending) => {
    const files = [...needed(entry)];
    expect(files.length).toBeGreaterThan(0);
    expect(files.reduce((sum, file) => sum + statSync(join(folder, `${file}${ending}`)).size, 0)).toBeLessThan(350_000);
  });

  it('holds no page but the desk: each of the others is loaded when it is opened', () => {
    for (const page of ['case/case-page', 'filing/filing-page', 'office/office-page', 'audit/audit-page'])
      expect(Object.keys(chunks).some((name) => name.endsWith(`${page}.tsx`))).toBe(true);
  });
});
