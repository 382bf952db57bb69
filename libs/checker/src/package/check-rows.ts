import { utf8 } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives, RunningHash } from '../primitives/primitives';
import { isCertificate, type Certificates } from '../rows/certificates';
import { CaseChain } from '../rows/case-chain';
import { DossierRows } from '../rows/dossier-rows';
import { isInFilter } from '../rows/is-in-filter';
import { readLines } from '../rows/read-lines';
import { RowReader, type RowRead } from '../rows/row-reader';
import { RowTables } from '../rows/row-tables';
import { mostSheetRows, sheetEnd } from '../rows/sheet-lines';
import type { TileProof } from '../tree/tile-proof';
import { leafHash } from '../tree/tree-hashing';
import { wholeCase, type Manifest } from './manifest';
import type { PackageFile } from './open-package';

/** What the rows themselves say: what everything else in the package is compared with. */
export interface RowsTold {
  readonly rows: number;
  readonly versions: number | undefined;
  /** Rows whose texts were erased, and the certificates those were erased under. */
  readonly erased: { readonly rows: number; readonly certificates: number };
  /** Of a whole case: its papers and texts. */
  readonly dossier: DossierRows | undefined;
  /** Hashes that rows.csv and the sheet of rows.xlsx must have. */
  readonly csv: Uint8Array;
  readonly sheet: Uint8Array;
}

/** How much of a table is held before it goes into its hash. */
const mostHeld = 2 ** 17;

/** Reads the rows once: each must be an entry of the log, in the log's order, within the filter, and as many as were signed. */
export async function checkRows(
  file: PackageFile,
  manifest: Manifest,
  proof: TileProof,
  primitives: Primitives,
  certificates: Certificates,
  hasSheet: boolean,
): Promise<RowsTold> {
  const { filter } = manifest;
  const caseId = wholeCase(filter);
  const chain = caseId === undefined ? undefined : new CaseChain(primitives, caseId);
  const tables = new TableHashes(primitives, manifest.erased && certificates, hasSheet);
  const dossier = caseId === undefined ? undefined : new DossierRows(caseId, certificates);
  const used = new Set<string>();
  const reader = new RowReader(filter, certificates);
  let [rows, erased, last] = [0, 0, -1];
  for await (const lines of readLines(file.read(), 'rows.jsonl')) {
    for (const line of lines) {
      const row = reader.ofLine(line);
      if (row.index <= last) throw new Lie('order-other', `Entry ${row.index} of the log stands behind entry ${last}.`);
      if (!isInFilter(row.recorded, filter, manifest.city)) throw new Lie('row-beside', `Entry ${row.index} is not what was asked for.`);
      await proof.check(row.index, leafHash(primitives, row.entry));
      chain?.take(row);
      dossier?.take(row);
      tables.take(row);
      const certificate = certificates.findFor(row);
      if (certificate !== undefined) {
        used.add(certificate);
        erased += 1;
      }
      if (caseId !== undefined && isCertificate(row) && certificates.isMissing(row))
        throw new Lie('erasure-unsaid', `Entry ${row.index} certifies an erasure that the package does not speak of.`);
      last = row.index;
      rows += 1;
    }
  }
  if (rows !== manifest.rows) throw new Lie('rows-other', `The package holds ${rows} rows, the manifest names ${manifest.rows}.`);
  return { rows, versions: chain?.finish(), erased: { rows: erased, certificates: used.size }, dossier, ...tables.finish() };
}

/** The tables for people, made anew from the rows. */
class TableHashes {
  private readonly tables: RowTables;
  private readonly csv: RunningHash;
  private readonly sheet: RunningHash;
  private rows = 0;

  constructor(primitives: Primitives, certificates: Certificates | undefined, hasSheet: boolean) {
    this.tables = new RowTables(certificates, hasSheet);
    this.tables.begin();
    this.csv = primitives.hash();
    this.sheet = primitives.hash();
  }

  take(row: RowRead): void {
    this.tables.take(row, this.rows < mostSheetRows);
    this.rows += 1;
    if (this.tables.csv.end > mostHeld) this.flush();
  }

  finish(): Pick<RowsTold, 'csv' | 'sheet'> {
    this.flush();
    return { csv: this.csv.digest(), sheet: this.sheet.update(utf8(sheetEnd)).digest() };
  }

  private flush(): void {
    this.csv.update(this.tables.csv.content());
    if (this.tables.sheet) this.sheet.update(this.tables.sheet.content());
    this.tables.clear();
  }
}
