import { ActRefused, namesSomebody, recusedIn, whyNotPublic } from '@lianxi/casework';
import type { CaseRow } from '@lianxi/chassis';
import {
  actsOf,
  asked,
  askWork,
  clocksOf,
  common,
  findCaseLocked,
  findCertificate,
  handOversOf,
  papersOf,
  pastOf,
  reportWork,
  subjectOf,
  worksOf,
  type ActEffect,
  type EffectGround,
  type Effects,
} from '@lianxi/department';

/** What is done to make something of an investigation public, and to take it back. */
export const publicationEffects: Effects = {
  'begin-publication': beginPublication,
  'draft-publication': draftPublication,
  publish,
  'withdraw-publication': withdrawPublication,
};

/** A publication is work of the body that decided; whoever is recused from the one is from the other. */
function beginPublication(ground: EffectGround): ActEffect {
  const { row, acts, rules, tx, service } = ground;
  const { codes, ...rest } = common(ground);
  return asked(
    askWork(
      row,
      {
        ...rest,
        codes: { ...codes, recused: recusedIn(pastOf(acts)) },
        procedure: 'publication',
        toBody: row.holder,
        atService: service.name,
        field: 'act',
      },
      rules,
      tx.now,
    ),
  );
}

const kindOf = ({ acts }: EffectGround): unknown => acts.find(({ act }) => act === 'ask')?.detail['kind'];
const investigationOf = ({ row }: EffectGround): string => row.linked_to?.caseId ?? '';

/** Nobody is named in a warning to others; in no publication does a number say who somebody is. Throws ActRefused. */
async function draftPublication(ground: EffectGround): Promise<ActEffect> {
  const {
    tx,
    performed: {
      form: { texts },
    },
  } = ground;
  const known = await tx.rows<{ name: string }>(
    'names-on-the-case',
    `SELECT value #>> '{}' AS name FROM particulars WHERE case_id = $1 AND kind IN ('propose-measure.subject', 'name-expert.name')`,
    [investigationOf(ground)],
  );
  const names = kindOf(ground) === 'decision' ? [] : known.map(({ name }) => name);
  const field = (['title', 'summary'] as const).find((each) => namesSomebody(texts[each] ?? '', names) !== undefined);
  if (field !== undefined) throw new ActRefused('names-somebody', { field: `form.${field}` });
  return {};
}

/** As it was drafted last and checked since; asked again whether it may be public, since an appeal may have come in between. */
async function publish(ground: EffectGround): Promise<ActEffect> {
  const { tx, row, acts, today } = ground;
  const investigation = await findCaseLocked(tx, investigationOf(ground));
  const isErased = (await findCertificate(tx, investigationOf(ground))) !== undefined;
  const why = investigation === undefined || isErased ? 'decision-may-change' : await whyNotNow(ground, investigation);
  if (why !== undefined) throw new ActRefused(why, { field: 'act' });
  const draft = acts.findLast(({ act }) => act === 'draft-publication');
  const texts = await tx.rows<{ kind: string; text: string }>(
    'drafted-texts',
    `SELECT kind, value #>> '{}' AS text FROM particulars WHERE case_id = $1 AND id = ANY ($2)`,
    [row.id, draft?.particulars.map(({ id }) => id) ?? []],
  );
  const textOf = (name: string): string | undefined => texts.find(({ kind }) => kind === `draft-publication.${name}`)?.text;
  await tx.rows(
    'publish',
    'INSERT INTO publications (case_id, city, investigation, body, kind, title, summary, published_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.city, investigationOf(ground), row.holder, kindOf(ground), textOf('title'), textOf('summary'), today],
  );
  return reportWork(ground);
}

async function whyNotNow(ground: EffectGround, row: CaseRow): Promise<string | undefined> {
  const { tx } = ground;
  const rows = {
    acts: await actsOf(tx, row.id),
    works: await worksOf(tx, row.id),
    clocks: await clocksOf(tx, row.id),
    handOvers: await handOversOf(tx, row.id),
    papers: await papersOf(tx, row.id),
  };
  return whyNotPublic(subjectOf(row, rows, tx.now), kindOf(ground));
}

/** The words go; when and why stays. */
async function withdrawPublication(ground: EffectGround): Promise<ActEffect> {
  await ground.tx.rows(
    'withdraw-publication',
    'UPDATE publications SET title = NULL, summary = NULL, withdrawn_on = $2, ground = $3 WHERE case_id = $1 AND withdrawn_on IS NULL',
    [ground.row.id, ground.today, ground.performed.form.codes['ground']],
  );
  return reportWork(ground);
}
