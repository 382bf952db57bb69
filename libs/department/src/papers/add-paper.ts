import { FormRefused } from '@lianxi/casework';
import type { PaperRow } from '@lianxi/chassis';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { newPaper, paperOnRecord } from './new-paper';

/** The bytes are on disk before the act that names them commits; without a commit they are bytes nobody names. */
export async function addPaper({ row, performed, tx, today, paper, service, keep }: EffectGround): Promise<ActEffect> {
  if (!paper) throw new FormRefused('field-missing', { field: 'form.paper' });
  const { codes } = performed.form;
  if (String(codes['dated']) > today) throw new FormRefused('field-value', { field: 'form.dated', until: today });
  const described = { kind: String(codes['kind']), dated: String(codes['dated']), origin: codes['origin'] as PaperRow['origin'] };
  const added = newPaper(row, service.name, paper, described, tx.now, String(codes['paper']));
  await keep(added);
  return { papers: [added.row], particulars: [added.name], detail: { papers: [paperOnRecord(added.row)] } };
}
