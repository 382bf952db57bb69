import { isInvestigating, legalDayOf, recusedIn, suspectBodyIn } from '@lianxi/casework';
import { register, superiorOf, type Register } from '@lianxi/jurisdiction';
import type { CaseRow, LinkedWorkRow } from '@lianxi/chassis';
import { joined, type ActEffect, type EffectGround } from '../cases/act-effect';
import { decisionOf } from '../cases/decision-of';
import { pastOf } from '../cases/subject-of';
import { investigationService } from '../register/service-names';
import { askWork, type AskedWork, type WorkOrder } from './ask-work';
import { isOffice } from './bodies-but';
import { asked, common, releaseWorks } from './work-effects';

type Where = Pick<WorkOrder, 'procedure' | 'toBody' | 'atService' | 'codes'>;

/** Who investigates is the decision's, never a choice: the order goes where it says. What was ordered by facts that were corrected since is taken back. */
export function orderInvestigation(ground: EffectGround): ActEffect {
  const { row, works, rules, tx } = ground;
  const codes = { ...orderedFor(ground), since: acceptedOn(ground) };
  const { codes: more, ...where } = whereTo(ground, codes.decidedLead);
  const order = askWork(
    row,
    { ...common(ground), ...where, codes: { ...codes, ...more }, field: 'act', since: codes.since },
    rules,
    tx.now,
  );
  return joined(joined(toldToSupervision(ground), asked(order)), releaseWorks(ground, works.filter(isInvestigating)));
}

/** Of staff of an authority the supervisory organ is told as well: a transfer of its own, once. */
function toldToSupervision(ground: EffectGround): ActEffect {
  const { row, acts, works, rules, tx } = ground;
  if (suspectBodyIn(acts) === undefined || works.some(({ procedure, state }) => procedure === 'transfer-out' && state !== 'released'))
    return {};
  const codes = { kind: 'supervisory-organ', recused: recusedIn(pastOf(acts)) };
  return asked(
    askWork(
      row,
      {
        ...common(ground),
        clause: 'transfer-to-organ',
        codes,
        procedure: 'transfer-out',
        toBody: row.holder,
        atService: investigationService,
        field: 'act',
      },
      rules,
      tx.now,
    ),
  );
}

/** By the office's word, or when a unit did not act: the body named investigates. Its period runs from the acceptance, unless a unit has used that up. */
export function investigationAt(
  row: CaseRow,
  toBody: string,
  earlier: LinkedWorkRow,
  given: Pick<WorkOrder, 'clause' | 'particulars'>,
  rules: Register,
  now: string,
): AskedWork {
  const since = earlier.procedure === 'find-investigator' ? earlier.subject['since'] : undefined;
  return askWork(
    row,
    {
      ...given,
      procedure: 'investigation',
      toBody,
      atService: investigationService,
      field: 'act',
      codes: { ...earlier.subject },
      ...(typeof since === 'string' ? { since } : {}),
    },
    rules,
    now,
  );
}

/** The unit is tasked by the body that supervises; who has no desk here is written to; whom nobody knows the office finds out. */
function whereTo({ row, service }: EffectGround, lead: string | null): Where {
  if (lead === null || isOffice(lead)) return { procedure: 'find-investigator', toBody: register.getCity(row.city).office, codes: {} };
  if (lead === 'unit') return { procedure: 'unit-investigation', toBody: row.holder, atService: investigationService, codes: {} };
  if (register.hasDesk(lead) && register.findBody(lead)?.city === row.city)
    return { procedure: 'investigation', toBody: lead, atService: investigationService, codes: {} };
  return {
    procedure: 'letter',
    toBody: row.holder,
    atService: service.name,
    codes: { toBody: lead, purpose: 'investigation', periodFrom: 'receipt' },
  };
}

function orderedFor({ row, acts }: EffectGround) {
  const decided = decisionOf(row)?.investigation;
  const recused = recusedIn(pastOf(acts));
  const suspectBody = suspectBodyIn(acts);
  if (suspectBody !== undefined)
    return {
      decidedLead: superiorOf(suspectBody) ?? null,
      mode: 'superior',
      coHandlers: [],
      hits: ['authority-staff'],
      recused,
      suspectBody,
      superiorUnconfirmed: true,
    };
  return {
    decidedLead: decided?.lead ?? null,
    mode: decided?.mode,
    coHandlers: decided?.coHandlers ?? [],
    hits: decided?.hits ?? [],
    recused,
  };
}

/** The law counts from the acceptance, which may lie well before the order. */
function acceptedOn({ acts }: EffectGround): string | undefined {
  const accepted = acts.findLast(({ procedure, act }) => procedure === 'matter' && act === 'accept');
  return accepted && legalDayOf(accepted.effective_at);
}
