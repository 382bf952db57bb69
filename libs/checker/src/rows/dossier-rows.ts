import { papersIn, type PaperOnRecord } from './dossier-lines';
import type { Certificates } from './certificates';
import type { PackageRow } from './package-row';

/** What the rows of a whole case say of its papers and texts: what a dossier is compared with. */
export class DossierRows {
  /** In the order they came. */
  readonly papers: PaperOnRecord[] = [];
  /** Commitments by the id of their text. */
  readonly texts = new Map<string, { readonly commitment: string; readonly erased: boolean }>();

  /** Sealed papers that the act by which the dossier was compiled kept back. */
  withheld: readonly string[] = [];

  constructor(
    private readonly caseId: string,
    private readonly certificates: Certificates,
  ) {}

  /** Acts without a version are other services' own on the case; their texts are not the case's. */
  take(told: PackageRow): void {
    const { kind, row } = told.recorded;
    if (kind !== 'journal' || row['case_id'] !== this.caseId || typeof row['version'] !== 'number') return;
    this.papers.push(...papersIn(row).filter(({ id }) => !this.papers.some((known) => known.id === id)));
    if (row['act'] === 'compile-dossier') this.withheld = (row['detail'] as { withheld?: readonly string[] }).withheld ?? [];
    const erased = this.certificates.findFor(told) !== undefined;
    for (const { id, commitment } of (row['particulars'] ?? []) as readonly { id: string; commitment: string }[])
      this.texts.set(id, { commitment, erased });
  }
}
