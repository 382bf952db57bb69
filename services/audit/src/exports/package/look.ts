import {
  CaseChain,
  DossierRows,
  nodePrimitives,
  tileWidth,
  wholeCase,
  type ExportFilter,
  type PackageRow,
  type PaperOnRecord,
} from '@lianxi/checker';
import type { LogEntry } from './log-entries';
import type { CertificateEntries } from './select-certificates';

/** What a package tells of its rows besides the rows: where they stand in the log, which texts were erased, and whether a case that was asked for is whole. */
export class Look {
  /** Of each tile of the log that has a row, the first row's place: all that is needed to show every row of it, and few beside the rows. */
  private readonly places: number[] = [];
  private lastTile = -1;
  private readonly chain: CaseChain | undefined;
  private readonly dossier: DossierRows | undefined;
  private readonly used = new Set<string>();
  private erased = 0;

  constructor(
    filter: ExportFilter,
    readonly erasures: CertificateEntries,
  ) {
    const caseId = wholeCase(filter);
    this.chain = caseId === undefined ? undefined : new CaseChain(nodePrimitives, caseId);
    this.dossier = caseId === undefined ? undefined : new DossierRows(caseId, erasures.certificates);
  }

  take(row: PackageRow): void {
    const tile = Math.floor(row.index / tileWidth);
    if (tile !== this.lastTile) this.places.push(row.index);
    this.lastTile = tile;
    this.chain?.take(row);
    this.dossier?.take(row);
    const certificate = this.erasures.certificates.findFor(row);
    if (certificate === undefined) return;
    this.used.add(certificate);
    this.erased += 1;
  }

  /** The last version of a whole case; throws where one is missing: a case with a gap is never exported as if it were whole. */
  versions(): number | undefined {
    return this.chain?.finish();
  }

  /** The papers of a whole case, in the order they came. */
  papers(): readonly PaperOnRecord[] {
    return this.dossier?.papers ?? [];
  }

  /** How many rows lost their texts, and the certificates that cover them, in the log's order. */
  lost(): { readonly rows: number; readonly certificates: readonly LogEntry[] } {
    return { rows: this.erased, certificates: [...this.erasures.entries].filter(([id]) => this.used.has(id)).map(([, entry]) => entry) };
  }

  /** A place in every tile that shows a row, or a certificate, to be in the log, in rising order. */
  *shown(): Generator<number> {
    const more = this.lost().certificates;
    let next = 0;
    for (const place of this.places) {
      for (let found = more[next]; found && found.index < place; found = more[next]) {
        yield found.index;
        next += 1;
      }
      yield place;
    }
    for (const { index } of more.slice(next)) yield index;
  }
}
