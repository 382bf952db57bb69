import {
  ActRefused,
  checkTerm,
  coupledWith,
  findMeasure,
  FormRefused,
  mayImpose,
  nextPlace,
  proposedMeasures,
  type Imposer,
  type Measure,
} from '@lianxi/casework';
import { asked, askWork, common, joined, pastOf, reportWork, type ActEffect, type EffectGround, type Effects } from '@lianxi/department';
import { openMeasures } from './open-measures';

/** What is proposed, ordered and carried out against whom a violation was found. */
export const measureEffects: Effects = {
  'propose-measure': proposeMeasure,
  'drop-measure': dropMeasure,
  'open-measures': takeEffect,
  'order-body': orderBody,
};

/** The matter is told of the service, and the measures begin. */
async function takeEffect(ground: EffectGround): Promise<ActEffect> {
  return joined(reportWork(ground), await openMeasures(ground));
}

function proposeMeasure(ground: EffectGround): ActEffect {
  const {
    row,
    performed: { form },
    acts,
    identities,
    today,
  } = ground;
  const measure = findMeasure(String(form.codes['measure']));
  if (!measure || !mayImpose(measure, capacityOf(ground), row.city)) throw new ActRefused('measure-not-offered', { field: 'form.measure' });
  const { from, to, amount } = form.codes as { from?: string; to?: string; amount?: string };
  checkTerm(measure, { from, to }, today);
  checkAmount(measure, amount);
  const past = pastOf(acts);
  const subjectHash = identities['number'] ?? '';
  const proposed = proposedMeasures(past);
  if (proposed.some(({ code, subject }) => code === measure.code && subject === subjectHash))
    throw new ActRefused('measure-proposed-before', { field: 'form.measure' });
  const place = nextPlace(past);
  if (place === undefined) throw new ActRefused('no-place-left', { field: 'form.measure' });
  const codes = [...proposed.filter(({ subject }) => subject === subjectHash).map(({ code }) => code), measure.code];
  return {
    detail: { place, subjectHash, brings: coupledWith(codes, row.city).map(({ brings, confirmed }) => ({ measure: brings, confirmed })) },
  };
}

/** In which capacity the body investigates, by the decision that gave it the investigation. */
function capacityOf({ acts }: EffectGround): Imposer {
  const mode = acts.find(({ act }) => act === 'ask')?.detail['mode'];
  return mode === 'project' ? 'funding-body' : 'sector-department';
}

function checkAmount({ recovers }: Measure, amount: string | undefined): void {
  if (recovers && amount === undefined) throw new FormRefused('field-missing', { field: 'form.amount', allowed: 'amount' });
  if (!recovers && amount !== undefined) throw new FormRefused('field-unknown', { field: 'form.amount' });
}

function dropMeasure({ acts, performed }: EffectGround): ActEffect {
  const allowed = proposedMeasures(pastOf(acts)).map(({ place }) => String(place));
  if (!allowed.includes(String(performed.form.codes['place']))) throw new FormRefused('field-value', { field: 'form.place', allowed });
  return {};
}

/** Funds are recovered by whoever gave them, awards revoked by whoever granted them. */
function orderBody(ground: EffectGround): ActEffect {
  const toBody = String(ground.performed.form.codes['toBody']);
  if (toBody === ground.row.holder) throw new FormRefused('field-value', { field: 'form.toBody' });
  return asked(
    askWork(ground.row, { ...common(ground), procedure: 'measure-order', toBody, field: 'form.toBody' }, ground.rules, ground.tx.now),
  );
}
