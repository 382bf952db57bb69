import { ActRefused, findClockRule, FormRefused, referenceText, type Performed } from '@lianxi/casework';
import { checkFiledFacts, conditionalFacts, decisionRecord, register, serviceFor, unknownFacts, type DecisionRecord, type FiledFacts, type MatterFacts, type Register } from '@lianxi/jurisdiction';
import { newId, type Actor, type CaseAccessRow, type CaseRow, type ClockRow, type HandOverRow, type JournalRow, type LinkedWorkRow, type NewDelivery, type PaperRow, type Particular, type ReceivedPaper, type ServiceDefinition, type Tx } from '@lianxi/chassis';
import { stepClocks } from '../clocks/case-clocks';
import { newPaper, paperOnRecord, type NewPaper } from '../papers/new-paper';
import { assignableRoles } from './assignable-roles';
import { decidedAnew, type DecidedAnew } from '../rules/decide-anew';
import { decisionOf, mayLead } from './decision-of';
import { designationRequest, indexed, partsIn } from './holding';
import { askForUncoveredFields, releaseOpenWork, workEffects } from '../linked-work/work-effects';
import { letterEffects } from '../letters/letter-effects';
import { merge, unmerge } from '../duplicates/merge-effects';
import { namedOn } from '../sealed/named-people';
import { namePerson, setMark, unnamePerson } from '../sealed/naming-effects';
import { compileDossier } from '../retention/compile-dossier';
import { eraseCase } from '../retention/erase-case';
import { handOversOf } from './read-rows';

export interface EffectGround {
  readonly tx: Tx;
  readonly row: CaseRow;
  readonly acts: readonly JournalRow[];
  readonly performed: Performed;
  readonly actor: Actor;
  readonly clocks: readonly ClockRow[];
  readonly works: readonly LinkedWorkRow[];
  /** What the form said in free text, as it will be kept. */
  readonly texts: readonly Particular[];
  /** The legal day. */
  readonly today: string;
  readonly service: ServiceDefinition;
  /** The rules in force, and those that were. */
  readonly rules: Register;
  readonly paper?: ReceivedPaper | undefined;
  /** Puts a paper's bytes where they stay; on disk when it returns. */
  readonly keep: (paper: NewPaper) => Promise<void>;
}

/** What an act changes beside the state. */
export interface ActEffect {
  readonly change?: Partial<CaseRow>;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly clocks?: readonly ClockRow[];
  readonly handOvers?: readonly HandOverRow[];
  readonly linkedWork?: readonly LinkedWorkRow[];
  readonly access?: readonly CaseAccessRow[];
  readonly papers?: readonly PaperRow[];
  readonly particulars?: readonly Particular[];
  readonly deliveries?: (row: CaseRow, journalId: string) => readonly NewDelivery[];
}

type Effect = (ground: EffectGround) => ActEffect | Promise<ActEffect>;

const effects: Readonly<Record<string, Effect>> = {
  register: async (ground) => { const drawn = await drawNumber(ground); return joined(drawn, askForUncoveredFields(ground, { ...ground.row, ...drawn.change })); },
  'remember-state': ({ row }) => ({ change: { resumes_in: row.state } }),
  'forget-state': () => ({ change: { resumes_in: null } }),
  'assign-post': assignPost,
  merge,
  unmerge,
  'set-mark': setMark,
  'name-person': namePerson,
  'unname-person': unnamePerson,
  'end-in-error': (ground) => joined(cancelClocks(ground), releaseOpenWork(ground)),
  forward,
  'add-paper': addPaper,
  erase: eraseCase,
  'compile-dossier': compileDossier,
  'decide-again': decideAgain,
  'open-hand-over': openHandOver,
  'recall-hand-over': recallHandOver,
  ...workEffects,
  ...letterEffects,
};

export const applyEffect = async (id: string | undefined, ground: EffectGround): Promise<ActEffect> => (id === undefined ? {} : (await effects[id]?.(ground)) ?? {});

const joined = (one: ActEffect, other: ActEffect): ActEffect => ({
  ...one, ...other, detail: { ...one.detail, ...other.detail }, deliveries: (row, journalId) => [...(one.deliveries?.(row, journalId) ?? []), ...(other.deliveries?.(row, journalId) ?? [])],
});

const cancelClocks = ({ clocks, row, tx }: EffectGround): ActEffect => ({ clocks: stepClocks(clocks, clocks.map(({ rule }) => ({ do: 'cancel', clock: rule })), row, tx.now) });

/** The official number belongs to the register act: drawing it at intake would make all filings queue behind one row. */
async function drawNumber({ tx, row, service }: EffectGround): Promise<ActEffect> {
  if (row.number !== null) return {};
  const drawn = await tx.find<{ serial: number; year: number }>('draw-number', `
    INSERT INTO number_series AS s (city, body, year, serial) VALUES ($1, $2, extract(year FROM lianxi_now() AT TIME ZONE 'Asia/Shanghai'), 1)
    ON CONFLICT (city, body, year) DO UPDATE SET serial = s.serial + 1 RETURNING serial, year`, [row.city, row.holder]);
  const mark = `${register.getCity(row.city).referenceMark}${markOf(service.name)}(${row.holder.split('-').slice(1).join('-')})`;
  const number = referenceText({ mark, year: drawn?.year ?? 0, serial: drawn?.serial ?? 0 });
  return { change: { number }, detail: { number } };
}

/** Each service draws its own numbers, so its mark keeps those of one body in two services apart. */
const markOf = (service: string): string => register.services.find(({ id }) => id === service)?.mark ?? '';

/** Throws FormRefused for a post that is none of the body's today, or one that does no work itself. */
export async function refuseUnlessAssignable(tx: Tx, body: string, post: string, field: string): Promise<void> {
  const known = await tx.rows<{ id: string }>('posts-to-assign', `SELECT id FROM posts WHERE body = $1 AND role = ANY ($2) AND acting_from IS NULL
    AND valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (valid_until IS NULL OR valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date)`, [body, assignableRoles]);
  if (!known.some(({ id }) => id === post)) throw new FormRefused('field-value', { field, allowed: known.map(({ id }) => id) });
}

async function assignPost({ tx, row, performed }: EffectGround): Promise<ActEffect> {
  const post = String(performed.form.codes['post']);
  const mayKnowIt = row.mark === 'sealed' ? (await namedOn(tx, row.id)).filter(({ until, inOffice }) => until === null && inOffice).map((named) => named.post) : undefined;
  if (mayKnowIt && !mayKnowIt.includes(post)) throw new FormRefused('field-value', { field: 'form.post', allowed: mayKnowIt });
  await refuseUnlessAssignable(tx, row.holder, post, 'form.post');
  return { change: { assigned_post: post } };
}

/** The bytes are on disk before the act that names them commits; without a commit they are bytes nobody names. */
async function addPaper({ row, performed, tx, today, paper, service, keep }: EffectGround): Promise<ActEffect> {
  if (!paper) throw new FormRefused('field-missing', { field: 'form.paper' });
  const { codes } = performed.form;
  if (String(codes['dated']) > today) throw new FormRefused('field-value', { field: 'form.dated', until: today });
  const described = { kind: String(codes['kind']), dated: String(codes['dated']), origin: codes['origin'] as PaperRow['origin'] };
  const added = newPaper(row, service.name, paper, described, tx.now, String(codes['paper']));
  await keep(added);
  return { papers: [added.row], particulars: [added.name], detail: { papers: [paperOnRecord(added.row)] } };
}

/** Whoever has a desk here is handed the case; forwarding is for authorities that have none. */
function forward(ground: EffectGround): ActEffect {
  const allowed = register.bodies.filter((body) => !body.desk && (body.city === undefined || body.city === ground.row.city)).map(({ id }) => id);
  if (!allowed.includes(String(ground.performed.form.codes['toBody']))) throw new FormRefused('field-value', { field: 'form.toBody', allowed });
  return releaseOpenWork(ground);
}

/** Corrected facts are decided again, beside the old decision on the record; the case stays where it is until somebody hands it over. */
function decideAgain(ground: EffectGround): ActEffect {
  const { row, performed, clocks, tx, service, rules } = ground;
  const facts = correctedFacts(row, rules, performed.form.codes['facts'] as Readonly<Record<string, unknown>>);
  const missing = unknownFacts(facts);
  const decision = missing.length > 0 ? null : decisionRecord(facts as unknown as MatterFacts, rules);
  const isOurs = mayLead(decision, row.holder);
  const lead = isOurs || !row.interim ? row.holder : null;
  const jointBodies = isOurs ? (decision?.jointBodies ?? []) : [];
  const change: Partial<CaseRow> = {
    facts, kind: String(facts.kind), decision: decision as Record<string, unknown> | null, lead, interim: lead === null, joint_bodies: jointBodies, co_handlers: decision?.decision.supervision.coHandlers ?? [],
  };
  const isOpen = clocks.some(({ rule, state }) => rule === 'complete-facts' && state === 'running');
  const hadOffice = decisionOf(row)?.supervision.lead === null;
  const again: ActEffect = {
    change, clocks: missing.length === 0 ? stepClocks(clocks, [{ do: 'meet', clock: 'complete-facts' }], row, tx.now) : isOpen ? clocks : stepClocks(clocks, [{ do: 'start', clock: 'complete-facts' }], row, tx.now),
    detail: { before: changedOnly(row.facts, facts), decision, proposedHolder: decision && !isOurs ? decision.decision.supervision.holder : null },
    access: partsIn({ ...row, joint_bodies: jointBodies.filter((body) => !row.joint_bodies.includes(body)) }, tx.now, (body) => rules.servesBody(service.name, body)).filter(({ body }) => body !== row.holder),
    deliveries: (changed, journalId) => [indexed(changed, journalId), ...(decision && !isOurs && (hadOffice || decision.decision.supervision.lead === null) ? [designationRequest(changed, journalId, candidatesOf(decision))] : [])],
  };
  return joined(again, askForUncoveredFields(ground, { ...row, ...change }));
}

/** Whom the office may name: the candidates, or the one body that the corrected facts name. */
const candidatesOf = ({ decision, jointBodies }: DecisionRecord): readonly string[] =>
  (decision.supervision.lead === null ? decision.supervision.candidates : [...new Set([decision.supervision.lead, ...jointBodies])]);

/** What applies no more to a matter of the corrected kind, fields or funding is left out, unless it was said expressly. */
function correctedFacts(row: CaseRow, rules: Register, given: Readonly<Record<string, unknown>>): FiledFacts {
  const merged: Record<string, unknown> = { ...row.facts, ...given, city: row.city, receivedBy: row.received_by, on: row.facts['on'] };
  const applying = conditionalFacts({ kind: merged['kind'], fields: Array.isArray(merged['fields']) ? (merged['fields'] as string[]) : [], funding: merged['funding'] });
  for (const fact of ['aiStage', 'suspect', 'major', 'inProject', 'listedItem'] as const) if (!applying.includes(fact) && given[fact] === undefined) delete merged[fact];
  if (merged['funding'] === 'none' && given['fundManager'] === undefined) merged['fundManager'] = null;
  return checkFiledFacts(merged, rules);
}

const changedOnly = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name])));

/** Offered because the rules changed, a matter goes where they now say and nowhere else, with the decision that says so. */
function byChangedRules({ row, performed, rules, today }: EffectGround, toBody: string): DecidedAnew | undefined {
  if (performed.form.codes['reason'] !== 'rules-changed') return undefined;
  const anew = decidedAnew(row, rules, today);
  if (!anew) throw new ActRefused('rules-unchanged');
  const { holder } = anew.record.decision.supervision;
  if (toBody !== holder) throw new FormRefused('field-value', { field: 'form.toBody', allowed: [holder] });
  return anew;
}

function openHandOver(ground: EffectGround): ActEffect {
  const { row, performed, service, texts, tx, rules } = ground;
  const toBody = String(performed.form.codes['toBody']);
  const anew = byChangedRules(ground, toBody);
  const toService = anew?.record.decision.supervision.service ?? (register.hasDesk(toBody) ? serviceFor(row.facts as unknown as MatterFacts, toBody, rules) : undefined);
  if (toService === undefined) throw new FormRefused('field-value', { field: 'form.toBody', allowed: register.bodies.filter(({ desk, city }) => desk && city === row.city).map(({ id }) => id) });
  const offer: HandOverRow = {
    id: newId(), side: 'origin', case_id: row.id, city: row.city, kind: 'transfer', state: 'offered', from_service: service.name, from_body: row.holder,
    to_service: toService, to_body: toBody, epoch: row.epoch, subject: { reason: performed.form.codes['reason'], mark: row.mark, ...(anew ? { anew } : {}) }, opened_at: tx.now, changed_at: tx.now,
  };
  const subject = { mark: row.mark, kind: row.kind, state: row.state, number: row.number, facts: row.facts, decision: anew?.record ?? row.decision, reason: performed.form.codes['reason'] };
  return {
    handOvers: [offer], detail: { handOver: offer.id, toService, ...(anew ? { edition: anew.record.edition } : {}), due: findClockRule('hand-over-answer')?.amount },
    deliveries: (_changed, journalId) => [{ ...owed(row, journalId, offer, 'transfer-offered@1', { handOverId: offer.id, epoch: row.epoch, fromBody: row.holder, toBody, clause: 'hand-over', subject }), particulars: texts.map(({ id }) => id) }],
  };
}

async function recallHandOver({ tx, row }: EffectGround): Promise<ActEffect> {
  const offer = (await handOversOf(tx, row.id)).find(({ side, state }) => side === 'origin' && state === 'offered');
  if (!offer) return {};
  return {
    handOvers: [{ ...offer, state: 'recalled', changed_at: tx.now }], detail: { handOver: offer.id },
    deliveries: (_changed, journalId) => [owed(row, journalId, offer, 'transfer-withdrawn@1', { handOverId: offer.id, epoch: offer.epoch, outcome: 'recalled' })],
  };
}

const owed = (row: CaseRow, journalId: string, offer: HandOverRow, kind: string, body: unknown): NewDelivery => ({
  id: newId(), city: row.city, receiver: offer.to_service, to_body: offer.to_body, kind, case_id: row.id, journal_id: journalId, access_id: null, body, particulars: [], hand_over_id: null,
});
