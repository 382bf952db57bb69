import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  AccessLog,
  COURIER_POOL,
  inTransaction,
  OFFICER_POOL,
  PaperKeeper,
  problems,
  SCANNER,
  type Actor,
  type PaperRow,
  type Scanner,
} from '@lianxi/chassis';
import { findCase, papersOf } from '../cases/read-rows';
import { findCertificate } from '../retention/find-certificate';
import { mayKnow } from '../sealed/named-people';
import { heldPapers, type Held } from './held-papers';

export interface OpenedPaper {
  readonly row: PaperRow;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Opens papers for those who may see their case, and for the services a case was handed to. */
@Injectable()
export class ReadPaper {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(COURIER_POOL) private readonly courierPool: Pool,
    @Inject(PaperKeeper) private readonly keeper: PaperKeeper,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
  ) {}

  /** Throws a 404 problem for a paper of a case that is not the actor's to see, a 410 problem for one that was erased, a 503 or 403 one for one in quarantine; the look is on the record before the bytes leave. */
  async read(caseId: string, id: string, actor: Actor): Promise<OpenedPaper> {
    const found = await inTransaction(this.pool, actor, async (tx) => {
      const ofCase = await findCase(tx, caseId);
      const row = ofCase && (await mayKnow(tx, ofCase, actor)) ? (await papersOf(tx, caseId)).find((paper) => paper.id === id) : undefined;
      const name =
        row &&
        (await tx.find<{ name: string }>('paper-name', `SELECT value ->> 'name' AS name FROM particulars WHERE id = $1`, [
          row.name_particular,
        ]));
      return (
        row && {
          row,
          name: name?.name ?? 'paper',
          certificate: await findCertificate(tx, caseId),
          held: (await heldPapers(tx, caseId, this.scanner !== null)).get(id),
        }
      );
    });
    if (!found) {
      await this.accessLog.noteDenial(actor, caseId);
      throw problems.notFound();
    }
    const { certificate, held, ...paper } = found;
    refuseHeld(held);
    await this.accessLog.noteLook('paper-opened', actor, caseId, id);
    if (certificate) throw problems.erased({ details: { certificate: certificate.id, at: certificate.at } });
    return { ...paper, bytes: await this.keeper.get(paper.row) };
  }

  /** Throws a 404 problem unless this service handed the case to `service`, or its dossier to the audit service; a sealed paper goes with no dossier. */
  async sealFor(caseId: string, id: string, service: string): Promise<Buffer> {
    const row = await inTransaction(this.courierPool, undefined, async (tx) => {
      if (await findCertificate(tx, caseId)) return undefined;
      const handed =
        service === 'audit'
          ? await tx.find('dossier-compiled', `SELECT 1 AS yes FROM journal WHERE case_id = $1 AND act = 'compile-dossier' LIMIT 1`, [
              caseId,
            ])
          : await tx.find(
              'handed-to',
              `SELECT 1 AS yes FROM hand_overs WHERE case_id = $1 AND side = 'origin' AND to_service = $2 AND state IN ('committed', 'received')`,
              [caseId, service],
            );
      const paper =
        handed && (await papersOf(tx, caseId)).find((each) => each.id === id && (service !== 'audit' || each.confidentiality !== 'sealed'));
      return paper && { paper, held: (await heldPapers(tx, caseId, this.scanner !== null)).get(id) };
    });
    if (!row) throw problems.notFound();
    refuseHeld(row.held);
    return this.keeper.sealFor(service, row.paper);
  }
}

/** What is in quarantine leaves by no door: not to who may see its case, not to a service. */
function refuseHeld(held: Held | undefined): void {
  if (held === 'malware') throw problems.paperMalware();
  if (held === 'waiting') throw problems.paperWaits();
}
