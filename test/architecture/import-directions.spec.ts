import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { register } from '@lianxi/jurisdiction';

const root = join(__dirname, '../..');
const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory() ? filesUnder(path) : path.endsWith('.ts') ? [path] : [];
  });
const importsOf = (path: string): string[] =>
  [
    ...readFileSync(join(root, path), 'utf8').matchAll(
      /(?:^(?:import|export)\b[^;'"`]*?\bfrom|\bimport\(|\brequire\()\s*['"`]([^'"`]+)['"`]/gm,
    ),
  ].map((found) => found[1] ?? '');

const mayImport: Readonly<Record<string, readonly string[]>> = {
  casework: [],
  jurisdiction: [],
  contracts: [],
  ledger: [],
  checker: [],
  documents: [],
  chassis: ['contracts'],
  department: ['chassis', 'contracts', 'casework', 'jurisdiction', 'documents'],
};

describe('who may import whom', () => {
  it.each(Object.entries(mayImport))('libs/%s imports only what lies below it: %j', (lib, allowed) => {
    const strangers = filesUnder(`libs/${lib}/src`).flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('@lianxi/') && !allowed.includes(name.slice('@lianxi/'.length)))
        .map((name) => `${path} → ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  it.each(['casework', 'jurisdiction'])('libs/%s knows no framework, database or broker', (lib) => {
    const outside = filesUnder(`libs/${lib}/src`)
      .filter((path) => !path.endsWith('.spec.ts') && !path.includes('/commands/'))
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => !name.startsWith('.') && name !== 'node:crypto')
          .map((name) => `${path} → ${name}`),
      );
    expect(outside).toEqual([]);
  });

  it('libs/ledger knows no framework, database or broker: of packages only the canonical form, and a disk in one file', () => {
    const allowed = (path: string, name: string): boolean =>
      name.startsWith('.') || ['node:crypto', 'canonicalize'].includes(name) || path.endsWith('/directory-tile-store.ts');
    const outside = filesUnder('libs/ledger/src')
      .filter((path) => !path.endsWith('.spec.ts'))
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => !allowed(path, name))
          .map((name) => `${path} → ${name}`),
      );
    expect(outside).toEqual([]);
  });

  it('no service imports a service', () => {
    const found = filesUnder('services').flatMap((path) =>
      importsOf(path)
        .filter(
          (name) => name.startsWith('..') && relative(join('services', path.split('/')[1] ?? ''), join(path, '..', name)).startsWith('..'),
        )
        .map((name) => `${path} → ${name}`),
    );
    expect(found).toEqual([]);
  });

  it("nobody imports another library's inside", () => {
    const found = [...filesUnder('libs'), ...filesUnder('services'), ...filesUnder('deploy'), ...filesUnder('test')].flatMap((path) =>
      importsOf(path)
        .filter((name) => /^@lianxi\/[^/]+\/|\/libs\//.test(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(found).toEqual([]);
  });

  it("no department's name stands in a library's code, only in the data of jurisdictions", () => {
    const departments = register.services.filter(({ kind }) => kind === 'department').map(({ id }) => id);
    // `ai` is also a field of the facts' vocabulary, and /health the route every orchestrator asks.
    const isVocabulary = (path: string): boolean =>
      /libs\/jurisdiction\/src\/(register|editions|decision|proof|labels)|chassis\/src\/health\/health.controller/.test(path);
    const named = filesUnder('libs')
      .filter((path) => !path.endsWith('.spec.ts') && !isVocabulary(path))
      .flatMap((path) => {
        const text = readFileSync(join(root, path), 'utf8');
        return departments
          .filter((department) => new RegExp(`['"\`]${department}['"\`]`).test(text))
          .map((department) => `${path}: ${department}`);
      });
    expect(named).toEqual([]);
  });
});
