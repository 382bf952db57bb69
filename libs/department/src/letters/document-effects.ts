import { FormRefused, isToAccused, referenceText } from '@lianxi/casework';
import { sha256, type ReceivedPaper } from '@lianxi/chassis';
import { letterMarkOf, register } from '@lianxi/jurisdiction';
import type { ActEffect, EffectGround, Effects } from '../cases/act-effect';
import { pastOf } from '../cases/subject-of';
import { markOf } from '../cases/draw-number';
import { newPaper, paperOnRecord, type NewPaper } from '../papers/new-paper';
import { refuseRepeated } from '../reporters/write-summary';
import { documentForms, findLetterContent, type DocumentForm } from './letter-document';

/** What is done as a letter becomes an official document. */
export const documentEffects: Effects = {
  'draft-document': draftDocument,
  'number-document': numberDocument,
  'present-sealed': presentSealed,
  'seal-document': sealDocument,
};

/** What goes to the accused side repeats nothing that the reporter wrote, wherever in the letter it stands. */
async function draftDocument(ground: EffectGround): Promise<ActEffect> {
  const { acts, row } = ground;
  if (isToAccused(pastOf(acts)))
    for (const field of ['subject', 'body', 'enclosures']) await refuseRepeated(ground, field, row.linked_to?.caseId);
  return {};
}

/** The serial is the database's. Each service draws its own, so its mark keeps those of one body in two services apart. */
async function numberDocument({ tx, row, service }: EffectGround): Promise<ActEffect> {
  const drawn = await tx.find<{ serial: number; year: number }>(
    'number-letter',
    'INSERT INTO letter_numbers (case_id, city, body) VALUES ($1, $2, $3) RETURNING serial, year',
    [row.id, row.city, row.holder],
  );
  const { mark, confirmed } = letterMarkOf(register, row.holder);
  const number = referenceText({ mark: `${mark}${markOf(service.name)}`, year: drawn?.year ?? 0, serial: drawn?.serial ?? 0 });
  return { change: { number }, detail: { number, confirmed } };
}

/** A scan that was put on the letter before, or what the electronic seal makes of it. */
async function presentSealed(ground: EffectGround): Promise<ActEffect> {
  const { performed, electronicSeal, row } = ground;
  if (performed.form.codes['scan'] !== undefined) return {};
  if (!electronicSeal) throw new FormRefused('field-missing', { field: 'form.scan', allowed: 'paper' });
  const bytes = await electronicSeal.seal({
    caseId: row.id,
    body: row.holder,
    number: String(row.number),
    pdf: (await made(ground, 'pdf')).bytes,
  });
  return keptOn(ground, [paperOf(ground, received(ground, 'pdf', bytes), 'enclosure')]);
}

/** What was sealed stays on the case as it was made, and its hashes on the record: made again it must be the same. */
async function sealDocument(ground: EffectGround): Promise<ActEffect> {
  const papers = [paperOf(ground, await made(ground, 'pdf')), paperOf(ground, await made(ground, 'docx'))] as const;
  const [pdf, docx] = papers.map(({ row }) => row.sha256);
  const kept = await keptOn(ground, papers);
  return { ...kept, detail: { ...kept.detail, document: { pdf, docx } } };
}

async function made(ground: EffectGround, form: DocumentForm): Promise<ReceivedPaper> {
  const content = await findLetterContent(ground.tx, ground.row, ground.acts, ground.isPractice);
  if (!content) throw new FormRefused('erased', { field: 'act' });
  return received(ground, form, await documentForms[form].make(content));
}

const received = ({ row }: EffectGround, form: DocumentForm, bytes: Buffer): ReceivedPaper => ({
  name: `${row.number}.${form}`,
  bytes,
  mediaType: documentForms[form].mediaType,
  sha256: sha256(bytes),
});

const paperOf = ({ row, service, today, tx }: EffectGround, paper: ReceivedPaper, kind = 'correspondence'): NewPaper =>
  newPaper(row, service.name, paper, { kind, dated: today, origin: 'original' }, tx.now);

async function keptOn({ keep, row: { number } }: EffectGround, papers: readonly NewPaper[]): Promise<ActEffect> {
  for (const paper of papers) await keep(paper);
  return {
    papers: papers.map(({ row }) => row),
    particulars: papers.map(({ name }) => name),
    detail: { papers: papers.map(({ row }) => paperOnRecord(row, { number })) },
  };
}
