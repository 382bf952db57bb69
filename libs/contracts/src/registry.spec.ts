import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BodyRefused, contracts, isKnownKind, readBody, type MessageKind } from './index';

const folder = join(__dirname, 'samples');
const kinds = Object.keys(contracts) as MessageKind[];
const sampleOf = (kind: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8')) as Record<string, unknown>;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the messages between services', () => {
  it('have one stored sample for each kind and version that was ever sent, and none is taken away', () => {
    expect(readdirSync(folder).map((name) => name.replace('.json', '')).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)('%s: the stored sample is read as it was written', (kind) => {
    expect(existsSync(join(folder, `${kind}.json`))).toBe(true);
    expect(plain(readBody(kind, sampleOf(kind)))).toEqual(sampleOf(kind));
  });

  it.each(kinds)('%s: a field this version does not know is dropped, the rest is read', (kind) => {
    expect(plain(readBody(kind, { ...sampleOf(kind), fromTheFuture: { x: 1 } }))).toEqual(sampleOf(kind));
  });

  it.each(kinds.flatMap((kind) => Object.keys(sampleOf(kind)).map((field) => [kind, field] as const)))('%s: without %s it is either read or refused by that field\'s name', (kind, field) => {
    const { [field]: _gone, ...without } = sampleOf(kind);
    try {
      expect(plain(readBody(kind, without))).toEqual(without);
    } catch (error) {
      expect(error).toBeInstanceOf(BodyRefused);
      expect((error as BodyRefused).fields.every((named) => named === field || named.startsWith(`${field}.`))).toBe(true);
    }
  });

  it.each(kinds)('%s: what is no object is refused', (kind) => {
    for (const body of [null, [], 'text', 7, undefined]) expect(() => readBody(kind, body)).toThrow(BodyRefused);
  });

  it('of a version nobody here knows are told apart from those that are known', () => {
    expect(kinds.every(isKnownKind)).toBe(true);
    expect(['handed-over@2', 'handed-over', 'toString', '__proto__', 'constructor'].some(isKnownKind)).toBe(false);
  });
});
