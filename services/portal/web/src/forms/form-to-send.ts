import type { FieldView } from '../api/views';
import type { FormValues } from './use-draft';

/** The form as the service wants it: what was left empty is absent, and nothing stands in it that the act does not ask for. */
export function formToSend(fields: readonly FieldView[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, type }) => {
      const value = values[name];
      if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return [];
      return [[name, type === 'yes-no' ? value === true || value === 'true' : value]];
    }),
  );
}
