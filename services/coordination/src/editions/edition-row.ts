import { legalDayOf, plainFacts, type Actor as KernelActor, type Standing, type Subject } from '@lianxi/casework';
import { canonical, sha256, type Actor, type Tx } from '@lianxi/chassis';
import { register, type Edition, type ProofCount } from '@lianxi/jurisdiction';

/** An edition as the office keeps it; days are YYYY-MM-DD. */
export interface EditionRow extends Record<string, unknown> {
  readonly id: string;
  readonly city: string;
  readonly valid_from: string;
  readonly state: string;
  readonly content: Edition;
  readonly hash: string;
  readonly signature: string | null;
  readonly revision: number;
  readonly version: number;
  readonly past: readonly EditionAct[];
  readonly proof: KeptProof | null;
}

export interface EditionAct {
  readonly act: string;
  readonly post: string | null;
  readonly body: string | null;
  readonly person: string | null;
  /** The post for which the person stood in; absent where in none. */
  readonly forPost?: string;
  readonly at: string;
}

export const editionAct = (act: string, { post, body, person, forPost }: Actor, at: string): EditionAct => ({
  act,
  post,
  body,
  person,
  ...(forPost === undefined ? {} : { forPost }),
  at,
});

/** What a proof found, and of what: of these rules, among these others, bodies and services. */
export interface KeptProof {
  readonly hash: string;
  readonly among: string;
  readonly count: ProofCount;
}

export const editionColumns = 'id, city, valid_from::text AS valid_from, state, content, hash, signature, revision, version, past, proof';

export const findEditionRow = (tx: Tx, id: string, { city }: Actor): Promise<EditionRow | undefined> =>
  tx.find<EditionRow>('edition-row', `SELECT ${editionColumns} FROM editions WHERE id = $1 AND city = $2`, [id, city]);

/** Locked, which the tables let only the office do: whoever may not change an edition finds none to change. */
export const findEditionToChange = (tx: Tx, id: string, { city }: Actor): Promise<EditionRow | undefined> =>
  tx.find<EditionRow>('edition-to-change', `SELECT ${editionColumns} FROM editions WHERE id = $1 AND city = $2 FOR UPDATE`, [id, city]);

/** The city's editions that count beside this one, in the order of their days. */
export async function othersOf(tx: Tx, { id, city }: Pick<EditionRow, 'id' | 'city'>): Promise<Edition[]> {
  const signed = await tx.rows<{ content: Edition }>(
    'editions-that-count-beside',
    `SELECT content FROM editions WHERE city = $1 AND id <> $2 AND state IN ('signed', 'in-force') ORDER BY valid_from`,
    [city, id],
  );
  return signed.map(({ content }) => content);
}

/** What else a proof rests on: with any of it changed, it says nothing any more. */
export const fingerprint = (others: readonly Edition[]): string =>
  sha256(canonical(JSON.parse(JSON.stringify({ others, bodies: register.bodies, services: register.services }))));

const builtInFrom = (city: string): string[] => register.getCity(city).editions.map(({ from }) => from);

export function editionSubject(row: EditionRow, others: readonly Edition[], now: string, fault: string | null = null): Subject {
  const lastFrom = [...builtInFrom(row.city), ...others.map(({ from }) => from)].sort().at(-1) ?? '';
  const provedAsItStands = row.proof?.hash === row.hash && row.proof.among === fingerprint(others);
  return {
    state: row.state,
    resumesIn: null,
    interim: false,
    past: row.past.map(({ act, post, body, person, forPost }) => ({
      act,
      post,
      body,
      detail: {},
      ...(person === null ? {} : { person }),
      ...(forPost === undefined ? {} : { forPost }),
    })),
    facts: { ...plainFacts, today: legalDayOf(now), edition: { from: row.valid_from, fault, provedAsItStands, lastFrom } },
  };
}

export const editionStanding = (actor: Actor, { city }: EditionRow): Standing => ({
  actor: actor as KernelActor,
  parts: actor.body === register.getCity(city).office ? ['office'] : [],
});
