import { ActRefused, findClockRule, FormRefused } from '@lianxi/casework';
import { register, serviceFor, type MatterFacts } from '@lianxi/jurisdiction';
import { newId, type CaseRow, type HandOverRow, type NewDelivery } from '@lianxi/chassis';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { handOversOf } from '../cases/read-rows';
import { releaseOpenWork } from '../linked-work/work-effects';
import { decidedAnew, type DecidedAnew } from '../rules/decide-anew';

/** Whoever has a desk here is handed the case; forwarding is for authorities that have none. */
export function forward(ground: EffectGround): ActEffect {
  const allowed = register.bodies
    .filter((body) => !body.desk && (body.city === undefined || body.city === ground.row.city))
    .map(({ id }) => id);
  if (!allowed.includes(String(ground.performed.form.codes['toBody'])))
    throw new FormRefused('field-value', { field: 'form.toBody', allowed });
  return releaseOpenWork(ground);
}

/** Offered because the rules changed, a matter goes where they now say and nowhere else, with the decision that says so. */
function byChangedRules({ row, performed, rules, today }: EffectGround, toBody: string): DecidedAnew | undefined {
  if (performed.form.codes['reason'] !== 'rules-changed') return undefined;
  const anew = decidedAnew(row, rules, today);
  if (!anew) throw new ActRefused('rules-unchanged');
  const { holder } = anew.record.decision.supervision;
  if (toBody !== holder) throw new FormRefused('field-value', { field: 'form.toBody', allowed: [holder] });
  return anew;
}

export function openHandOver(ground: EffectGround): ActEffect {
  const { row, performed, service, texts, tx, rules } = ground;
  const toBody = String(performed.form.codes['toBody']);
  const anew = byChangedRules(ground, toBody);
  const toService =
    anew?.record.decision.supervision.service ??
    (register.hasDesk(toBody) ? serviceFor(row.facts as unknown as MatterFacts, toBody, rules) : undefined);
  if (toService === undefined)
    throw new FormRefused('field-value', {
      field: 'form.toBody',
      allowed: register.bodies.filter(({ desk, city }) => desk && city === row.city).map(({ id }) => id),
    });
  const offer: HandOverRow = {
    id: newId(),
    side: 'origin',
    case_id: row.id,
    city: row.city,
    kind: 'transfer',
    state: 'offered',
    from_service: service.name,
    from_body: row.holder,
    to_service: toService,
    to_body: toBody,
    epoch: row.epoch,
    subject: { reason: performed.form.codes['reason'], mark: row.mark, ...(anew ? { anew } : {}) },
    opened_at: tx.now,
    changed_at: tx.now,
  };
  const subject = {
    mark: row.mark,
    kind: row.kind,
    state: row.state,
    number: row.number,
    facts: row.facts,
    decision: anew?.record ?? row.decision,
    reason: performed.form.codes['reason'],
  };
  return {
    handOvers: [offer],
    detail: {
      handOver: offer.id,
      toService,
      ...(anew ? { edition: anew.record.edition } : {}),
      due: findClockRule('hand-over-answer')?.amount,
    },
    deliveries: (_changed, journalId) => [
      {
        ...owed(row, journalId, offer, 'transfer-offered@1', {
          handOverId: offer.id,
          epoch: row.epoch,
          fromBody: row.holder,
          toBody,
          clause: 'hand-over',
          subject,
        }),
        particulars: texts.map(({ id }) => id),
      },
    ],
  };
}

export async function recallHandOver({ tx, row }: EffectGround): Promise<ActEffect> {
  const offer = (await handOversOf(tx, row.id)).find(({ side, state }) => side === 'origin' && state === 'offered');
  if (!offer) return {};
  return {
    handOvers: [{ ...offer, state: 'recalled', changed_at: tx.now }],
    detail: { handOver: offer.id },
    deliveries: (_changed, journalId) => [
      owed(row, journalId, offer, 'transfer-withdrawn@1', { handOverId: offer.id, epoch: offer.epoch, outcome: 'recalled' }),
    ],
  };
}

const owed = (row: CaseRow, journalId: string, offer: HandOverRow, kind: string, body: unknown): NewDelivery => ({
  id: newId(),
  city: row.city,
  receiver: offer.to_service,
  to_body: offer.to_body,
  kind,
  case_id: row.id,
  journal_id: journalId,
  access_id: null,
  body,
  particulars: [],
  hand_over_id: null,
});
