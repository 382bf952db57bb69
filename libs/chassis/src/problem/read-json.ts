import { problems } from './problems';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses a request body; refuses what Postgres could not keep (null bytes, lone surrogates) before anything is done with it. */
export function readJson(bytes: Buffer): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problems.malformedJson();
  }
  refuseUnkeepable(value, '', 0);
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw problems.invalidText();
  }
}

function refuseUnkeepable(value: unknown, field: string, depth: number): void {
  if (depth > 32) throw problems.formRefused({ field, details: { rule: 'too-deep' } });
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw problems.invalidText({ field });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const path = field === '' ? name : `${field}.${name}`;
      if (name === '__proto__' || name.includes('\0') || !name.isWellFormed())
        throw problems.formRefused({ field: path.toWellFormed().replaceAll('\0', ''), details: { rule: 'unknown-field' } });
      refuseUnkeepable(member, path, depth + 1);
    }
  }
}
