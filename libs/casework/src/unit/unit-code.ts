/** The symbols of a unified social credit code, each worth its place; I, O, S, V and Z are left out. GB 32100-2015. */
const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const aCreditCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** For units that have none: an id the office gives them. */
const anOwnCode = /^OWN-[A-Z0-9][A-Z0-9-]{1,40}$/;

/** Whether this names a unit: its unified social credit code, whose last symbol checks the others, or an id that begins with OWN-. */
export function isUnitCode(text: string): boolean {
  return anOwnCode.test(text) || (aCreditCode.test(text) && isChecked(text));
}

function isChecked(code: string): boolean {
  const worth = [...code].map((symbol) => symbols.indexOf(symbol));
  let weight = 1;
  let sum = 0;
  for (const each of worth.slice(0, 17)) {
    sum += each * weight;
    weight = (weight * 3) % symbols.length;
  }
  return worth[17] === (symbols.length - (sum % symbols.length)) % symbols.length;
}

/** What a unit's party is called, where it is one: `单位 CODE`. */
export function unitLabel(party: string): { readonly zh: string; readonly en: string } | undefined {
  const code = /^unit-(.+)$/.exec(party)?.[1]?.toUpperCase();
  return code === undefined ? undefined : { zh: `单位 ${code}`, en: `Unit ${code}` };
}

/** A unit as a party with posts and parts in cases; no body of the register is called so. */
export const unitParty = (code: string): string => `unit-${code.toLowerCase()}`;
