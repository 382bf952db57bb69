const forbidden = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in XML: whatever it says, it is never markup. Throws RangeError for a character that XML cannot hold. */
export function xmlText(text: string): string {
  if (forbidden.test(text)) throw new RangeError('A character of this text cannot stand in XML.');
  return text.replace(/[&<>"]/g, (mark) => named[mark] ?? mark);
}
