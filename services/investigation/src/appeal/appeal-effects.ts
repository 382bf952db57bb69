import { FormRefused, proposedChanges, recusedIn, tookPartIn, type AppealState } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import { actsOf, asked, askWork, common, pastOf, reportWork, type ActEffect, type EffectGround, type Effects } from '@lianxi/department';
import { changeMeasure } from './change-measure';
import { measuresOfDecision, type OrderedMeasure } from './measures-of-decision';

/** What is done when a decision is appealed against, and on the appeal. */
export const appealEffects: Effects = {
  'ask-recheck': askRecheck,
  'ask-final-review': askFinalReview,
  'propose-change': proposeChange,
  'report-appeal': reportAppeal,
};

function askRecheck(ground: EffectGround): Promise<ActEffect> {
  return ask(ground, 'recheck', ground.row.holder, tookPartIn(pastOf(ground.acts)));
}

/** Whoever did the re-check took part as well. */
async function askFinalReview(ground: EffectGround): Promise<ActEffect> {
  const { toBody, outsideBody } = ground.performed.form.codes;
  if ((toBody === undefined) === (outsideBody === undefined))
    throw new FormRefused(toBody === undefined ? 'field-missing' : 'field-value', { field: 'form.toBody' });
  if (toBody === ground.row.holder) throw new FormRefused('field-value', { field: 'form.toBody' });
  if (outsideBody !== undefined) return askOutside(ground, String(outsideBody));
  const rechecks = ground.works.filter(({ procedure }) => procedure === 'recheck');
  const theirs = await Promise.all(rechecks.map(async ({ id }) => tookPartIn(pastOf(await actsOf(ground.tx, id)))));
  return ask(ground, 'final-review', String(toBody), [...new Set([...tookPartIn(pastOf(ground.acts)), ...theirs.flat()])]);
}

/** The superior body has no desk here: it is written to from a case of our own. Throws FormRefused for one that is no such body. */
function askOutside(ground: EffectGround, superior: string): Promise<ActEffect> {
  const allowed = register.bodies.filter(({ desk, city }) => !desk && (city === undefined || city === ground.row.city)).map(({ id }) => id);
  if (!allowed.includes(superior)) throw new FormRefused('field-value', { field: 'form.outsideBody', allowed });
  return ask(ground, 'outside-review', ground.row.holder, [], { superior });
}

async function ask(
  ground: EffectGround,
  procedure: 'recheck' | 'final-review' | 'outside-review',
  toBody: string,
  tookPart: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<ActEffect> {
  const { row, rules, tx, service } = ground;
  const measures = await measuresOfDecision(tx, row.id);
  const state: AppealState = procedure === 'recheck' ? 'recheck-open' : 'final-review-open';
  for (const { caseId } of measures) await changeMeasure({ tx, body: row.holder }, caseId, state);
  const codes = {
    by: ground.performed.form.codes['by'],
    ...more,
    tookPart,
    recused: recusedIn(pastOf(ground.acts)),
    measures: measures.map(({ caseId: _here, ...measure }) => measure),
  };
  return asked(askWork(row, { ...common(ground), codes, procedure, toBody, atService: service.name, field: 'form.toBody' }, rules, tx.now));
}

/** Throws FormRefused for a measure that the decision did not order, and for a day that would make it longer. */
function proposeChange({
  acts,
  performed: {
    form: { codes },
  },
}: EffectGround): ActEffect {
  const ordered = (acts.find(({ act }) => act === 'ask')?.detail['measures'] ?? []) as Omit<OrderedMeasure, 'caseId'>[];
  const measure = ordered.find(({ place }) => String(place) === codes['place']);
  if (!measure) throw new FormRefused('field-value', { field: 'form.place', allowed: ordered.map(({ place }) => String(place)) });
  const to = codes['to'] as string | undefined;
  if (codes['change'] === 'lift') {
    if (to !== undefined) throw new FormRefused('field-unknown', { field: 'form.to' });
    return {};
  }
  if (to === undefined) throw new FormRefused('field-missing', { field: 'form.to', allowed: 'day' });
  if (measure.to === null || to >= String(measure.to) || to < String(measure.from))
    throw new FormRefused('field-value', { field: 'form.to', after: measure.from, until: measure.to });
  return {};
}

const declining = ['decline-appeal', 'record-outside-refusal'];

/** The case that was appealed against is told the result with everything it changes. */
function reportAppeal(ground: EffectGround): ActEffect {
  const { performed, acts } = ground;
  const past = pastOf(acts);
  const isDeclined = declining.includes(performed.act);
  const result = isDeclined
    ? 'declined'
    : past.findLast(({ act }) => act === 'propose-result' || act === 'record-outside-result')?.detail['result'];
  const said = { result, changes: isDeclined ? [] : proposedChanges(past) };
  return { ...reportWork(ground, said), detail: said };
}
