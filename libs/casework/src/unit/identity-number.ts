import { isUnitCode } from './unit-code';

/** What each of the first seventeen digits weighs, and the last symbol for each remainder. GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const lastSymbols = '10X98765432';
const aNumber = /^[1-9]\d{5}(?<born>(?:18|19|20)\d{6})\d{3}[\dX]$/;

/** Whether this is the number of an identity card: its day of birth is a day, and its last symbol checks the others. */
export function isIdentityNumber(text: string): boolean {
  const born = aNumber.exec(text)?.groups?.['born'];
  if (born === undefined || !isDay(born)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return text[17] === lastSymbols[sum % 11];
}

/** Whether this names a person or a unit beyond doubt; a name alone never does. */
export const isIdentity = (text: string): boolean => isIdentityNumber(text) || isUnitCode(text);

function isDay(digits: string): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
