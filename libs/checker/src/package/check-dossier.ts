import canonicalize from 'canonicalize';
import { hex, utf8 } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives } from '../primitives/primitives';
import {
  jsonLines,
  registerLine,
  registerName,
  registerOf,
  registerSheetName,
  textLine,
  textsFile,
  type DossierPaper,
  type DossierText,
} from '../rows/dossier-lines';
import type { DossierRows } from '../rows/dossier-rows';
import type { Manifest } from './manifest';
import type { PackageFile } from './open-package';

const largestList = 256 * 2 ** 20;

/** The papers are those that acts put on the case, each once and in order; the texts are those the record committed to. */
export async function* checkDossier(
  files: ReadonlyMap<string, PackageFile>,
  { dossier, files: listed }: Manifest,
  rows: DossierRows,
  primitives: Primitives,
): AsyncGenerator<{ check: string; says: string }> {
  if (!dossier) {
    const carried =
      [registerName, registerSheetName, textsFile].find((name) => files.has(name)) ??
      [...files.keys()].find((name) => name.startsWith('papers/'));
    if (carried !== undefined) throw new Lie('file-beside', `${carried} belongs to a dossier, and the manifest speaks of none.`);
    return;
  }
  const papers = await linesOf<DossierPaper>(files, registerName, registerLine);
  const texts = await linesOf<DossierText>(files, textsFile, textLine);
  checkTexts(texts, rows, papers, primitives);
  checkRegister(papers, rows, listed, texts);
  const handed = papers.filter(({ file }) => file !== null);
  if (handed.length !== dossier.papers || papers.length - handed.length !== dossier.withheld || texts.length !== dossier.texts)
    throw new Lie('dossier-other', 'The dossier holds other numbers of papers and texts than the manifest names.');
  const beside = [...files.keys()].find((name) => name.startsWith('papers/') && !handed.some(({ file }) => file === name));
  if (beside !== undefined) throw new Lie('paper-unregistered', `${beside} is not in the register.`);
  yield {
    check: 'papers',
    says: `${handed.length} papers, each with the hash under which an act put it on the case${dossier.withheld > 0 ? `; ${dossier.withheld} sealed ones were not handed over` : ''}`,
  };
  yield { check: 'texts', says: `${texts.length} texts and names, each what the record committed to` };
}

async function linesOf<T>(files: ReadonlyMap<string, PackageFile>, name: string, line: (value: T) => string): Promise<T[]> {
  const file = files.get(name);
  if (!file) throw new Lie('file-missing', `${name} is missing.`);
  const text = new TextDecoder().decode(await file.readWhole(largestList));
  const values = jsonLines<T>(text, name);
  if (values.map(line).join('') !== text) throw new Lie('line-malformed', `${name} is not written in canonical form.`);
  return values;
}

/** Sorted by date, on one date as they came; numbered 1, 2, 3 …, with their pages; every paper on record is there but those that the compiling act kept back. */
function checkRegister(
  papers: readonly DossierPaper[],
  { papers: onRecord, withheld }: DossierRows,
  listed: Manifest['files'],
  texts: readonly DossierText[],
): void {
  if (onRecord.length !== papers.length)
    throw new Lie('register-other', `Acts put ${onRecord.length} papers on the case, the register names ${papers.length}.`);
  for (const [place, known] of registerOf(onRecord, texts, withheld).entries()) {
    if (canonicalize(papers[place]) !== canonicalize(known))
      throw new Lie('register-other', `Line ${place + 1} of the register is not the paper that stands there by the record.`);
    const bytes = known.file === null ? undefined : listed[known.file];
    if (known.file !== null && (bytes?.sha256 !== known.sha256 || bytes.bytes !== known.size))
      throw new Lie('paper-other', `${known.file} is not the paper that was put on the case.`);
  }
}

/** A text is what was committed to; none is missing but names and numbers of sealed papers, and none is there that was erased. */
function checkTexts(texts: readonly DossierText[], rows: DossierRows, papers: readonly DossierPaper[], primitives: Primitives): void {
  const given = new Set<string>();
  for (const { id, value, salt, commitment } of texts) {
    const known = rows.texts.get(id);
    if (!known || given.has(id)) throw new Lie('text-other', `No act of the case names the text ${id}, or it is there twice.`);
    if (known.erased) throw new Lie('erased-restored', `The text ${id} was erased, and is here all the same.`);
    if (
      known.commitment !== commitment ||
      hex(
        primitives
          .hash()
          .update(utf8(`${salt}${String(canonicalize(value))}`))
          .digest(),
      ) !== commitment
    )
      throw new Lie('text-other', `The text ${id} is not the one that the record committed to.`);
    given.add(id);
  }
  const missing = [...rows.texts].filter(([id, { erased }]) => !erased && !given.has(id)).length;
  const sealed = papers
    .filter(({ file }) => file === null)
    .map(({ id }) => rows.papers.find((paper) => paper.id === id)?.texts.length ?? 0);
  const mayMiss = sealed.reduce((sum, texts) => sum + Math.max(1, texts), 0);
  if (missing !== mayMiss) throw new Lie('text-missing', `${missing} texts of the case are not in the dossier; ${mayMiss} may be missing.`);
}
