import {
  registerLine,
  registerName,
  registerOf,
  registerSheetName,
  textLine,
  textsFile,
  type DossierText,
  type Manifest,
  type PaperOnRecord,
} from '@lianxi/checker';
import type { ExportRow } from '../export-row';
import type { PackageZip } from '../package/package-zip';
import type { SealedFiles } from '../package/sealed-files';
import { registerSheet } from './register-sheet';

/** Where the texts lie until the package is made. */
export const textsName = 'texts';

/** Gives a paper's bytes, which must be those on record. */
export type FetchPaper = (caseId: string, service: string, paper: Pick<PaperOnRecord, 'id' | 'sha256'>) => Promise<Buffer>;

/** Adds texts, papers and their register to a package. Papers are fetched one by one: never two in memory. */
export async function addDossier(
  zip: PackageZip,
  row: ExportRow,
  onRecord: readonly PaperOnRecord[],
  files: SealedFiles,
  fetchPaper: FetchPaper,
): Promise<NonNullable<Manifest['dossier']>> {
  const { service = '', number = null, withheld = [] } = row.dossier ?? {};
  const texts = JSON.parse((await files.get(textsName)).toString()) as DossierText[];
  const register = registerOf(onRecord, texts, withheld);
  for (const paper of register)
    if (paper.file !== null) await zip.add(paper.file, await fetchPaper(row.filter.caseId ?? '', service, paper), false);
  await zip.add(registerName, Buffer.from(register.map(registerLine).join('')));
  await zip.add(registerSheetName, await registerSheet(number, row.filter.caseId ?? '', register));
  await zip.add(textsFile, Buffer.from(texts.map(textLine).join('')));
  return { number, papers: register.filter(({ file }) => file !== null).length, texts: texts.length, withheld: withheld.length };
}
