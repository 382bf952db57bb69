import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  NeverMind,
  newId,
  OnMessage,
  record,
  RethrowFilter,
  SERVICE,
  type CaseRow,
  type Effect,
  type InboxContext,
  type JournalRow,
  type NewDelivery,
  type ServiceDefinition,
} from '@lianxi/chassis';
import { HoldChanged } from '@lianxi/contracts';
import { CaseInHand } from '../cases/case-acts';
import { actsOf, findCaseLocked, handOversOf } from '../cases/read-rows';
import { auditService } from '../register/service-names';
import { partnersOf } from './erase-case';

/** Auditors keep a case from being erased, or no longer do: an act on the case, wherever it is held now. */
@Controller()
@UseFilters(RethrowFilter)
export class AuditHoldsInbox {
  constructor(@Inject(SERVICE) private readonly service: ServiceDefinition) {}

  @OnMessage('hold-changed')
  async changed(@Payload() told: HoldChanged, @Ctx() { tx, sender, envelope }: InboxContext): Promise<Effect> {
    const caseId = envelope.caseId ?? '';
    const row = await findCaseLocked(tx, caseId);
    if (!row) return 'early';
    if (sender !== auditService && !partnersOf(await handOversOf(tx, caseId)).includes(sender))
      throw new NeverMind(`${sender} neither audits nor held this case.`);
    if (row.standing !== 'holding') {
      if (row.service === this.service.name) return 'early';
      await record(tx, { journal: [], deliveries: [passedOn(row, told)] });
      return undefined;
    }
    const acts = await actsOf(tx, caseId);
    if (told.n <= lastOrder(acts) || acts.some(({ act }) => act === 'confirm-erasure')) return 'stale';
    const inHand = new CaseInHand(row, tx.now);
    // The holder's row, not the office's: it is what befell the case at the body that answers for it. Who ordered it stands in the auditors' own act.
    inHand.act({
      procedure: row.procedure,
      act: told.held ? 'keep-for-audit' : 'end-keep-for-audit',
      from: row.state,
      to: row.state,
      clause: 'retention-schedule',
      body: row.holder,
      post: null,
      detail: { order: told.order, n: told.n, ground: told.ground, orderedIn: told.body, orderedBy: told.post },
    });
    await record(tx, { changedCase: { row: inHand.row, fromVersion: row.version }, journal: inHand.acts });
    return undefined;
  }
}

const lastOrder = (acts: readonly JournalRow[]): number =>
  Number(acts.findLast(({ act }) => act === 'keep-for-audit' || act === 'end-keep-for-audit')?.detail['n'] ?? 0);

const passedOn = (row: CaseRow, told: HoldChanged): NewDelivery => ({
  id: newId(),
  city: row.city,
  receiver: row.service,
  to_body: row.holder,
  kind: 'hold-changed@1',
  case_id: row.id,
  journal_id: null,
  access_id: null,
  body: { ...told },
  particulars: [],
  hand_over_id: null,
});
