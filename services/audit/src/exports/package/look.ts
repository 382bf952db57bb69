import { CaseChain, nodePrimitives, wholeCase, type ExportFilter, type PackageRow } from '@lianxi/checker';

/** What a package tells of its rows besides the rows: where they stand in the log, and whether a case that was asked for is whole. */
export class Look {
  readonly places: number[] = [];
  private readonly chain: CaseChain | undefined;

  constructor(filter: ExportFilter) {
    const caseId = wholeCase(filter);
    this.chain = caseId === undefined ? undefined : new CaseChain(nodePrimitives, caseId);
  }

  take(row: PackageRow): void {
    this.places.push(row.index);
    this.chain?.take(row);
  }

  /** The last version of a whole case; throws where one is missing: a case with a gap is never exported as if it were whole. */
  versions(): number | undefined {
    return this.chain?.finish();
  }
}
