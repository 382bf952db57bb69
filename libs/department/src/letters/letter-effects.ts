import { ActRefused, FormRefused, isToAccused, unitParty } from '@lianxi/casework';
import { postCounts, unitContact } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { askWork } from '../linked-work/ask-work';
import { pastOf } from '../cases/subject-of';
import { refuseRepeated } from '../reporters/write-summary';
import { asked, common, dayAhead, reportWork } from '../linked-work/work-effects';

/** What is done to write a letter, and on it. */
export const letterEffects: Readonly<Record<string, (ground: EffectGround) => ActEffect | Promise<ActEffect>>> = {
  'write-letter': writeLetter,
  'send-letter': sendLetter,
};

/** A letter is work of the body that writes it: whoever is written to has no desk at which it could lie. */
async function writeLetter(ground: EffectGround): Promise<ActEffect> {
  refuseUnlessAddressed(ground);
  refuseNeedlessDay(ground);
  if (ground.performed.form.codes['side'] === 'accused') await refuseRepeated(ground, 'content');
  const { row, rules, tx, service } = ground;
  return asked(
    askWork(
      row,
      { ...common(ground), procedure: 'letter', toBody: row.holder, atService: service.name, field: 'form.toBody' },
      rules,
      tx.now,
    ),
  );
}

/** Written to is an authority without a desk here, or a unit by its code or in words; never both. */
function refuseUnlessAddressed({ row, performed: { form } }: EffectGround): void {
  const allowed = register.bodies.filter((body) => !body.desk && (body.city === undefined || body.city === row.city)).map(({ id }) => id);
  const { toBody, unit } = form.codes;
  const isUnit = unit !== undefined || form.texts['addressee'] !== undefined;
  if (toBody === undefined && !isUnit) throw new FormRefused('field-missing', { field: 'form.toBody', allowed });
  if (toBody !== undefined && (isUnit || !allowed.includes(String(toBody))))
    throw new FormRefused('field-value', { field: 'form.toBody', allowed: isUnit ? [] : allowed });
}

/** A day by which an answer is asked for lies ahead, and an answer is awaited. */
function refuseNeedlessDay(ground: EffectGround): void {
  const { answerBy, periodFrom } = ground.performed.form.codes;
  if (answerBy === undefined) return;
  if (periodFrom === 'none') throw new FormRefused('field-value', { field: 'form.answerBy', allowed: [] });
  dayAhead(ground, 'answerBy');
}

/** Sent to a unit's contact, the letter is the unit's to see from now on, whatever way later ones go. */
async function sendLetter(ground: EffectGround): Promise<ActEffect> {
  const { row, acts, performed, tx } = ground;
  if (isToAccused(pastOf(acts)) && row.linked_to) await refuseRepeated(ground, 'reminder', row.linked_to.caseId);
  const report = reportWork(ground);
  if (performed.form.codes['method'] !== 'to-contact') return report;
  if (row.mark === 'sealed') throw new ActRefused('sealed-not-sent', { field: 'form.method' });
  const unit = acts.find(({ act }) => act === 'ask')?.detail['unit'];
  const body = typeof unit === 'string' ? unitParty(unit) : '';
  const contact = await tx.find(
    'contact-of-unit',
    `SELECT 1 AS yes FROM posts p WHERE p.body = $1 AND p.city = $2 AND p.role = '${unitContact}' AND ${postCounts} LIMIT 1`,
    [body, row.city],
  );
  if (!contact) throw new ActRefused('no-contact', { field: 'form.method' });
  if (acts.some(({ detail }) => detail['method'] === 'to-contact')) return report;
  return { ...report, access: [{ case_id: row.id, body, city: row.city, part: 'addressee', since: tx.now, until: null }] };
}
