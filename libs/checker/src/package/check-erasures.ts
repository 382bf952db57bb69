import { Lie } from '../primitives/lie';
import type { Primitives } from '../primitives/primitives';
import { Certificates } from '../rows/certificates';
import { readRow } from '../rows/package-row';
import { readLines } from '../rows/read-lines';
import type { TileProof } from '../tree/tile-proof';
import { leafHash } from '../tree/tree-hashing';
import type { RowsTold } from './check-rows';
import type { Manifest } from './manifest';
import type { PackageFile } from './open-package';

export const certificatesName = 'certificates.jsonl';

/** The certificates in a package, each an entry of the log like the rows. */
export async function readCertificates(
  file: PackageFile | undefined,
  { city }: Manifest,
  proof: TileProof,
  primitives: Primitives,
): Promise<Certificates> {
  const certificates = new Certificates();
  if (!file) return certificates;
  for await (const lines of readLines(file.read(), certificatesName))
    for (const line of lines) {
      const row = readRow(line);
      if (row.recorded.row['city'] !== city) throw new Lie('certificate-other', `Entry ${row.index} is of another city.`);
      await proof.check(row.index, leafHash(primitives, row.entry));
      certificates.add(row);
    }
  return certificates;
}

/** What the manifest says is erased is what certificates cover, no more and no less. */
export function* checkErasures(
  { erased: said = { rows: 0, certificates: 0 } }: Manifest,
  certificates: Certificates,
  { erased }: RowsTold,
): Generator<{ check: string; says: string }> {
  if (erased.rows !== said.rows)
    throw new Lie('erased-uncertified', `The manifest names ${said.rows} rows whose texts were erased; certificates cover ${erased.rows}.`);
  if (certificates.count !== said.certificates || erased.certificates !== said.certificates)
    throw new Lie(
      'certificate-other',
      `The manifest names ${said.certificates} certificates of erasure; the package holds ${certificates.count}, of which ${erased.certificates} cover a row.`,
    );
  yield {
    check: 'erased',
    says:
      said.rows === 0
        ? 'of no row were texts or names erased'
        : `of ${said.rows} rows texts and names were erased, under ${said.certificates} certificates; the rows themselves are whole`,
  };
}
