import { ActRefused } from '@lianxi/casework';
import { newId, sealIdentity, type CaseRow, type Identity, type NewDelivery } from '@lianxi/chassis';
import type { ActEffect, EffectGround } from '../cases/act-effect';

/** The kind of matter whose reporter is known to the vault alone. */
export const sealsReporter = (kind: string): boolean => kind === 'violation';

/** Owed for every report of a violation, also an anonymous one: so nobody sees from a delivery, a row or a size whether the reporter gave a name. */
export const identityDelivery = (
  { id, city }: CaseRow,
  journalId: string,
  receipt: string,
  identity: Identity,
  custodians: Readonly<Record<string, string>>,
): NewDelivery => ({
  id: newId(),
  city,
  receiver: 'vault',
  to_body: null,
  kind: 'identity-sealed@1',
  case_id: id,
  journal_id: journalId,
  access_id: null,
  body: { receipt, sealed: sealIdentity(identity, custodians) },
  particulars: [],
  hand_over_id: null,
});

/** Asks the vault's custodians; they decide, and only the officer who asked is shown anything. */
export function askIdentity({ row, acts, performed: { form }, actor, texts }: EffectGround): ActEffect {
  const filedAs = (acts.find(({ act }) => act === 'file')?.detail['facts'] as { readonly kind?: string } | undefined)?.kind ?? '';
  if (!sealsReporter(filedAs)) throw new ActRefused('no-identity-sealed', { field: 'act' });
  const openingId = newId();
  const { person, post, body, forPost } = actor;
  return {
    detail: { opening: openingId },
    deliveries: (_changed, journalId) => [
      {
        id: newId(),
        city: row.city,
        receiver: 'vault',
        to_body: null,
        kind: 'identity-asked@1',
        case_id: row.id,
        journal_id: journalId,
        access_id: null,
        body: {
          openingId,
          body,
          post,
          ...(forPost === undefined ? {} : { forPost }),
          person,
          reason: form.codes['reason'],
          tell: form.codes['tell'],
        },
        particulars: texts.map(({ id }) => id),
        hand_over_id: null,
      },
    ],
  };
}
