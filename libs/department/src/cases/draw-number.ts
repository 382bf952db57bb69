import { referenceText } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import { askForUncoveredFields } from '../linked-work/work-effects';
import { joined, type ActEffect, type EffectGround } from './act-effect';

/** A registered matter has its number, and the office is asked about the fields that no rule covers. */
export async function registerMatter(ground: EffectGround): Promise<ActEffect> {
  const drawn = await drawNumber(ground);
  return joined(drawn, askForUncoveredFields(ground, { ...ground.row, ...drawn.change }));
}

/** The official number belongs to the register act: drawing it at intake would make all filings queue behind one row. */
export async function drawNumber({ tx, row, service }: EffectGround): Promise<ActEffect> {
  if (row.number !== null) return {};
  const drawn = await tx.find<{ serial: number; year: number }>(
    'draw-number',
    `
    INSERT INTO number_series AS s (city, body, year, serial) VALUES ($1, $2, extract(year FROM lianxi_now() AT TIME ZONE 'Asia/Shanghai'), 1)
    ON CONFLICT (city, body, year) DO UPDATE SET serial = s.serial + 1 RETURNING serial, year`,
    [row.city, row.holder],
  );
  const mark = `${register.getCity(row.city).referenceMark}${markOf(service.name)}(${row.holder.split('-').slice(1).join('-')})`;
  const number = referenceText({ mark, year: drawn?.year ?? 0, serial: drawn?.serial ?? 0 });
  return { change: { number }, detail: { number } };
}

/** Each service draws its own numbers, so its mark keeps those of one body in two services apart. */
export const markOf = (service: string): string => register.services.find(({ id }) => id === service)?.mark ?? '';
