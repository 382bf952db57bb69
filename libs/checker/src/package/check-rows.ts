import { utf8 } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives, RunningHash } from '../primitives/primitives';
import { isCertificate, type Certificates } from '../rows/certificates';
import { CaseChain } from '../rows/case-chain';
import { DossierRows } from '../rows/dossier-rows';
import { byteOrderMark, csvLine } from '../rows/csv-line';
import { isInFilter } from '../rows/is-in-filter';
import { readRow, type PackageRow } from '../rows/package-row';
import { readLines } from '../rows/read-lines';
import { columnsOf, rowCells } from '../rows/row-cells';
import { mostSheetRows, sheetBeginning, sheetEnd, sheetLine } from '../rows/sheet-lines';
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

/** Reads the rows once: each must be an entry of the log, in the log's order, within the filter, and as many as were signed. */
export async function checkRows(file: PackageFile, manifest: Manifest, proof: TileProof, primitives: Primitives, certificates: Certificates, hasSheet: boolean): Promise<RowsTold> {
  const { filter } = manifest;
  const caseId = wholeCase(filter);
  const chain = caseId === undefined ? undefined : new CaseChain(primitives, caseId);
  const tables = new Tables(primitives, manifest.erased && certificates, hasSheet);
  const dossier = caseId === undefined ? undefined : new DossierRows(caseId, certificates);
  const used = new Set<string>();
  let [rows, erased, last] = [0, 0, -1];
  for await (const lines of readLines(file.read(), 'rows.jsonl')) {
    for (const line of lines) {
      const row = readRow(line);
      if (row.index <= last) throw new Lie('order-other', `Entry ${row.index} of the log stands behind entry ${last}.`);
      if (!isInFilter(row.recorded, filter, manifest.city)) throw new Lie('row-beside', `Entry ${row.index} is not what was asked for.`);
      await proof.check(row.index, leafHash(primitives, row.entry));
      chain?.take(row);
      dossier?.take(row);
      tables.take(row);
      const certificate = certificates.findFor(row);
      if (certificate !== undefined) { used.add(certificate); erased += 1; }
      if (caseId !== undefined && isCertificate(row) && certificates.isMissing(row)) throw new Lie('erasure-unsaid', `Entry ${row.index} certifies an erasure that the package does not speak of.`);
      last = row.index;
      rows += 1;
    }
    tables.flush();
  }
  if (rows !== manifest.rows) throw new Lie('rows-other', `The package holds ${rows} rows, the manifest names ${manifest.rows}.`);
  return { rows, versions: chain?.finish(), erased: { rows: erased, certificates: used.size }, dossier, ...tables.finish() };
}

/** The tables for people, made anew from the rows. */
class Tables {
  private readonly csv: RunningHash;
  private readonly sheet: RunningHash;
  private csvText: string;
  private sheetText: string;
  private rows = 0;

  constructor(primitives: Primitives, private readonly certificates: Certificates | undefined, private readonly hasSheet: boolean) {
    const columns = columnsOf(certificates !== undefined);
    this.csvText = byteOrderMark + csvLine(columns);
    this.sheetText = sheetBeginning + sheetLine(columns);
    this.csv = primitives.hash();
    this.sheet = primitives.hash();
  }

  take(row: PackageRow): void {
    const cells = rowCells(row, this.certificates);
    this.csvText += csvLine(cells);
    if (this.hasSheet && this.rows < mostSheetRows) this.sheetText += sheetLine(cells);
    this.rows += 1;
  }

  flush(): void {
    this.csv.update(utf8(this.csvText));
    this.sheet.update(utf8(this.sheetText));
    this.csvText = '';
    this.sheetText = '';
  }

  finish(): Pick<RowsTold, 'csv' | 'sheet'> {
    this.sheetText += sheetEnd;
    this.flush();
    return { csv: this.csv.digest(), sheet: this.sheet.digest() };
  }
}
