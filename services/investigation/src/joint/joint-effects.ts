import { register } from '@lianxi/jurisdiction';
import {
  askWork,
  asked,
  investigationService,
  joined,
  reportWork,
  type ActEffect,
  type EffectGround,
  type Effects,
} from '@lianxi/department';

/** Several bodies investigate jointly: each gives its findings, in a case of its own. */
export const jointEffects: Effects = { 'ask-findings': askFindings };

/** Once the plan stands, whoever else the decision names is asked. Units, and bodies without a desk here, are written to. */
function askFindings(ground: EffectGround): ActEffect {
  const toBeAsked = jointBodies(ground).filter(
    (body) => !ground.works.some((work) => work.procedure === 'joint-finding' && work.body === body),
  );
  return toBeAsked.map((body) => findingsOf(ground, body)).reduce(joined, reportWork(ground));
}

function jointBodies({ acts, row }: EffectGround): string[] {
  const named = acts.find(({ act }) => act === 'ask')?.detail['coHandlers'];
  return (Array.isArray(named) ? named.map(String) : []).filter(
    (body) => register.hasDesk(body) && register.findBody(body)?.city === row.city && body !== row.holder,
  );
}

function findingsOf({ row, acts, performed, rules, tx }: EffectGround, toBody: string): ActEffect {
  const codes = { recused: acts.find(({ act }) => act === 'ask')?.detail['recused'] ?? [] };
  return asked(
    askWork(
      row,
      {
        procedure: 'joint-finding',
        toBody,
        field: 'act',
        clause: performed.clause,
        codes,
        particulars: [],
        atService: investigationService,
      },
      rules,
      tx.now,
    ),
  );
}
