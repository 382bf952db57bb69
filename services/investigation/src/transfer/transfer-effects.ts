import { recusedIn } from '@lianxi/casework';
import { asked, askWork, common, pastOf, type ActEffect, type EffectGround, type Effects } from '@lianxi/department';

/** What is done to transfer what another organ must judge. */
export const transferEffects: Effects = { 'begin-transfer': beginTransfer };

/** A transfer is work of the body that investigates; whoever is recused from the one is from the other. */
function beginTransfer(ground: EffectGround): ActEffect {
  const { row, acts, rules, tx, service } = ground;
  const { codes, ...rest } = common(ground);
  return asked(
    askWork(
      row,
      {
        ...rest,
        codes: { ...codes, recused: recusedIn(pastOf(acts)) },
        procedure: 'transfer-out',
        toBody: row.holder,
        atService: service.name,
        field: 'act',
      },
      rules,
      tx.now,
    ),
  );
}
