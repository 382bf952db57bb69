import { FormRefused } from '@lianxi/casework';
import type { PaperRow } from '@lianxi/chassis';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { refuseReportEnclosed } from '../letters/refuse-report-enclosed';
import { newPaper, paperOnRecord } from './new-paper';

/** The bytes are on disk before the act that names them commits; without a commit they are bytes nobody names. */
export async function addPaper(ground: EffectGround): Promise<ActEffect> {
  const { row, performed, tx, today, paper, service, keep } = ground;
  if (!paper) throw new FormRefused('field-missing', { field: 'form.paper' });
  const { codes } = performed.form;
  if (String(codes['dated']) > today) throw new FormRefused('field-value', { field: 'form.dated', until: today });
  const described = { kind: String(codes['kind']), dated: String(codes['dated']), origin: codes['origin'] as PaperRow['origin'] };
  await refuseReportEnclosed(ground, described.kind);
  const added = newPaper(row, service.name, paper, described, tx.now, String(codes['paper']));
  await keep(added);
  return { papers: [added.row], particulars: [added.name], detail: { papers: [paperOnRecord(added.row, { pages: codes['pages'] })] } };
}
