import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BodyRefused, contracts, isKnownKind, readBody, type MessageKind } from './index';

const folder = join(__dirname, 'samples');
const kinds = Object.keys(contracts) as MessageKind[];
const sampleOf = (kind: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8')) as Record<string, unknown>;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a sender may leave out; a snapshot's fields are named behind `snapshot.`. */
const optional: Readonly<Partial<Record<MessageKind, readonly string[]>>> = {
  'transfer-returned@1': ['alternative'],
  'handed-over@1': ['snapshot.number', 'snapshot.resumesIn', 'snapshot.lead', 'snapshot.decision', 'snapshot.works'],
  'work-asked@1': ['answerBy'],
  'identity-asked@1': ['forPost'],
  'designation-requested@1': ['decision', 'mark'],
  'mark-changed@1': ['workId'],
  'dossier-compiled@1': ['number'],
  'record-position@1': ['oldestUnstamped'],
  'case-indexed@1': ['number', 'lead', 'interim', 'edition', 'named'],
  'post-kept@1': ['validUntil', 'deputyFor', 'actingFrom', 'absence'],
};
const fieldsOfAll = kinds.flatMap((kind) =>
  Object.entries(sampleOf(kind)).flatMap(([field, value]) => [
    [kind, field] as const,
    ...(field === 'snapshot' ? Object.keys(value as object).map((inner) => [kind, `${field}.${inner}`] as const) : []),
  ]),
);
const valueAt = (kind: MessageKind, path: string): unknown =>
  path.split('.').reduce<unknown>((body, name) => (body as Record<string, unknown>)[name], sampleOf(kind));
function changed(kind: MessageKind, path: string, value: unknown): Record<string, unknown> {
  const [field = '', inner] = path.split('.');
  const body = sampleOf(kind);
  return { ...body, [field]: inner === undefined ? value : { ...(body[field] as object), [inner]: value } };
}
function refusedFields(kind: MessageKind, body: unknown): readonly string[] {
  try {
    readBody(kind, body);
    return [];
  } catch (error) {
    if (!(error instanceof BodyRefused)) throw error;
    return error.fields;
  }
}

describe('the messages between services', () => {
  it('have one stored sample for each kind and version that was ever sent, and none is taken away', () => {
    expect(
      readdirSync(folder)
        .map((name) => name.replace('.json', ''))
        .sort(),
    ).toEqual([...kinds].sort());
  });

  it.each(kinds)('%s: the stored sample is read as it was written', (kind) => {
    expect(existsSync(join(folder, `${kind}.json`))).toBe(true);
    expect(plain(readBody(kind, sampleOf(kind)))).toEqual(sampleOf(kind));
  });

  it.each(kinds)('%s: a field this version does not know is dropped, the rest is read', (kind) => {
    expect(plain(readBody(kind, { ...sampleOf(kind), fromTheFuture: { x: 1 } }))).toEqual(sampleOf(kind));
  });

  it('have every field that may be left out listed here, so that none becomes optional, or required, unnoticed', () => {
    const fieldsAtAll = new Set(fieldsOfAll.map(([kind, field]) => `${kind} ${field}`));
    expect(
      Object.entries(optional)
        .flatMap(([kind, fields]) => fields.map((field) => `${kind} ${field}`))
        .filter((field) => !fieldsAtAll.has(field)),
    ).toEqual([]);
  });

  it.each(fieldsOfAll)('%s without %s is refused by that name, or read where it may be left out', (kind, field) => {
    const body = changed(kind, field, undefined);
    if (optional[kind]?.includes(field)) expect(plain(readBody(kind, body))).toEqual(plain(body));
    else expect(refusedFields(kind, body)).toEqual([field]);
  });

  it.each(fieldsOfAll)('%s with another type of %s is refused by that name', (kind, field) => {
    const wrong = ['string', 'object'].includes(typeof valueAt(kind, field)) ? 7 : 'text';
    const refused = refusedFields(kind, changed(kind, field, wrong));
    expect(refused.map((named) => named.split('.').slice(0, field.split('.').length).join('.'))).toEqual([field]);
  });

  it.each(kinds)('%s: what is no object is refused', (kind) => {
    for (const body of [null, [], 'text', 7, undefined]) expect(() => readBody(kind, body)).toThrow(BodyRefused);
  });

  it('of a version nobody here knows are told apart from those that are known', () => {
    expect(kinds.every(isKnownKind)).toBe(true);
    expect(['handed-over@2', 'handed-over', 'toString', '__proto__', 'constructor'].some(isKnownKind)).toBe(false);
  });
});
