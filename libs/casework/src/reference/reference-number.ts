/** An official number: the organ's mark, the year in tortoise-shell brackets, the serial without leading zeros. */
export interface ReferenceNumber {
  readonly mark: string;
  readonly year: number;
  readonly serial: number;
}

export const referenceText = ({ mark, year, serial }: ReferenceNumber): string => `${mark}〔${year}〕${serial}号`;

export function findReference(text: string): ReferenceNumber | undefined {
  const parts = /^(?<mark>[^〔〕\d]+)〔(?<year>\d{4})〕(?<serial>[1-9]\d*)号$/.exec(text)?.groups;
  return parts ? { mark: parts['mark'] ?? '', year: Number(parts['year']), serial: Number(parts['serial']) } : undefined;
}
