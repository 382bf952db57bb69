import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCalendarDays, findActRow, handOver, linkedWork, procedures, roles, type ActRow } from '@lianxi/casework';
import { canonical, handIn, personId, sealIdentity, sha256, type SealedIdentity } from '@lianxi/chassis';
import { register, type Edition } from '@lianxi/jurisdiction';
import type { Secrets } from '../../deploy/embedded/src/secrets';
import { fingerprint } from '../../services/coordination/src/editions/edition-row';
import { dayToCome, healthMatter } from '../support/example-facts';
import { decisionBehind } from '../support/decision-behind';
import { drawUpLetter } from '../support/drawn-up-letter';
import { putFirstStep } from '../support/first-step';
import { happenedBefore } from '../support/investigation-history';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
const tokens = new Map<string, string>();

/** Bodies that stand in each relation to the case; the office takes the place of the first where designations are concerned. */
const bodies = {
  own: 'bj-health',
  'co-handling': 'bj-eit',
  'former-lead': 'bj-stc',
  'foreign-body': 'bj-agri',
  'other-city': 'sz-health',
} as const;
type Relation = keyof typeof bodies;
const office = 'bj-joint-office';
/** Whoever is not of an example's team yet. */
const newcomer = 'bj-health-case-officer';
/** A contact is at no body but a unit, and reaches a letter by a door of its own. */
const unit = 'unit-own-example';
const isContact = (post: string): boolean => post.endsWith('-unit-contact');
const ofOffice = [
  'designation',
  'edition',
  'escalation',
  'objection',
  'uncovered-field',
  'find-investigator',
  'export',
  'inspection',
  'audit-hold',
  'identity-opening',
];
const relations = Object.keys(bodies) as Relation[];
/** Bodies without any part are refused everything: one-wall.spec tries each of their cells, once without the database's policies and once without the code's. */
const strangers: readonly Relation[] = ['foreign-body', 'other-city'];
const partners = relations.filter((relation) => !strangers.includes(relation));
/** Where the part alone refuses an act, roles take turns from act to act, and all come at the first of each procedure; tables.spec asks the engine about every one of them. */
const turnOf = (act: number, role: string): boolean => act === 0 || (roles.indexOf(role as (typeof roles)[number]) + act) % 4 === 0;

interface Row {
  readonly procedure: string;
  readonly act: string;
  readonly role: string;
  readonly may: Readonly<Record<Relation, string>>;
}
const [, ...lines] = readFileSync(join(__dirname, '../permissions.csv'), 'utf8').trim().split('\n');
const matrix: Row[] = lines.map((line) => {
  const [procedure = '', act = '', role = '', ...cells] = line.split(',');
  return { procedure, act, role, may: Object.fromEntries(relations.map((relation, place) => [relation, cells[place]])) as Row['may'] };
});
const actsIn = (procedure: string): string[] => [...new Set(matrix.filter((row) => row.procedure === procedure).map(({ act }) => act))];

const postOf = (body: string, role: string): string => `perm-${body}-${role}`;

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'investigation', 'coordination', 'audit', 'vault'] });
  for (const body of [...Object.values(bodies), office, unit])
    for (const role of body === unit ? ['unit-contact'] : roles) {
      const id = postOf(body, role);
      for (const schema of ['health', 'investigation', 'coordination', 'audit', 'vault'])
        await lianxi.admin.query(
          `INSERT INTO ${schema}.posts (id, city, body, role, person, valid_from, revision) VALUES ($1, $2, $3, $4, $5, '2024-01-01', 1)`,
          [id, body.startsWith('sz') ? 'shenzhen' : 'beijing', body, role, personId(lianxi.around.issuer, id)],
        );
      tokens.set(id, await lianxi.token(id));
    }
});
afterAll(() => lianxi.stop());

const as = (post: string): Record<string, string> => ({ authorization: `Bearer ${tokens.get(post)}`, 'idempotency-key': randomUUID() });
const grant = (caseId: string, body: string, part: string, schema = 'health'): Promise<unknown> =>
  lianxi.admin.query(
    `INSERT INTO ${schema}.case_access (case_id, body, city, part, since) VALUES ($1, $2, 'beijing', $3, lianxi.lianxi_now())`,
    [caseId, body, part],
  );

const values = {
  code: '',
  body: 'bj-stc',
  post: postOf('bj-health', 'case-officer'),
  day: dayToCome,
  text: '示例',
  unit: 'OWN-EXAMPLE',
  facts: { funding: 'none' },
  'yes-no': true,
  paper: '',
  case: '',
  amount: '100.00',
  count: '3',
  identity: 'OWN-EXAMPLE',
} as const;
const formFor = (row: ActRow | undefined): Record<string, unknown> =>
  Object.fromEntries(
    (row?.form ?? [])
      .filter(({ required }) => required)
      .map((field) => [field.name, field.type === 'code' ? field.options?.[0]?.code : field.outside ? 'moe' : values[field.type]]),
  );

/** Only who is named on a sealed case can do anything on it: everybody of its body is. */
async function seal(caseId: string, body: string, schema = 'health'): Promise<void> {
  await lianxi.admin.query(`UPDATE ${schema}.cases SET mark = 'sealed' WHERE id = $1`, [caseId]);
  for (const role of roles)
    await lianxi.admin.query(
      `INSERT INTO ${schema}.named_people (case_id, city, post, person, body, since) VALUES ($1, 'beijing', $2, $3, $4, lianxi.lianxi_now())`,
      [caseId, postOf(body, role), personId(lianxi.around.issuer, postOf(body, role)), body],
    );
}

/** Acts that must lie behind the case: it ended long ago, is held, was declined, or its erasure is proposed. */
async function longEnded(caseId: string, procedure: string, act: string, schema = 'health'): Promise<void> {
  const guards = findActRow(procedure, act)?.guards ?? [];
  const happened = [
    ...(guards.includes('retention-ended') ? ['archive'] : []),
    ...(guards.includes('on-hold') ? ['place-hold', 'propose-lift-hold'] : []),
    ...(guards.includes('erasure-proposed') ? ['propose-erasure'] : []),
    ...(guards.includes('refusal-by-another') ? ['decline'] : []),
  ];
  for (const [place, each] of happened.entries())
    await lianxi.admin.query(
      `INSERT INTO ${schema}.history (id, city, case_id, version, procedure, act, from_state, to_state, clause, recorded_at, effective_at, detail, hash, service)
    VALUES ($1, 'beijing', $2, $3, $4, $5, $6, $7, 'archive-37', '1990-01-05', '1990-01-05', '{"person": "somebody"}', '', 'health')`,
      [
        randomUUID(),
        caseId,
        place - 9,
        procedure,
        each,
        each === 'archive' ? 'concluded' : null,
        each === 'archive' ? findActRow(procedure, act)?.from[0] : null,
      ],
    );
}

/** Work that the case asked of another body. */
const openWorkOf = (caseId: string, schema: string): Promise<unknown> =>
  lianxi.admin.query(
    `INSERT INTO ${schema}.linked_work (id, case_id, city, procedure, state, final, of_version, service, body, subject, asked_at, changed_at)
  VALUES ($1, $2, 'beijing', 'co-handling', 'opined', false, 1, 'coordination', 'bj-stc', '{}', lianxi.lianxi_now(), lianxi.lianxi_now())`,
    [randomUUID(), caseId],
  );
const needsProof = (procedure: string, act: string): boolean =>
  findActRow(procedure, act)?.form?.some(({ name, required }) => name === 'proof' && required) === true;
/** The case that a duplicate is merged into. */
let principal = '';

/** A case that only waits for this act: in a state from which it is done, with all its guards ask for. */
async function caseFor(act: string): Promise<{ caseId: string; version: number }> {
  const violation = ['order-investigation', 'ask-identity'].includes(act) ? { kind: 'violation', suspect: 'unit-head', major: false } : {};
  const caseId = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', ...violation }))).body['caseId']);
  await grant(caseId, bodies['co-handling'], 'co-handler');
  await grant(caseId, bodies['former-lead'], 'former-lead');
  const state = findActRow('matter', act)?.from[0] ?? 'received';
  const joint = act === 'agree-jointly' ? ['bj-health', 'bj-edu'] : [];
  await lianxi.admin.query('UPDATE health.cases SET state = $2, resumes_in = $3, joint_bodies = $4, number = $5 WHERE id = $1', [
    caseId,
    state,
    state === 'supplement-requested' ? 'registered' : null,
    joint,
    act === 'register' ? null : `示例〔2026〕${caseId}`,
  ]);
  const before: Readonly<Record<string, [string, Record<string, unknown>]>> = {
    'confirm-void': ['propose-void', { reasons: '示例' }],
    'approve-reopen': ['request-reopen', { reasons: '示例' }],
    'recall-offer': ['offer-transfer', { toBody: 'bj-stc', reason: 'agreed' }],
    'approve-summary': ['write-summary', { summary: '示例' }],
  };
  if (['propose-conclusion', 'release-work'].includes(act)) await openWorkOf(caseId, 'health');
  if (needsProof('matter', act)) await putProof(caseId);
  const happened = {
    'open-dispute': ['hand-over', 'return', { byBody: 'bj-agri', toHolder: 'bj-health' }],
    'object-to-designation': ['designation', 'carry-out', {}],
    'settle-dispute': ['matter', 'open-dispute', {}],
  }[act];
  if (happened)
    await lianxi.admin.query(
      `INSERT INTO health.history (id, city, case_id, version, procedure, act, clause, recorded_at, effective_at, detail, hash, service)
    VALUES ($1, 'beijing', $2, 0, $3, $4, 'hand-over', lianxi.lianxi_now(), lianxi.lianxi_now(), $5, '', 'coordination')`,
      [randomUUID(), caseId, happened[0], happened[1], JSON.stringify(happened[2])],
    );
  await longEnded(caseId, 'matter', act);
  if (act.endsWith('name-person')) await seal(caseId, bodies.own);
  if (act === 'merge') principal = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
  if (act === 'unmerge') {
    await lianxi.admin.query(`UPDATE health.cases SET resumes_in = 'received' WHERE id = $1`, [caseId]);
    await lianxi.admin.query(
      `INSERT INTO health.case_merges (duplicate, principal, city, merged_at) VALUES ($1, $2, 'beijing', lianxi.lianxi_now())`,
      [caseId, randomUUID()],
    );
  }
  const first = before[act];
  if (first) expect((await send(caseId, first[0], 'bj-health-head', 1, first[1], await lianxi.token('bj-health-head'))).status).toBe(200);
  return { caseId, version: first ? 2 : 1 };
}

function send(
  caseId: string,
  act: string,
  post: string,
  version: number,
  form: Record<string, unknown>,
  token?: string,
  service = 'health',
): Promise<Answer> {
  const headers = token === undefined ? as(post) : { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
  const door = isContact(post) ? `/v1/letters/${caseId}` : `/v1/cases/${caseId}`;
  if (act !== (isContact(post) ? 'send-paper' : 'add-paper'))
    return lianxi.insist(service, 'POST', `${door}/acts/${act}`, { headers, body: { version, epoch: 1, form } });
  return lianxi.sendForm(
    service,
    `${door}/papers`,
    { kind: act === 'send-paper' ? 'reply' : 'evidence', dated: '2026-01-05', origin: 'copy', version: String(version), epoch: '1' },
    [{ name: 'a.txt', bytes: Buffer.from('x') }],
    { headers },
  );
}

/** The unit it was sent to, a paper that proves what happened outside, and a period for the answer that has run out. */
async function putOnLetter(id: string): Promise<void> {
  await grant(id, unit, 'addressee');
  await putProof(id);
  await lianxi.admin.query(
    `INSERT INTO health.clocks (id, case_id, city, rule, ledger, state, due_at) VALUES ($1, $2, 'beijing', 'letter-answer', '[{"kind": "started", "at": "2026-01-05T04:00:00.000Z"}]', 'running', '2026-01-27T00:00:00Z')`,
    [randomUUID(), id],
  );
}
async function putProof(id: string, schema = 'health'): Promise<void> {
  await lianxi.admin.query(
    `INSERT INTO ${schema}.papers (id, case_id, city, owner_service, kind, dated, origin, media_type, size, sha256, name_particular, added_at)
    VALUES ($1, $2, 'beijing', 'health', 'delivery-proof', '2026-01-05', 'copy', 'text/plain', 1, '', $1, lianxi.lianxi_now())`,
    [proofOn(id), id],
  );
}

/** What the case asked for: of one body a view, which is open, of another a re-check, which has been answered, and a letter that is on its way. */
async function putWork(id: string): Promise<void> {
  for (const [procedure, state, final] of [
    ['consultation', 'asked', false],
    ['recheck', 'asked', true],
    ['letter', 'dispatched', false],
  ])
    await lianxi.admin.query(
      `INSERT INTO investigation.linked_work (id, case_id, city, procedure, state, final, of_version, service, body, subject, asked_at, changed_at)
    VALUES ($1, $2, 'beijing', $3, $5, $4, 1, 'coordination', 'bj-stc', '{}', lianxi.lianxi_now(), lianxi.lianxi_now())`,
      [randomUUID(), id, procedure, final, state],
    );
}
const proofOn = (id: string): string => id.replace(/^./, 'f');

/** Work that another case asked for, in a state from which the act is done. */
async function workFor(procedure: string, act: string): Promise<{ id: string; version: number }> {
  const id = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
  const holder = ofOffice.includes(procedure) ? office : bodies.own;
  if (holder === office) await lianxi.admin.query(`UPDATE health.case_access SET body = $2 WHERE case_id = $1`, [id, office]);
  await grant(id, bodies['co-handling'], 'co-handler');
  await grant(id, bodies['former-lead'], 'former-lead');
  if (procedure === 'letter') await drawUpLetter(lianxi.admin, id, act, proofOn(id));
  await lianxi.admin.query(
    'UPDATE health.cases SET procedure = $2, state = $3, holder = $4, decision = NULL, linked_to = $5 WHERE id = $1',
    [
      id,
      procedure,
      findActRow(procedure, act)?.from[0],
      holder,
      JSON.stringify({ caseId: randomUUID(), service: 'coordination', body: office, epoch: 1, number: null }),
    ],
  );
  await longEnded(id, procedure, act);
  if (act.endsWith('name-person')) await seal(id, holder);
  if (procedure === 'letter') await putOnLetter(id);
  if (needsProof(procedure, act) && procedure !== 'letter') await putProof(id);
  if (act === 'release-work') await openWorkOf(id, 'health');
  return { id, version: 1 };
}

/** Papers it speaks of lie on the case, and who takes part is of the body. */
const investigationForm = (id: string, act: string, procedure = 'investigation'): Record<string, unknown> => ({
  ...(act === 'add-member' ? { post: newcomer } : {}),
  ...(act === 'write-letter' ? { toBody: 'most' } : {}),
  ...(act === 'record-interview' ? { second: newcomer } : {}),
  ...(act === 'request-final-review' ? { toBody: 'bj-stc' } : {}),
  ...Object.fromEntries(
    (findActRow(procedure, act)?.form ?? [])
      .filter(({ name, type }) => type === 'paper' && name !== 'paper')
      .map(({ name }) => [name, proofOn(id)]),
  ),
  ...Object.fromEntries(
    (findActRow(procedure, act)?.form ?? [])
      .filter(({ type, required }) => type === 'day' && required)
      .map(({ name }) => [name, name === 'hearingOn' ? '2026-03-05' : '2026-01-05']),
  ),
});

/** What the database wants behind a decision, or behind a transfer that was approved. */
function stepsBehind(procedure: string, act: string): string[] {
  const upTo = (steps: readonly string[]): string[] => steps.slice(0, steps.includes(act) ? steps.indexOf(act) : steps.length);
  if (procedure === 'transfer-out')
    return ['report-transfer', 'join-report'].includes(act) ? [] : upTo(['report-transfer', 'join-report', 'approve-transfer']);
  return ['decide', 'record-service', 'close'].includes(act) ? upTo(['propose-decision', 'review-decision', 'decide']) : [];
}

/** An investigation, or what follows one, in a state from which the act is done, by a team of everybody of the body. */
async function investigationFor(act: string, procedure = 'investigation'): Promise<{ id: string; version: number }> {
  const id = randomUUID();
  // As if its steps lay behind it: what keeps a case from being decided without them is tried elsewhere.
  await lianxi.admin.query('SET session_replication_role = replica');
  await lianxi.admin.query(
    `INSERT INTO investigation.cases (id, city, kind, state, resumes_in, standing, service, holder, interim, epoch, version, history_hash, received_by, received_on, channel, facts, filed_at, updated_at, procedure, linked_to)
    VALUES ($1, 'beijing', 'violation', $2, NULL, 'holding', 'investigation', $3, false, 1, 1, '', $3, '2026-01-05', 'linked-work', $4, lianxi.lianxi_now(), lianxi.lianxi_now(), $6, $5)`,
    [
      id,
      findActRow(procedure, act)?.from[0],
      bodies.own,
      JSON.stringify(healthMatter({ on: '2026-01-05' })),
      JSON.stringify({ caseId: randomUUID(), service: 'coordination', body: office, epoch: 1, number: null }),
      procedure,
    ],
  );
  for (const [place, step] of stepsBehind(procedure, act).entries())
    await lianxi.admin.query(
      `INSERT INTO investigation.journal (id, city, case_id, version, procedure, act, clause, post, recorded_at, effective_at, detail, hash)
    VALUES ($1, 'beijing', $2, $3, $6, $4, 'misconduct-26', $4, lianxi.lianxi_now(), lianxi.lianxi_now(), $5, '')`,
      [randomUUID(), id, place - 5, step, JSON.stringify({ person: `of-${step}`, legalCheck: 'none' }), procedure],
    );
  await lianxi.admin.query('RESET session_replication_role');
  for (const [body, part] of [
    [bodies.own, 'holder'],
    [bodies['co-handling'], 'co-handler'],
    [bodies['former-lead'], 'former-lead'],
  ] as const)
    await grant(id, body, part, 'investigation');
  await putProof(id, 'investigation');
  const members = [
    ...roles.map((role) => ({ person: personId(lianxi.around.issuer, postOf(bodies.own, role)), post: postOf(bodies.own, role) })),
    ...(act === 'record-interview' ? [{ person: 'colleague', post: newcomer }] : []),
  ];
  for (const [place, { act: each, person, detail }] of happenedBefore(procedure, act, members, proofOn(id)).entries())
    await lianxi.admin.query(
      `INSERT INTO investigation.history (id, city, case_id, version, procedure, act, clause, post, recorded_at, effective_at, detail, hash, service)
    VALUES ($1, 'beijing', $2, $3, $6, $4, 'misconduct-16', 'p', lianxi.lianxi_now(), lianxi.lianxi_now(), $5, '', 'investigation')`,
      [randomUUID(), id, place - 200, each, JSON.stringify({ person, ...detail }), procedure],
    );
  if (
    findActRow(procedure, act)?.guards?.some((guard) => ['work-open', 'transfer-letter-sent', 'review-letter-sent'].includes(guard)) ||
    act === 'request-final-review'
  )
    await putWork(id);
  if (act === 'publish') await grant(await decisionBehind(lianxi.admin, id), bodies.own, 'holder', 'investigation');
  await longEnded(id, procedure, act, 'investigation');
  if (act.endsWith('name-person')) await seal(id, bodies.own, 'investigation');
  return { id, version: 1 };
}

async function offerRow(): Promise<string> {
  const [id, caseId] = [randomUUID(), randomUUID()];
  await lianxi.admin.query(
    `INSERT INTO health.hand_overs (id, side, case_id, city, kind, state, from_service, from_body, to_service, to_body, epoch, subject, opened_at, changed_at)
    VALUES ($1, 'addressee', $2, 'beijing', 'transfer', 'offered', 'coordination', 'bj-cac', 'health', 'bj-health', 1, '{}', lianxi.lianxi_now(), lianxi.lianxi_now())`,
    [id, caseId],
  );
  for (const [body, part] of [
    ['bj-health', 'addressee'],
    [bodies['co-handling'], 'co-handler'],
    [bodies['former-lead'], 'former-lead'],
  ] as const)
    await grant(caseId, body, part);
  return id;
}

async function designationRow(): Promise<string> {
  const id = randomUUID();
  await lianxi.admin.query(
    `INSERT INTO coordination.designations (id, case_id, city, state, epoch, holder, service, candidates, suggestions, facts, requested_at, changed_at, due_on)
    VALUES ($1, $2, 'beijing', 'requested', 1, 'bj-health', 'health', '{bj-health,bj-agri}', '{}', $3, lianxi.lianxi_now(), lianxi.lianxi_now(), '2027-01-01')`,
    [id, randomUUID(), JSON.stringify(healthMatter({ on: '2026-01-05' }))],
  );
  return id;
}

async function exportRow(act: string): Promise<string> {
  const id = randomUUID();
  await lianxi.admin.query(
    `INSERT INTO audit.exports (id, city, state, version, history_hash, filter, purpose, asked_by, asked_post, asked_body, asked_at, changed_at)
    VALUES ($1, 'beijing', $2, 1, '', '{"act": "none"}', 'own-check', 'somebody', 'p', $3, lianxi.lianxi_now(), lianxi.lianxi_now())`,
    [id, findActRow('export', act)?.from[0], office],
  );
  await putFirstStep(lianxi.admin, 'audit', { procedure: 'export', act: 'ask', subject: id });
  await grant(id, office, 'office', 'audit');
  return id;
}

const custodians = (): Secrets['custodians'][string] => lianxi.around.secrets.custodians['beijing'] ?? {};
let sealed: SealedIdentity;

/** What somebody asked to see, sealed to the two custodians of the city. */
async function openingRow(): Promise<string> {
  const id = randomUUID();
  sealed = sealIdentity({}, Object.fromEntries(Object.entries(custodians()).map(([name, pair]) => [name, pair.public])));
  await lianxi.admin.query(
    `INSERT INTO vault.sealed_identities (case_id, city, receipt, sealed, kept_at) VALUES ($1, 'beijing', '', $2, lianxi.lianxi_now())`,
    [id, JSON.stringify(sealed)],
  );
  await lianxi.admin.query(
    `INSERT INTO vault.openings (id, case_id, city, state, version, history_hash, asked_by, asked_post, asked_body, reason, tell, asked_at) VALUES ($1, $1, 'beijing', 'asked', 1, '', 'somebody', 'p', 'bj-health', 'verify-facts', 'tell', lianxi.lianxi_now())`,
    [id],
  );
  await grant(id, office, 'office', 'vault');
  return id;
}
const shareFor = (opening: string): string =>
  handIn(
    { opening, vault: lianxi.around.secrets.sealing['vault']?.public ?? '', shares: sealed.shares },
    custodians()['beijing-first']?.secret ?? '',
  );

/** A case that an auditor has looked at, which the body that holds it does not see yet. */
async function inspectedCase(): Promise<string> {
  const [id, look] = [randomUUID(), randomUUID()];
  await lianxi.admin.query(
    `INSERT INTO audit.recorded_rows (service, position, incarnation, kind, row_id, city, case_id, act, body, recorded_at, content, received_at)
    SELECT 'nobody', coalesce(max(position), 0) + 1, $1::uuid, 'access', $1::uuid, 'beijing', $2, 'case-opened', $3, lianxi.lianxi_now(), jsonb_build_object('id', $1::uuid, 'post', $4::text), lianxi.lianxi_now() FROM audit.recorded_rows WHERE service = 'nobody'`,
    [look, id, office, postOf(office, 'auditor')],
  );
  return id;
}

/** A case on the record, which the auditors hold where the act lifts. */
async function keptCase(act: string): Promise<string> {
  const id = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
  await waitFor(
    'the case is on the record',
    async () => ((await lianxi.admin.query('SELECT 1 FROM audit.recorded_rows WHERE case_id = $1', [id])).rowCount ?? 0) > 0,
  );
  if (act === 'place-audit-hold') return id;
  const past = [
    { act: 'place-audit-hold', post: 'p', person: 'somebody', body: office, detail: {} },
    { act: 'propose-lift-audit-hold', post: 'p', person: 'somebody', body: office, detail: {} },
  ];
  await lianxi.admin.query(
    `INSERT INTO audit.audit_holds (case_id, city, state, ground, n, placed_at, placed_post, changed_at, past) VALUES ($1, 'beijing', 'held', 'court', 1, lianxi.lianxi_now(), 'p', lianxi.lianxi_now(), $2)`,
    [id, JSON.stringify(past)],
  );
  for (const { act: each, post, person } of past)
    await lianxi.admin.query(
      `INSERT INTO audit.journal (id, city, case_id, procedure, act, clause, post, recorded_at, effective_at, detail, hash)
    VALUES ($1, 'beijing', $2, 'audit-hold', $3, 'archive-37', $4, lianxi.lianxi_now(), lianxi.lianxi_now(), $5, '')`,
      [randomUUID(), id, each, post, JSON.stringify({ person })],
    );
  return id;
}

/** An edition that only waits for this act: of another day each time, and already proved among no others where it must be. */
let editionsMade = 0;
async function editionRow(act: string): Promise<string> {
  editionsMade += act === 'prove' ? 0 : 1;
  const builtIn = register.getCity('beijing').editions[0] as Edition;
  const content = JSON.parse(
    JSON.stringify({ ...builtIn, id: `beijing-permissions-${act}-${editionsMade}`, from: addCalendarDays(dayToCome, editionsMade) }),
  ) as Edition;
  const hash = sha256(canonical(content));
  await lianxi.admin.query(`DELETE FROM coordination.editions WHERE state <> 'withdrawn'`);
  await lianxi.admin.query(
    `INSERT INTO coordination.editions (id, city, valid_from, state, content, hash, revision, proof, kept_at) VALUES ($1, 'beijing', $2, $3, $4, $5, 0, $6, lianxi.lianxi_now())`,
    [
      content.id,
      content.from,
      findActRow('edition', act)?.from[0],
      JSON.stringify(content),
      hash,
      JSON.stringify({ hash, among: fingerprint([]), count: {} }),
    ],
  );
  await putFirstStep(lianxi.admin, 'coordination', { procedure: 'edition', act: 'propose', subject: content.id });
  return content.id;
}

interface Subject {
  readonly make: (act: string) => Promise<{ id: string; version: number }>;
  readonly look: string;
  readonly do: (id: string, act: string, version: number, post: string) => Promise<Answer>;
  /** Where a post is told what it may do, alone or as a line of a list. Of some nothing is told. */
  readonly told?: { readonly service: string; readonly path: (id: string) => string };
}
const casesOf = (service: string): Subject['told'] => ({ service, path: (id) => `/v1/cases/${id}` });

interface Told {
  readonly id?: string;
  readonly acts?: readonly { readonly act: string }[];
  readonly lines?: readonly Told[];
}
/** Whether a post is offered an act on what it is told; who is told nothing is offered nothing. */
async function isOffered({ service, path }: NonNullable<Subject['told']>, id: string, act: string, post: string): Promise<boolean> {
  const { lines, ...told } = (await lianxi.insist(service, 'GET', path(id), { headers: as(post) })).body as Told;
  return (lines?.find((line) => line.id === id) ?? told).acts?.some((each) => each.act === act) ?? false;
}

/** How to prepare, do and look at what each procedure's acts change. */
const subjects: Readonly<Record<string, Subject>> = {
  matter: {
    make: async (act) => {
      const { caseId, version } = await caseFor(act);
      return { id: caseId, version };
    },
    do: (id, act, version, post) =>
      send(id, act, post, version, {
        ...formFor(findActRow('matter', act)),
        ...(act === 'merge' ? { principal } : {}),
        ...(act === 'write-letter' ? { toBody: 'most' } : {}),
        ...(needsProof('matter', act) ? { effectiveOn: '2026-01-05', proof: proofOn(id) } : {}),
      }),
    look: 'SELECT version::text AS is FROM health.cases WHERE id = $1',
    told: casesOf('health'),
  },
  ...Object.fromEntries(
    linkedWork.map(({ id: procedure }) => [
      procedure,
      {
        make: (act: string) => workFor(procedure, act),
        do: (id: string, act: string, version: number, post: string) =>
          send(id, act, post, version, {
            ...formFor(findActRow(procedure, act)),
            ...(['reassign', 'name-person', 'unname-person'].includes(act)
              ? { post: postOf(ofOffice.includes(procedure) ? office : bodies.own, 'case-officer') }
              : {}),
            ...(act === 'write-letter' ? { toBody: 'most' } : {}),
            ...(act === 'present-sealed' ? { scan: proofOn(id) } : {}),
            ...(act === 'clear-enclosure' ? { enclosure: proofOn(id) } : {}),
            ...(needsProof(procedure, act) ? { effectiveOn: '2026-01-05', proof: proofOn(id) } : {}),
          }),
        look: 'SELECT version::text AS is FROM health.cases WHERE id = $1',
        told: casesOf('health'),
      },
    ]),
  ),
  investigation: {
    make: investigationFor,
    do: (id, act, version, post) =>
      send(
        id,
        act,
        post,
        version,
        { ...formFor(findActRow('investigation', act)), ...investigationForm(id, act) },
        undefined,
        'investigation',
      ),
    look: 'SELECT version::text AS is FROM investigation.cases WHERE id = $1',
    told: casesOf('investigation'),
  },
  ...Object.fromEntries(
    ['measure', 'recheck', 'final-review', 'outside-review', 'transfer-out', 'publication'].map((procedure) => [
      procedure,
      {
        make: (act: string) => investigationFor(act, procedure),
        do: (id: string, act: string, version: number, post: string) =>
          send(
            id,
            act,
            post,
            version,
            {
              ...formFor(findActRow(procedure, act)),
              ...investigationForm(id, act, procedure),
              ...(act === 'propose-change' ? { change: 'lift' } : {}),
            },
            undefined,
            'investigation',
          ),
        look: 'SELECT version::text AS is FROM investigation.cases WHERE id = $1',
        told: casesOf('investigation'),
      },
    ]),
  ),
  'hand-over': {
    make: async () => ({ id: await offerRow(), version: 0 }),
    do: (id, act, _version, post) =>
      lianxi.insist('health', 'POST', `/v1/hand-overs/${id}/acts/${act}`, {
        headers: as(post),
        body: { form: formFor(handOver.acts.find((row) => row.act === act)) },
      }),
    look: `SELECT state AS is FROM health.hand_overs WHERE id = $1 AND side = 'addressee'`,
    told: { service: 'health', path: () => '/v1/hand-overs?limit=200' },
  },
  edition: {
    make: async (act) => ({ id: await editionRow(act), version: 1 }),
    do: (id, act, version, post) =>
      lianxi.insist('coordination', 'POST', `/v1/editions/${id}/acts/${act}`, {
        headers: as(post),
        body: { version, form: act === 'withdraw' ? { reason: 'mistaken' } : {} },
      }),
    look: 'SELECT version::text AS is FROM coordination.editions WHERE id = $1',
  },
  designation: {
    make: async () => ({ id: await designationRow(), version: 1 }),
    do: (id, act, version, post) =>
      lianxi.insist('coordination', 'POST', `/v1/designations/${id}/acts/${act}`, {
        headers: as(post),
        body: { version, form: act === 'record-view' ? { ofBody: 'bj-agri', view: 'would-lead' } : { lead: 'bj-agri', reasons: '示例' } },
      }),
    look: 'SELECT version::text AS is FROM coordination.designations WHERE id = $1',
    told: { service: 'coordination', path: () => '/v1/designations?limit=200' },
  },
  export: {
    make: async (act) => ({ id: await exportRow(act), version: 1 }),
    do: (id, act, version, post) =>
      lianxi.insist('audit', 'POST', `/v1/exports/${id}/acts/${act}`, {
        headers: as(post),
        body: { version, form: formFor(findActRow('export', act)) },
      }),
    look: 'SELECT version::text AS is FROM audit.exports WHERE id = $1',
    told: { service: 'audit', path: (id) => `/v1/exports/${id}` },
  },
  'identity-opening': {
    make: async () => ({ id: await openingRow(), version: 1 }),
    do: (id, act, version, post) =>
      lianxi.insist('vault', 'POST', `/v1/openings/${id}/acts/${act}`, {
        headers: as(post),
        body: { version, form: formFor(findActRow('identity-opening', act)), share: shareFor(id) },
      }),
    look: 'SELECT version::text AS is FROM vault.openings WHERE id = $1',
  },
  'audit-hold': {
    make: async (act) => ({ id: await keptCase(act), version: 1 }),
    do: (id, act, _version, post) =>
      lianxi.insist('audit', 'POST', `/v1/cases/${id}/hold/acts/${act}`, {
        headers: as(post),
        body: { form: formFor(findActRow('audit-hold', act)) },
      }),
    look: 'SELECT changed_at::text AS is FROM audit.audit_holds WHERE case_id = $1',
  },
  inspection: {
    make: async () => ({ id: await inspectedCase(), version: 1 }),
    do: (id, act, _version, post) =>
      lianxi.insist('audit', 'POST', `/v1/cases/${id}/looks/acts/${act}`, { headers: as(post), body: { form: {} } }),
    look: 'SELECT count(*)::text AS is FROM audit.look_releases WHERE case_id = $1',
  },
};

describe.each(procedures.map(({ id }) => id))('%s', (procedure) => {
  it.each(actsIn(procedure))('%s is done by those the matrix allows, and refused to all others', async (act) => {
    const subject = subjects[procedure] as (typeof subjects)[string];
    const cells = matrix
      .filter((row) => row.procedure === procedure && row.act === act)
      .flatMap(({ role, may }) => partners.map((relation) => ({ role, relation, may: may[relation] })))
      .filter(({ role, relation, may }) => relation === 'own' || may === 'allowed' || turnOf(actsIn(procedure).indexOf(act), role));
    const { id, version } = await subject.make(act);
    const look = async (of: string): Promise<string | undefined> =>
      (await lianxi.admin.query<{ is: string }>(subject.look, [of])).rows[0]?.is;
    const before = await look(id);
    const postFor = (relation: Relation, role: string): string =>
      role === 'unit-contact' && relation === 'own' && procedure === 'letter' ? postOf(unit, role) : ofBody(relation, role);
    const ofBody = (relation: Relation, role: string): string =>
      postOf(ofOffice.includes(procedure) && relation === 'own' ? office : bodies[relation], role);
    for (const each of partners) {
      const refusals = await Promise.all(
        cells
          .filter(({ may, relation }) => may === 'refused' && relation === each)
          .map(async ({ role, relation }) => {
            const { status, body } = await subject.do(id, act, version, postFor(relation, role));
            return [403, 404].includes(status) && typeof body['code'] === 'string'
              ? undefined
              : `${role} of ${relation}: ${status} ${String(body['code'])}`;
          }),
      );
      expect(refusals.filter((refusal) => refusal !== undefined)).toEqual([]);
    }
    expect(await look(id)).toBe(before);
    // Nothing is offered that is refused, and nothing kept back that is allowed. A contact's first look at a letter is an act, so it is tried elsewhere.
    const asked =
      subject.told === undefined
        ? []
        : cells.filter(
            ({ role, relation, may }) =>
              relation === 'own' && role !== 'unit-contact' && (may === 'allowed' || turnOf(actsIn(procedure).indexOf(act), role)),
          );
    expect(
      await Promise.all(
        asked.map(async ({ role, relation }) => [
          role,
          subject.told !== undefined && (await isOffered(subject.told, id, act, postFor(relation, role))),
        ]),
      ),
    ).toEqual(asked.map(({ role, may }) => [role, may === 'allowed']));
    for (const { role, relation } of cells.filter(({ may }) => may === 'allowed')) {
      const fresh = await subject.make(act);
      const { status, text } = await subject.do(fresh.id, act, fresh.version, postFor(relation, role));
      expect([role, relation, status, status === 200 ? '' : text]).toEqual([role, relation, 200, '']);
    }
  });
});
