/** What tells who somebody is, whatever else is written: numbers of identity cards, units and telephones, addresses of e-mail, and the names known on the case. */
const alone = (number: string): RegExp => new RegExp(`(?<![0-9A-Za-z])${number}(?![0-9A-Za-z])`);
const numbers: readonly RegExp[] = [
  alone('\\d{17}[\\dXx]'),
  alone('[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}'),
  alone('1[3-9]\\d{9}'),
  alone('0\\d{2,3}-?\\d{7,8}'),
  /[\w.+-]+@[\w-]+\.[\w.]+/,
];

/** Letters and digits alone, so that neither spaces nor marks between them hide a name. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Whether a text tells who somebody is: `number` or `name`. */
export function namesSomebody(text: string, names: readonly string[]): 'number' | 'name' | undefined {
  const withoutSpaces = text.normalize('NFKC').replace(/[\s\u200B-\u200D\u2060]/g, '');
  if ([text.normalize('NFKC'), withoutSpaces].some((each) => numbers.some((number) => number.test(each)))) return 'number';
  const written = plain(text);
  return names.map(plain).some((name) => name.length > 1 && written.includes(name)) ? 'name' : undefined;
}
