import { FormRefused, repeatsPassage } from '@lianxi/casework';
import type { Tx } from '@lianxi/chassis';
import type { ActEffect, EffectGround } from '../cases/act-effect';

/** What reporters wrote: the report's own text, answers, additions. Its title and the names in it are what a matter is about. */
const reporterTexts = `SELECT CASE WHEN kind = 'report' THEN concat_ws(' ', value ->> 'text', value ->> 'answers') ELSE value #>> '{}' END AS text
  FROM particulars WHERE case_id = $1 AND kind IN ('report', 'answer-question.answer', 'add-to-report.text')`;

/** Throws FormRefused for a text that repeats a passage of what the reporter wrote, by whose words they could be known. */
export async function refuseRepeated(
  { tx, row, performed: { form } }: EffectGround,
  field: string,
  ofCase: string = row.id,
): Promise<void> {
  await refusePassage(tx, ofCase, form.texts[field] ?? '', `form.${field}`);
}

/** The same for a text that stands in `field`. */
export async function refusePassage(tx: Tx, ofCase: string, text: string, field: string): Promise<void> {
  const said = await tx.rows<{ text: string | null }>('texts-of-reporter', reporterTexts, [ofCase]);
  if (
    repeatsPassage(
      text,
      said.map((each) => each.text ?? ''),
    )
  )
    throw new FormRefused('repeats-the-report', { field });
}

export async function writeSummary(ground: EffectGround): Promise<ActEffect> {
  await refuseRepeated(ground, 'summary');
  return {};
}
