import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  newId,
  noHistory,
  OnMessage,
  record,
  RethrowFilter,
  sealRow,
  SERVICE,
  type Effect,
  type InboxContext,
  type ServiceDefinition,
} from '@lianxi/chassis';
import { CaseErased } from '@lianxi/contracts';
import { findCaseLocked, handOversOf } from '../cases/read-rows';
import { caseErased, partnersOf } from './erase-case';
import { findCertificate } from './find-certificate';

/** The last holder erased a case: what this service still had of it goes as well, under a certificate of its own. */
@Controller()
@UseFilters(RethrowFilter)
export class ErasuresInbox {
  constructor(@Inject(SERVICE) private readonly service: ServiceDefinition) {}

  @OnMessage('case-erased')
  async erased(@Payload() told: CaseErased, @Ctx() { tx, sender, city, envelope }: InboxContext): Promise<Effect> {
    const caseId = envelope.caseId ?? '';
    const row = await findCaseLocked(tx, caseId);
    if (row && (row.epoch > told.epoch || row.standing === 'holding')) return 'stale';
    if (await findCertificate(tx, caseId)) return 'stale';
    const { certificate, holder, ground, keptUntil, epoch } = told;
    const act = sealRow(noHistory, {
      id: newId(),
      city,
      case_id: caseId,
      version: null,
      procedure: 'matter',
      act: 'follow-erasure',
      from_state: null,
      to_state: null,
      clause: 'retention-schedule',
      epoch,
      body: holder,
      post: null,
      for_post: null,
      recorded_at: tx.now,
      effective_at: tx.now,
      detail: { certificate, ground, keptUntil, service: sender },
      particulars: [],
    });
    const further = partnersOf(await handOversOf(tx, caseId)).filter((service) => service !== sender && service !== this.service.name);
    await record(tx, {
      journal: [act],
      deliveries: [...new Set(further)].map((service) => caseErased({ id: caseId, city }, service, act.id, { ...told })),
    });
    return undefined;
  }
}
