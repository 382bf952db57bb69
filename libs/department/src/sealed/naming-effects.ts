import { ActRefused, FormRefused } from '@lianxi/casework';
import { newId, type CaseRow, type NewDelivery, type Tx } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import type { ActEffect, EffectGround } from '../cases/act-effect';
import { indexed } from '../cases/holding';
import { handOversOf } from '../cases/read-rows';
import { namedOn, type NamedRow } from './named-people';

interface PostHeld {
  readonly id: string;
  readonly person: string;
  readonly body: string;
}

const postsToName = (tx: Tx, bodies: readonly string[]): Promise<PostHeld[]> =>
  tx.rows<PostHeld & Record<string, unknown>>(
    'posts-to-name',
    `SELECT id, person, body FROM posts WHERE body = ANY ($1)
  AND valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (valid_until IS NULL OR valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY id`,
    [bodies],
  );

const stillNamed = (named: readonly NamedRow[]): NamedRow[] => named.filter(({ until }) => until === null);

const name = (tx: Tx, { id, city }: CaseRow, { id: post, person, body }: PostHeld): Promise<unknown> =>
  tx.rows(
    'name-person',
    'INSERT INTO named_people (case_id, city, post, person, body, since) VALUES ($1, $2, $3, $4, $5, lianxi_now()) ON CONFLICT DO NOTHING',
    [id, city, post, person, body],
  );

/** Whoever seals a case is named, or nobody could open it. Where the case was, and where others work on it, it is marked alike. */
export async function setMark({ tx, row, performed, actor, works }: EffectGround): Promise<ActEffect> {
  const mark = performed.form.codes['mark'] as CaseRow['mark'];
  if (mark === 'sealed') await name(tx, row, { id: actor.post, person: actor.person, body: actor.body });
  const elsewhere = await servicesThatHadIt(tx, row);
  return {
    change: { mark },
    deliveries: (changed, journalId) => [
      ...elsewhere.map(({ service, body }) => markChanged(changed, journalId, service, body)),
      ...works.map((work) => markChanged(changed, journalId, work.service, work.body, work.id)),
    ],
  };
}

/** A post of the bodies that hold the case, or of the city's office, which then finds it in its index. */
export async function namePerson(ground: EffectGround): Promise<ActEffect> {
  const { tx, row, performed, actor } = ground;
  const posts = await postsToName(tx, [row.holder, ...row.joint_bodies, register.getCity(row.city).office]);
  const post = posts.find(({ id }) => id === performed.form.codes['post']);
  if (!post) throw new FormRefused('field-value', { field: 'form.post', allowed: posts.map(({ id }) => id) });
  // Whoever names is named as well: the head who opened a case that nobody was named on would lose sight of it otherwise.
  await name(tx, row, { id: actor.post, person: actor.person, body: actor.body });
  await name(tx, row, post);
  return toldToIndex(ground, post.person);
}

/** The last person in office stays named: a case that nobody can open is nobody's. */
export async function unnamePerson(ground: EffectGround): Promise<ActEffect> {
  const { tx, row, performed, actor } = ground;
  const named = stillNamed(await namedOn(tx, row.id));
  const ours = named.filter(({ post }) => post === performed.form.codes['post']);
  if (ours.length === 0) throw new FormRefused('field-value', { field: 'form.post', allowed: named.map(({ post }) => post) });
  if (ours.some(({ person }) => person === actor.person)) throw new ActRefused('same-person', { field: 'form.post' });
  if (!named.some((each) => each.body === actor.body && each.inOffice && !ours.includes(each)))
    throw new ActRefused('last-named', { field: 'form.post' });
  await tx.rows('unname-person', 'UPDATE named_people SET until = lianxi_now() WHERE case_id = $1 AND post = $2 AND until IS NULL', [
    row.id,
    performed.form.codes['post'],
  ]);
  return toldToIndex(ground, ours[0]?.person ?? '');
}

async function toldToIndex({ tx, row }: EffectGround, person: string): Promise<ActEffect> {
  const { office } = register.getCity(row.city);
  const named = stillNamed(await namedOn(tx, row.id))
    .filter(({ body }) => body === office)
    .map(({ post, person: who }) => ({ post, person: who }));
  return {
    detail: { named: person },
    deliveries: (changed, journalId) => (row.procedure === 'matter' ? [indexed(changed, journalId, named)] : []),
  };
}

/** Services that held the case, or are asked to take it: what they have of it is sealed with it. */
export async function servicesThatHadIt(tx: Tx, row: CaseRow): Promise<{ service: string; body: string | null }[]> {
  const handOvers = await handOversOf(tx, row.id);
  const held = await tx.rows<{ service: string }>('services-that-held', 'SELECT DISTINCT service FROM history WHERE case_id = $1', [
    row.id,
  ]);
  const offered = handOvers
    .filter(({ side, state }) => side === 'origin' && state === 'offered')
    .map(({ to_service: service, to_body: body }) => ({ service, body }));
  return [...held.map(({ service }) => ({ service, body: null })), ...offered];
}

const markChanged = (row: CaseRow, journalId: string, receiver: string, body: string | null, workId?: string): NewDelivery => ({
  id: newId(),
  city: row.city,
  receiver,
  to_body: body,
  kind: 'mark-changed@1',
  case_id: row.id,
  journal_id: journalId,
  access_id: null,
  particulars: [],
  hand_over_id: null,
  body: { mark: row.mark, epoch: row.epoch, holder: row.holder, ...(workId === undefined ? {} : { workId }) },
});
