import { Lie } from '../primitives/lie';
import type { PackageRow } from './package-row';

/** Acts that certify an erasure: by who held the case last, and by each service that had it before. */
const erasing: readonly unknown[] = ['confirm-erasure', 'follow-erasure'];

type Told = Pick<PackageRow, 'index' | 'recorded'>;

export const isCertificate = ({ recorded: { kind, row } }: Pick<PackageRow, 'recorded'>): boolean =>
  kind === 'journal' && erasing.includes(row['act']);

const keyOf = ({ recorded: { service, row } }: Told): string => `${service} ${String(row['case_id'])}`;

/** Whether the row names texts, names or contacts, which are kept beside the record and can be erased. */
const namesTexts = ({ recorded: { kind, row } }: Told): boolean =>
  kind === 'journal' && Array.isArray(row['particulars']) && row['particulars'].length > 0;

/** Certificates of erasure: each covers what its service wrote on its case before it. The rows stay as they are; what their commitments stood for is gone. */
export class Certificates {
  private readonly byCase = new Map<string, { readonly id: string; readonly index: number }>();

  get count(): number {
    return this.byCase.size;
  }

  /** Throws for a row that certifies nothing, and for a second one of the same case and service. */
  add(told: Told): void {
    if (!isCertificate(told)) throw new Lie('certificate-other', `Entry ${told.index} of the log certifies no erasure.`);
    if (this.byCase.has(keyOf(told))) throw new Lie('certificate-other', `Entry ${told.index} certifies a second time what was erased.`);
    this.byCase.set(keyOf(told), { id: String(told.recorded.row['id']), index: told.index });
  }

  /** Whether a certificate is not among these. */
  isMissing(told: Told): boolean {
    return this.byCase.get(keyOf(told))?.index !== told.index;
  }

  /** The certificate under which what the row names was erased: its row's id. */
  findFor(told: Told): string | undefined {
    const certificate = this.byCase.size === 0 || !namesTexts(told) ? undefined : this.byCase.get(keyOf(told));
    return certificate && certificate.index > told.index ? certificate.id : undefined;
  }
}
