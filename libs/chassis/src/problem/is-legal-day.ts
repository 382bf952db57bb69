import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Whether this is a day of the calendar, written YYYY-MM-DD. */
export function isLegalDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const moment = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(value);
}

/** `INSTANT~ID`, as the last line of a page names it: where the next one begins. */
export function isPageMark(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const found = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z~[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(
    value,
  );
  return found !== null && isLegalDay(found[1]);
}

export const IsLegalDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isLegalDay', validator: { validate: isLegalDay, defaultMessage: () => 'a day YYYY-MM-DD' } }, options);
export const IsPageMark = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isPageMark', validator: { validate: isPageMark, defaultMessage: () => 'the mark of a page' } }, options);
