const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Markup that may be sent as it is. Only the tag below makes one, so nothing a person wrote gets there unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** A template whose values are escaped unless they are {@link Html} themselves; nothing stands for what is absent. */
export const html = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html =>
  new Html(parts.reduce((text, part, place) => text + written(values[place - 1]) + part));

function written(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map((member: Piece) => written(member)).join('');
  return piece === null || piece === undefined || piece === false ? '' : escape(String(piece));
}
