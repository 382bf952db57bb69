import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { newId, noHistory, OnMessage, record, RethrowFilter, type Effect, type InboxContext } from '@lianxi/chassis';
import { DossierCompiled } from '@lianxi/contracts';
import { register } from '@lianxi/jurisdiction';
import { exportAct } from '../acts/export-acts';
import { RunExports } from '../run-exports';
import { textsName } from './dossier-content';

/** A holder compiled a dossier: its making is an export like any other, which nobody need approve, since the holder itself hands it over. */
@Controller()
@UseFilters(RethrowFilter)
export class DossiersInbox {
  constructor(@Inject(RunExports) private readonly runExports: RunExports) {}

  @OnMessage('dossier-compiled')
  async compiled(
    @Payload() { act, version, body, post, number, withheld }: DossierCompiled,
    @Ctx() { tx, sender, city, envelope, particulars }: InboxContext,
  ): Promise<Effect> {
    const filter = { caseId: envelope.caseId ?? '' };
    const row = { id: newId(), city, version: 1, history_hash: noHistory, asked_body: body };
    const asked = exportAct(tx, row, {
      act: 'ask',
      from: null,
      to: 'approved',
      detail: { filter, purpose: 'archive', dossier: act, compiledBy: post, service: sender },
    });
    await this.runExports
      .filesOf(row.id)
      .put(
        textsName,
        Buffer.from(JSON.stringify(particulars.map(({ id, kind, value, salt, commitment }) => ({ id, kind, value, salt, commitment })))),
      );
    await record(tx, {
      journal: [asked],
      access: [{ case_id: row.id, body: register.getCity(city).office, city, part: 'office', since: tx.now, until: null }],
    });
    await tx.rows(
      'ask-dossier',
      `INSERT INTO exports (id, city, state, version, history_hash, filter, purpose, asked_by, asked_post, asked_body, asked_at, changed_at, dossier)
      VALUES ($1, $2, 'approved', 1, $3, $4, 'archive', '', $5, $6, $7, $7, $8)`,
      [
        row.id,
        city,
        asked.hash,
        JSON.stringify(filter),
        post,
        body,
        tx.now,
        JSON.stringify({ act, version, service: sender, number: number ?? null, withheld }),
      ],
    );
    return undefined;
  }
}
