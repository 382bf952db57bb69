import { ReferenceRefused } from '../errors/domain-error';

/** An official number: the organ's mark, the year in tortoise-shell brackets, the serial without leading zeros. */
export interface ReferenceNumber {
  readonly mark: string;
  readonly year: number;
  readonly serial: number;
}

const form = /^(?<mark>[^〔〕\d\s]+)〔(?<year>[12]\d{3})〕(?<serial>[1-9]\d{0,8})号$/;

/** The number as it is printed; throws {@link ReferenceRefused} for one that could not be read back. */
export function referenceText({ mark, year, serial }: ReferenceNumber): string {
  const text = `${mark}〔${year}〕${serial}号`;
  if (!form.test(text)) throw new ReferenceRefused('reference-number', { field: 'number', mark, year, serial });
  return text;
}

export function findReference(text: string): ReferenceNumber | undefined {
  const parts = form.exec(text)?.groups;
  return parts ? { mark: parts['mark'] ?? '', year: Number(parts['year']), serial: Number(parts['serial']) } : undefined;
}
