import { FormRefused } from '../errors/domain-error';
import { isMoney } from '../measures/money';
import { isIdentity } from '../unit/identity-number';
import { isUnitCode } from '../unit/unit-code';
import type { ActRow, Form, FormField } from './procedure';

/** A form split by where its parts may go: codes into the journal, texts only into particulars, identities nowhere but as a keyed hash. */
export interface CheckedForm {
  readonly codes: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly identities: Readonly<Record<string, string>>;
}

const longestText = 20_000;

/** Refuses what the act's form does not ask for, what it lacks, and values that are not among the allowed. */
export function checkForm(row: ActRow, form: Form): CheckedForm {
  const fields = row.form ?? [];
  const stranger = Object.keys(form).find((name) => !fields.some((field) => field.name === name));
  if (stranger !== undefined)
    throw new FormRefused('field-unknown', { field: `form.${stranger}`, allowed: fields.map(({ name }) => name) });
  const given = fields.filter(({ name }) => form[name] !== undefined && form[name] !== null);
  const missing = fields.find((field) => field.required && !given.includes(field));
  if (missing) throw new FormRefused('field-missing', { field: `form.${missing.name}`, allowed: allowedFor(missing) });
  for (const field of given) checkField(field, form[field.name]);
  const pick = (isOne: (field: FormField) => boolean): Record<string, unknown> =>
    Object.fromEntries(given.filter(isOne).map(({ name }) => [name, form[name]]));
  return {
    codes: pick(({ type }) => type !== 'text' && type !== 'identity'),
    texts: pick(({ type }) => type === 'text') as Record<string, string>,
    identities: pick(isIdentityField) as Record<string, string>,
  };
}

const isIdentityField = ({ type }: FormField): boolean => type === 'identity';

function checkField(field: FormField, value: unknown): void {
  if (!fits(field, value)) throw new FormRefused('field-value', { field: `form.${field.name}`, allowed: allowedFor(field) });
}

function fits({ type, options }: FormField, value: unknown): boolean {
  switch (type) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'facts':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'code':
      return options?.some(({ code }) => code === value) ?? false;
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= longestText;
    case 'unit':
      return typeof value === 'string' && isUnitCode(value);
    case 'identity':
      return typeof value === 'string' && isIdentity(value);
    case 'amount':
      return typeof value === 'string' && isMoney(value);
    case 'count':
      return typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value);
    case 'paper':
    case 'case':
      return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
    case 'body':
    case 'post':
      return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{1,80}$/.test(value);
  }
}

/** A day that an office may have to do with: days are counted one by one, so what lies thousands of years away is a slip of the pen. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const allowedFor = (field: FormField): unknown => field.options?.map(({ code }) => code) ?? field.type;
