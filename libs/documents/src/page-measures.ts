const millimetre = 72 / 25.4;
const inPoints = (millimetres: number): number => Math.round(millimetres * millimetre * 100) / 100;

/** The page of GB/T 9704 as it is commonly described (the standard itself was not at hand, U24): A4, type area 156 × 225 mm, 22 lines of 28 characters. In points. */
export const page = {
  margins: { left: inPoints(28), top: inPoints(37), right: inPoints(26), bottom: inPoints(35) },
  width: inPoints(156),
  linesOnPage: 22,
  charactersInLine: 28,
  /** 28 of them fill a line: a hair narrower than 3号 (16 pt), to which word processors squeeze theirs as well. */
  character: 15.79,
  /** 22 of them fill a page. */
  line: 28.98,
  title: 22,
  small: 14,
} as const;

export const red = '#c00000';
/** The mark of the issuing authority is as large as one line lets it be. */
export const markSize = (issuer: string): number => Math.min(42, Math.floor(page.width / Math.max(1, [...issuer].length)));
