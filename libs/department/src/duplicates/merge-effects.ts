import { ActRefused, FormRefused } from '@lianxi/casework';
import { record, type CaseRow, type Tx } from '@lianxi/chassis';
import { CaseInHand } from '../cases/case-acts';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { endedStates } from '../cases/ended-states';
import { findCaseLocked } from '../cases/read-rows';
import { restClocks, reviveClocks } from '../clocks/case-clocks';
import { mayKnow } from '../sealed/named-people';

/** A case merged into another, or the other way round. */
export interface MergedCase extends Record<string, unknown> {
  readonly id: string;
  readonly number: string | null;
}

export const principalOf = (tx: Tx, caseId: string): Promise<MergedCase | undefined> =>
  tx.find<MergedCase>(
    'principal-of-case',
    'SELECT m.principal AS id, c.number FROM case_merges m LEFT JOIN cases c ON c.id = m.principal WHERE m.duplicate = $1 AND m.unmerged_at IS NULL',
    [caseId],
  );

export const duplicatesOf = (tx: Tx, caseId: string): Promise<MergedCase[]> =>
  tx.rows<MergedCase>(
    'duplicates-of-case',
    'SELECT m.duplicate AS id, c.number FROM case_merges m LEFT JOIN cases c ON c.id = m.duplicate WHERE m.principal = $1 AND m.unmerged_at IS NULL ORDER BY m.merged_at, m.duplicate',
    [caseId],
  );

/**
 * Points a duplicate to the principal case, which alone is handled from then on; both keep their numbers. Another body's case is merged by the
 * body that leads, once the duplicate was handed over to it.
 */
export async function merge(ground: EffectGround): Promise<ActEffect> {
  const { tx, row, performed, clocks } = ground;
  const principal = await principalFor(ground, String(performed.form.codes['principal']));
  if ((await duplicatesOf(tx, row.id)).length > 0) throw new ActRefused('is-principal', { field: 'act' });
  await tx.rows('merge-case', 'INSERT INTO case_merges (duplicate, principal, city, merged_at) VALUES ($1, $2, $3, lianxi_now())', [
    row.id,
    principal.id,
    row.city,
  ]);
  await actOnPrincipal(ground, principal, 'take-in-duplicate');
  return { change: { resumes_in: row.state }, clocks: restClocks(clocks), detail: { principalNumber: principal.number } };
}

/** The case goes on where it stood. Its periods were never stopped by the law, so they end when they would have ended. */
export async function unmerge(ground: EffectGround): Promise<ActEffect> {
  const { tx, row, clocks } = ground;
  const known = await principalOf(tx, row.id);
  await tx.rows('unmerge-case', 'UPDATE case_merges SET unmerged_at = lianxi_now() WHERE duplicate = $1 AND unmerged_at IS NULL', [row.id]);
  const principal = known && (await findCaseLocked(tx, known.id));
  if (principal?.standing === 'holding') await actOnPrincipal(ground, principal, 'let-go-duplicate');
  return { change: { resumes_in: null }, clocks: reviveClocks(clocks), detail: { principal: known?.id ?? null } };
}

/** What was filed in error is nobody's work any more, and what was merged into it would be nobody's either. */
export async function refusePrincipal({ tx, row }: EffectGround): Promise<void> {
  if ((await duplicatesOf(tx, row.id)).length > 0) throw new ActRefused('has-duplicates', { field: 'act' });
}

async function principalFor({ tx, row, actor }: EffectGround, id: string): Promise<CaseRow> {
  const principal = id === row.id ? undefined : await findCaseLocked(tx, id);
  if (!principal || principal.procedure !== 'matter' || principal.city !== row.city || !(await mayKnow(tx, principal, actor)))
    throw new FormRefused('field-value', { field: 'form.principal' });
  if (principal.standing !== 'holding' || principal.holder !== row.holder)
    throw new ActRefused('principal-elsewhere', { field: 'form.principal', holder: principal.holder });
  if (endedStates.includes(principal.state)) throw new ActRefused('principal-ended', { field: 'form.principal' });
  if (principal.mark !== row.mark) throw new ActRefused('marks-differ', { field: 'form.principal' });
  return principal;
}

async function actOnPrincipal({ tx, row, performed, actor }: EffectGround, principal: CaseRow, act: string): Promise<void> {
  const inHand = new CaseInHand(principal, tx.now);
  inHand.act({
    procedure: 'matter',
    act,
    from: principal.state,
    to: principal.state,
    clause: performed.clause,
    body: actor.body,
    post: actor.post,
    forPost: actor.forPost,
    detail: { duplicate: row.id, number: row.number, person: actor.person },
  });
  await record(tx, { changedCase: { row: inHand.row, fromVersion: principal.version }, journal: inHand.acts });
}
