import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guards } from '../procedure/guards';
import { refusalLabels } from './refusal-labels';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(folder, entry.name))
      : entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts')
        ? [join(folder, entry.name)]
        : [],
  );

describe('every refusal of the kernel', () => {
  it('has words in both languages for each code that is thrown', () => {
    const thrown = filesUnder(join(__dirname, '../../../casework/src'))
      .filter((path) => !path.includes('check-procedure'))
      .flatMap((path) =>
        [
          ...readFileSync(path, 'utf8').matchAll(
            /(?:new (?:ActRefused|FormRefused|ClockLedgerRefused|ReferenceRefused)|super)\('([a-z-]+)'/g,
          ),
        ].map((match) => match[1] ?? ''),
      );
    expect(thrown).toEqual(
      expect.arrayContaining(['stale-version', 'stale-epoch', 'in-hand-over', 'held-elsewhere', 'clock-ledger', 'field-missing']),
    );
    const guardFiles = filesUnder(join(__dirname, '..'))
      .filter((path) => /guards\.ts$/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const guarded = [...guardFiles.matchAll(/when\(.*?, '([a-z-]+)'\)(?= \}|;|,\n)|return '([a-z]+-[a-z-]+)';/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    const engine = [...readFileSync(join(__dirname, '../procedure/engine.ts'), 'utf8').matchAll(/return '([a-z]+-?[a-z-]+)';/g)]
      .map((match) => match[1] ?? '')
      .filter((code) => code !== 'same');
    thrown.push(...guarded, ...engine);
    expect(new Set(thrown).size).toBeGreaterThan(15);
    expect([...new Set(thrown)].filter((code) => refusalLabels[code] === undefined)).toEqual([]);
    expect(Object.keys(guards).length).toBeGreaterThan(10);
  });

  it.each(Object.entries(refusalLabels))('%s is Chinese in Chinese and English in English', (_code, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});
