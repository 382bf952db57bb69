import { paperFile, registerLine, registerName, textLine, textsFile, type DossierPaper, type DossierText, type Manifest, type PaperOnRecord } from '@lianxi/checker';
import type { ExportRow } from '../export-row';
import type { PackageZip } from '../package/package-zip';
import type { SealedFiles } from '../package/sealed-files';

/** Where the texts lie until the package is made. */
export const textsName = 'texts';

/** Gives a paper's bytes, which must be those on record. */
export type FetchPaper = (caseId: string, service: string, paper: PaperOnRecord) => Promise<Buffer>;

/** Adds texts, papers and their register to a package. Papers are fetched one by one: never two in memory. */
export async function addDossier(zip: PackageZip, row: ExportRow, onRecord: readonly PaperOnRecord[], files: SealedFiles, fetchPaper: FetchPaper): Promise<NonNullable<Manifest['dossier']>> {
  const { service = '', number = null, withheld = [] } = row.dossier ?? {};
  const texts = JSON.parse((await files.get(textsName)).toString()) as DossierText[];
  const register = registerOf(onRecord, titlesIn(texts), withheld);
  for (const paper of register) if (paper.file !== null) await zip.add(paper.file, await fetchPaper(row.filter.caseId ?? '', service, paper), false);
  await zip.add(registerName, Buffer.from(register.map(registerLine).join('')));
  await zip.add(textsFile, Buffer.from(texts.map(textLine).join('')));
  return { number, papers: register.filter(({ file }) => file !== null).length, texts: texts.length, withheld: withheld.length };
}

const titlesIn = (texts: readonly DossierText[]): ReadonlyMap<string, string> =>
  new Map(texts.filter(({ kind }) => kind === 'paper-name').map(({ value }) => [(value as { paper: string }).paper, (value as { name: string }).name]));

/** In archive order: by date, on one date as they came. The order is office practice: the rules on it are not confirmed. */
function registerOf(onRecord: readonly PaperOnRecord[], titles: ReadonlyMap<string, string>, withheld: readonly string[]): DossierPaper[] {
  const ordered = onRecord.map((paper, came) => ({ paper, came })).sort((one, other) => one.paper.dated.localeCompare(other.paper.dated) || one.came - other.came);
  return ordered.map(({ paper }, place) => ({ n: place + 1, ...paper, title: titles.get(paper.id) ?? null, file: withheld.includes(paper.id) ? null : paperFile(place + 1, paper.mediaType) }));
}
