import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { procedures } from '@lianxi/casework';
import { register, type Edition } from '@lianxi/jurisdiction';
import { aiMatter, dayOfTest, dayToCome, healthMatter } from '../support/example-facts';
import { investigate, investigateElsewhere } from '../support/investigation-words';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
const running = ['agriculture', 'health', 'ai', 'investigation', 'coordination', 'audit', 'vault'];
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: running });
});
afterAll(() => lianxi.stop());

const canary = `canary${randomUUID().replaceAll('-', '')}`;
/** As it is, and as somebody might have written it down without thinking: hex, base64 at each of its three places, reversed. */
const forms = [
  canary,
  Buffer.from(canary).toString('hex'),
  ...['', 'x', 'xx'].map((before) =>
    Buffer.from(`${before}${canary}`)
      .toString('base64')
      .slice(before.length === 0 ? 0 : 4, -4),
  ),
  [...canary].reverse().join(''),
];
const has = (text: string): boolean => forms.some((form) => text.toLowerCase().includes(form.toLowerCase()));

const allowed = new Set(['particulars']);

async function columnsWithCanary(): Promise<string[]> {
  const { rows } = await lianxi.admin.query<{
    schema: string;
    name: string;
  }>(`SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'`);
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const { rows: texts } = await lianxi.admin.query<{ text: string }>(`SELECT t::text AS text FROM ${schema}.${name} t`);
    const bytes =
      name === 'dead_letters'
        ? (await lianxi.admin.query<{ text: string }>(`SELECT convert_from(envelope, 'LATIN1') AS text FROM ${schema}.${name}`)).rows
        : [];
    if (!allowed.has(name) && [...texts, ...bytes].some(({ text }) => has(text))) found.push(`${schema}.${name}`);
  }
  return found;
}

function filesWithCanary(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) return filesWithCanary(path);
    return has(readFileSync(path).toString('latin1')) ? [path] : [];
  });
}

const particularsWithCanary = async (schema: string): Promise<string[]> =>
  (await lianxi.admin.query<{ kind: string; value: string }>(`SELECT kind, value::text AS value FROM ${schema}.particulars`)).rows
    .filter(({ value }) => has(value))
    .map(({ kind }) => kind);

type Form = Record<string, unknown>;
const officeDesk = 'bj-joint-office-coordinator';

/** What other bodies report meanwhile moves a case on: whoever is told so reads again and does it again. */
async function does(service: string, id: string, act: string, as: string, form: Form = {}): Promise<void> {
  let answer = { status: 0, text: '' };
  await waitFor(`${act} is done`, async () => {
    if (
      !(((await lianxi.get(service, `/v1/cases/${id}`, as)).body['acts'] as { act: string }[] | undefined) ?? []).some(
        (each) => each.act === act,
      )
    )
      return false;
    answer = await lianxi.act(service, id, act, as, form);
    return !answer.text.includes('stale-version');
  });
  expect([act, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([act, 200, '']);
}

async function workOf(service: string, caseId: string, as: string, procedure: string): Promise<string> {
  let id: string | undefined;
  await waitFor(`${procedure} is there`, async () => {
    id = (
      (await lianxi.get(service, `/v1/cases/${caseId}`, as)).body['works'] as { id: string; procedure: string }[] | undefined
    )?.findLast((each) => each.procedure === procedure)?.id;
    return id !== undefined;
  });
  return id ?? '';
}

async function screenedAtHealth(change: Form = {}): Promise<string> {
  const id = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', ...change }))).body['caseId']);
  await does('health', id, 'register', 'bj-health-intake-officer');
  await does('health', id, 'screen', 'bj-health-case-officer', { finding: canary });
  return id;
}

/** The fields of what bodies write to each other about a case, at the asking and at the asked side. */
async function workTogether(caseId: string): Promise<void> {
  const work = (procedure: string): Promise<string> => workOf('health', caseId, 'bj-health-head', procedure);
  await does('health', caseId, 'open-dispute', 'bj-health-head', { position: canary });
  await does('health', caseId, 'settle-dispute', 'bj-health-head', { settlement: canary });
  await does('health', caseId, 'escalate', 'bj-health-head', { cause: 'dispute', dossier: canary });
  await does('health', caseId, 'ask-co-handler', 'bj-health-head', { coHandler: 'bj-agri', task: canary });
  await does('health', caseId, 'consult', 'bj-health-head', { ofBody: 'bj-agri', answerBy: dayToCome, question: canary });
  await does('coordination', await work('escalation'), 'answer-escalation', officeDesk, { direction: 'holder-goes-on', answer: canary });
  await does('agriculture', await work('consultation'), 'answer-consultation', 'bj-agri-reviewer', { view: 'agree', opinion: canary });
  await does('agriculture', await work('co-handling'), 'note', 'bj-agri-case-officer', { text: canary });
  await does('agriculture', await work('co-handling'), 'give-opinion', 'bj-agri-reviewer', { view: 'agree', opinion: canary });
  await does('health', caseId, 'propose-conclusion', 'bj-health-decider', { outcome: 'answered', summary: canary });
  await does('agriculture', await work('co-handling'), 'object', 'bj-agri-decider', { reasons: canary });
  await does('health', caseId, 'release-work', 'bj-health-decider', { ofBody: 'bj-agri', reasons: canary });
  await writeLetters(caseId);
  await writeToContact(caseId);
  await does('health', caseId, 'conclude', 'bj-health-decider', { outcome: 'answered', summary: canary });
  await does('health', caseId, 'request-reopen', 'bj-health-case-officer', { reasons: canary });
  await does('health', caseId, 'declare-recusal', 'bj-health-reviewer', { reasons: canary });
}

/** To a unit that answers on paper, and to one whose answer nobody waits for. */
async function writeLetters(caseId: string): Promise<void> {
  for (const [act, form] of [
    ['record-answer', { answer: canary }],
    ['close-letter', { reasons: canary }],
  ] as const) {
    await does('health', caseId, 'write-letter', 'bj-health-reviewer', {
      addressee: canary,
      purpose: 'enquiry',
      periodFrom: 'receipt',
      content: canary,
    });
    const id = await workOf('health', caseId, 'bj-health-head', 'letter');
    if (act === 'record-answer') await drawUp(id);
    await does('health', id, 'dispatch', 'bj-health-case-officer', { method: 'fax' });
    await does('health', id, 'remind-addressee', 'bj-health-case-officer', { method: 'fax', reminder: canary });
    expect(
      (await lianxi.addPaper('health', id, 'bj-health-case-officer', { name: `${canary}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${canary}`) }))
        .status,
    ).toBe(200);
    const papers = (await lianxi.get('health', `/v1/cases/${id}`, 'bj-health-head')).body['papers'] as { id: string }[];
    await does('health', id, act, act === 'close-letter' ? 'bj-health-head' : 'bj-health-case-officer', {
      ...form,
      ...(act === 'record-answer' ? { effectiveOn: dayOfTest, proof: papers[0]?.id } : {}),
    });
  }
}

/** The letter becomes an official document, sent back once and once badly sealed. */
async function drawUp(id: string): Promise<void> {
  const draft = { kind: 'reply', subject: canary, addressee: canary, body: canary, enclosures: canary, copyTo: canary };
  await does('health', id, 'draft-document', 'bj-health-case-officer', draft);
  await does('health', id, 'return-document', 'bj-health-reviewer', { reasons: canary });
  await does('health', id, 'draft-document', 'bj-health-case-officer', draft);
  for (const [act, as] of [
    ['check-document', 'reviewer'],
    ['sign-off', 'decider'],
    ['number-document', 'case-officer'],
  ] as const)
    await does('health', id, act, `bj-health-${as}`);
  expect(
    (await lianxi.addPaper('health', id, 'bj-health-case-officer', { name: `${canary}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${canary}`) }))
      .status,
  ).toBe(200);
  const [scan] = (await lianxi.get('health', `/v1/cases/${id}`, 'bj-health-head')).body['papers'] as { id: string }[];
  await does('health', id, 'present-sealed', 'bj-health-case-officer', { scan: scan?.id });
  await does('health', id, 'reject-seal', 'bj-health-reviewer', { reasons: canary });
  await does('health', id, 'present-sealed', 'bj-health-case-officer', { scan: scan?.id });
  await does('health', id, 'confirm-seal', 'bj-health-reviewer');
}

/** A unit is written to by its contact, who answers. */
async function writeToContact(caseId: string): Promise<void> {
  const unit = 'OWN-EXAMPLE-LAB';
  expect(
    (
      await lianxi.request('coordination', 'POST', '/v1/unit-contacts', {
        as: officeDesk,
        body: { unit, subject: 'example-contact', validFrom: '2024-01-01' },
      })
    ).status,
  ).toBe(200);
  await waitFor('health knows the contact', async () => (await lianxi.get('health', '/v1/letters', 'example-contact')).status === 200);
  await does('health', caseId, 'write-letter', 'bj-health-reviewer', { unit, purpose: 'enquiry', periodFrom: 'receipt', content: canary });
  const id = await workOf('health', caseId, 'bj-health-head', 'letter');
  await does('health', id, 'dispatch', 'bj-health-case-officer', { method: 'to-contact' });
  const { version, epoch } = (await lianxi.get('health', `/v1/letters/${id}`, 'example-contact')).body;
  const sent = await lianxi.sendForm(
    'health',
    `/v1/letters/${id}/papers`,
    { kind: 'reply', dated: '2026-10-08', origin: 'copy', number: canary, version: String(version), epoch: String(epoch) },
    [{ name: `${canary}.txt`, bytes: Buffer.from(canary) }],
    { as: 'example-contact' },
  );
  expect(sent.status).toBe(200);
  const answered = await lianxi.request('health', 'POST', `/v1/letters/${id}/acts/answer`, {
    as: 'example-contact',
    headers: { 'idempotency-key': randomUUID() },
    body: { version: sent.body['version'], epoch, form: { answer: canary } },
  });
  expect([answered.status, answered.body['state']]).toEqual([200, 'answered']);
}

/** Whoever filed is asked, and writes back with the receipt alone. */
async function askReporter(caseId: string, receipt: string): Promise<void> {
  await does('health', caseId, 'ask-reporter', 'bj-health-case-officer', { question: canary });
  const headers = (): Record<string, string> => ({ 'x-lianxi-receipt': receipt, 'idempotency-key': randomUUID() });
  for (const path of ['answer', 'additions'])
    expect(
      (await lianxi.request('health', 'POST', `/v1/reports/${path}?note=${canary}`, { body: { text: canary }, headers: headers() })).status,
    ).toBe(200);
  expect(
    (
      await lianxi.sendForm('health', '/v1/reports/papers', { note: canary }, [{ name: `${canary}.txt`, bytes: Buffer.from(canary) }], {
        headers: headers(),
      })
    ).status,
  ).toBe(200);
  expect((await lianxi.request('health', 'GET', '/v1/reports', { headers: { 'x-lianxi-receipt': canary } })).status).toBe(404);
}

/** An officer asks to see who reported, and a custodian refuses. */
async function askIdentity(): Promise<void> {
  const [custodian, id] = [
    'bj-joint-office-identity-custodian',
    String(
      (
        await lianxi.file('health', healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy: 'bj-health' }), {
          report: { contact: { name: canary, idNumber: canary } },
        })
      ).body['caseId'],
    ),
  ];
  await does('health', id, 'ask-identity', 'bj-health-case-officer', { reason: 'verify-facts', tell: 'tell', reasons: canary });
  let opening = '';
  await waitFor('the vault knows what was asked', async () => {
    opening = ((await lianxi.get('vault', '/v1/openings', custodian)).body['lines'] as { id: string }[])[0]?.id ?? '';
    return opening !== '';
  });
  expect(
    (
      await lianxi.request('vault', 'POST', `/v1/openings/${opening}/acts/approve`, {
        as: custodian,
        body: { version: 1, form: {}, share: canary },
        headers: { 'idempotency-key': randomUUID() },
      })
    ).status,
  ).toBe(409);
  expect(
    (
      await lianxi.request('vault', 'POST', `/v1/openings/${opening}/acts/refuse`, {
        as: custodian,
        body: { version: 1, form: { reasons: canary } },
        headers: { 'idempotency-key': randomUUID() },
      })
    ).status,
  ).toBe(200);
}

/** A refusal is objected to by the receipt, and upheld; another on paper, and taken up again. */
async function objectTo(): Promise<void> {
  const declined = async (): Promise<{ id: string; receipt: string }> => {
    const { caseId, receipt } = (await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }), { report: { title: canary } }))
      .body as { caseId: string; receipt: string };
    for (const [act, form] of [
      ['register', {}],
      ['screen', {}],
      ['note-authority-staff', { ofBody: 'bj-agri', reasons: canary }],
      ['decline', { ground: 'out-of-scope', reasons: canary }],
    ] as const)
      await does('health', caseId, act, 'bj-health-decider', form);
    return { id: caseId, receipt };
  };
  const [byReceipt, onPaper] = [await declined(), await declined()];
  const objected = await lianxi.request('health', 'POST', '/v1/reports/objection', {
    body: { text: canary },
    headers: { 'x-lianxi-receipt': byReceipt.receipt, 'idempotency-key': randomUUID() },
  });
  expect([objected.status, (objected.body['refusal'] as { reasons: string }).reasons]).toEqual([200, canary]);
  await does('health', byReceipt.id, 'uphold-declining', 'bj-health-head', { reasons: canary });
  await lianxi.addPaper('health', onPaper.id, 'bj-health-case-officer', { name: `${canary}.pdf`, bytes: Buffer.from('%PDF-1.7 a') });
  const [paper] = (await lianxi.get('health', `/v1/cases/${onPaper.id}`, 'bj-health-head')).body['papers'] as { id: string }[];
  await does('health', onPaper.id, 'record-objection', 'bj-health-case-officer', {
    effectiveOn: dayOfTest,
    proof: paper?.id,
    objection: canary,
  });
  await does('health', onPaper.id, 'take-up-after-objection', 'bj-health-head', { reasons: canary });
}

/** Two bodies refuse: the one to take part, the other to take the matter up at all; a third matter goes outside. */
async function refuse(): Promise<void> {
  const [declined, duplicate] = [await screenedAtHealth(), await screenedAtHealth()];
  await does('health', declined, 'write-summary', 'bj-health-case-officer', { summary: canary });
  await does('health', duplicate, 'merge', 'bj-health-decider', { principal: declined, reasons: canary });
  await does('health', duplicate, 'unmerge', 'bj-health-decider', { reasons: canary });
  await does('health', declined, 'ask-co-handler', 'bj-health-head', { coHandler: 'bj-agri', task: canary });
  await does('agriculture', await workOf('health', declined, 'bj-health-head', 'co-handling'), 'decline-work', 'bj-agri-head', {
    basis: 'documents-24',
    alternative: 'bj-stc',
    reasons: canary,
  });
  await does('health', declined, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: canary });
  for (const act of ['name-person', 'unname-person'])
    await does('health', declined, act, 'bj-health-decider', { post: 'bj-health-reviewer', reasons: canary });
  await does('health', declined, 'decline', 'bj-health-decider', { ground: 'out-of-scope', reasons: canary });
  await objectTo();
  await does('health', await screenedAtHealth(), 'forward', 'bj-health-decider', { toBody: 'most', reasons: canary });
}

/** The office says who takes part where no rule covers a field. */
async function coverFields(): Promise<void> {
  for (const [act, form] of [
    ['name-co-handler', { coHandler: 'bj-agri', task: canary }],
    ['record-none-needed', { reasons: canary }],
  ] as const) {
    const id = await screenedAtHealth({ fields: ['human-life-medicine', 'food'] });
    await does('coordination', await workOf('health', id, 'bj-health-head', 'uncovered-field'), act, officeDesk, form);
  }
}

/** The office designates the lead of a case two bodies regulate; the lead objects and the joint meeting resolves. */
async function designate(resolution: string): Promise<void> {
  const filed = await lianxi.file('agriculture', aiMatter({ fields: ['ai', 'human-life-medicine'] }), { report: { title: canary } });
  const caseId = String(filed.body['caseId']);
  const find = async (): Promise<{ id: string; version: number } | undefined> =>
    (
      (await lianxi.get('coordination', '/v1/designations', officeDesk)).body['lines'] as
        { id: string; case_id: string; version: number }[] | undefined
    )?.find((line) => line.case_id === caseId);
  await waitFor('the office was asked', async () => (await find()) !== undefined);
  const sign = async (act: string, form: Form): Promise<void> => {
    const { id, version } = (await find()) ?? { id: '', version: 0 };
    expect(
      (
        await lianxi.request('coordination', 'POST', `/v1/designations/${id}/acts/${act}`, {
          as: officeDesk,
          body: { version, form },
          headers: { 'idempotency-key': randomUUID() },
        })
      ).status,
    ).toBe(200);
  };
  for (const ofBody of ['bj-eit', 'bj-health']) await sign('record-view', { ofBody, view: 'would-lead', reasons: canary });
  await sign('designate', { lead: 'bj-health', reasons: canary });
  await does('health', caseId, 'object-to-designation', 'bj-health-decider', { reasons: canary });
  const objection = await workOf('health', caseId, 'bj-health-head', 'objection');
  await does('coordination', objection, 'put-on-agenda', 'bj-joint-office-secretary', { meetingOn: dayToCome });
  await does('coordination', objection, resolution, 'bj-joint-office-head', { resolution: canary });
}

/** What auditors write when they ask for a part of the record, or refuse it to each other. */
async function exportRecord(): Promise<void> {
  const auditor = 'bj-joint-office-auditor';
  const second = `${auditor}-2`;
  expect(
    (
      await lianxi.request('coordination', 'POST', '/v1/posts', {
        as: 'bj-joint-office-security-administrator',
        body: { id: second, body: 'bj-joint-office', role: 'auditor', subject: second, validFrom: '2024-01-01' },
      })
    ).status,
  ).toBe(200);
  await waitFor('audit knows the second auditor', async () => (await lianxi.get('audit', '/v1/exports', second)).status === 200);
  const send = (path: string, as: string, body: Form): ReturnType<Lianxi['request']> =>
    lianxi.request('audit', 'POST', path, { as, body, headers: { 'idempotency-key': randomUUID() } });
  const asked = await send('/v1/exports', auditor, { purpose: 'inspection', filter: { body: 'bj-health' }, reasons: canary });
  expect([asked.status, asked.body['state']]).toEqual([201, 'asked']);
  expect(
    (await send(`/v1/exports/${String(asked.body['id'])}/acts/refuse`, second, { version: 1, form: { reasons: canary } })).body['state'],
  ).toBe('refused');
}

/** Codes are refused where they are none, and what was refused is not kept either. */
async function plantInPosts(): Promise<void> {
  const post = { id: 'bj-stc-example', body: 'bj-stc', role: 'reviewer', subject: 'bj-stc-example', validFrom: '2024-01-01' };
  for (const field of ['id', 'body', 'role', 'validFrom', 'deputyFor', canary]) {
    const refused = await lianxi.request('coordination', 'POST', '/v1/posts', {
      as: 'bj-joint-office-security-administrator',
      body: { ...post, [field]: field === 'id' ? `${canary}人` : canary },
    });
    expect([field, refused.status]).toEqual([field, 400]);
  }
}

/** Rules are public and have no place for what somebody else wrote: it is refused, and what was refused is not kept. */
async function plantInEditions(): Promise<void> {
  const builtIn = register.getCity('beijing').editions[0] as Edition;
  const edition = { ...builtIn, id: 'beijing-example', from: dayToCome };
  const send = (path: string, body: Form): ReturnType<Lianxi['request']> =>
    lianxi.request('coordination', 'POST', path, { as: officeDesk, body, headers: { 'idempotency-key': randomUUID() } });
  for (const field of [...Object.keys(edition).filter((each) => each !== 'id'), canary]) {
    const refused = await send('/v1/editions', {
      edition: { ...edition, [field]: field === 'suggestions' ? [{ ...builtIn.suggestions[0], unconfirmed: canary }] : `${canary}人` },
    });
    expect([field, refused.status]).toEqual([field, 400]);
  }
  expect((await send('/v1/editions', { edition })).status).toBe(201);
  expect((await send('/v1/editions/beijing-example/acts/withdraw', { version: 1, form: { reason: canary } })).status).toBe(400);
}

/** Every field of free text that a person's act has, in every procedure, as particulars name it. */
const textFields = procedures.flatMap(({ id, acts }) =>
  acts
    .filter(({ byCourier }) => byCourier !== true)
    .flatMap(({ act, form }) =>
      (form ?? [])
        .filter(({ type }) => type === 'text')
        .map(
          ({ name }) =>
            ({
              'hand-over': `hand-over.${name}`,
              designation: `designation.${act}.${name}`,
              'identity-opening': `identity-opening.${act}.${name}`,
              export: `export.${act}.${name}`,
            })[id] ?? `${act}.${name}`,
        ),
    ),
);

describe('what a person writes, planted in every field there is', () => {
  beforeAll(async () => {
    const report = {
      title: canary,
      text: canary,
      unitName: canary,
      partyName: canary,
      place: canary,
      time: canary,
      contact: { name: canary, phone: canary.slice(0, 38), email: `${canary}@example.org`, address: canary },
      answers: { consent: canary },
    };
    const headers = {
      'idempotency-key': randomUUID(),
      'user-agent': canary,
      referer: `http://${canary}/`,
      cookie: `x=${canary}`,
      'x-forwarded-for': canary,
    };
    const matter = {
      facts: healthMatter(),
      report,
      papers: [{ kind: 'report-material', dated: '2026-10-01', origin: 'copy' }],
      noStateSecrets: true,
    };
    const filed = await lianxi.sendForm(
      'agriculture',
      `/v1/matters?note=${canary}`,
      { json: JSON.stringify(matter) },
      [{ name: `${canary}.txt`, bytes: Buffer.from(canary) }],
      { headers },
    );
    expect(filed.status).toBe(201);
    const caseId = String(filed.body['caseId']);
    await lianxi.request('health', 'POST', '/v1/matters/on-behalf', {
      as: 'bj-health-intake-officer',
      headers: { 'idempotency-key': randomUUID() },
      body: {
        ...matter,
        papers: undefined,
        facts: healthMatter({ receivedBy: 'bj-health' }),
        onBehalf: { channel: 'letter', receivedOn: '2026-01-05', givenBy: canary, note: canary },
      },
    });
    await waitFor(
      'it is held at health',
      async () => (await lianxi.get('health', `/v1/cases/${caseId}?look=${canary}`, 'bj-health-head')).body['standing'] === 'holding',
    );
    const steps: [string, string, Record<string, unknown>][] = [
      ['register', 'bj-health-intake-officer', {}],
      ['request-supplement', 'bj-health-case-officer', { missing: canary }],
      ['receive-supplement', 'bj-health-case-officer', { content: canary }],
      ['screen', 'bj-health-case-officer', { finding: canary }],
      ['note', 'bj-health-case-officer', { text: canary }],
      ['secure-evidence', 'bj-health-case-officer', { what: canary }],
      ['order-urgent-stop', 'bj-health-decider', { reasons: canary }],
      ['withdraw', 'bj-health-intake-officer', { statement: canary }],
      ['correct-facts', 'bj-health-case-officer', { facts: { funding: 'none' }, source: canary }],
      ['accept', 'bj-health-decider', {}],
      ['assign', 'bj-health-head', { post: 'bj-health-case-officer' }],
      ['begin-handling', 'bj-health-case-officer', {}],
      ['suspend', 'bj-health-decider', { reasons: canary }],
      ['resume', 'bj-health-decider', {}],
      ['extend-handling', 'bj-health-head', { reasons: canary }],
      ['tell-reporter', 'bj-health-case-officer', { told: canary }],
      ['propose-void', 'bj-health-case-officer', { reasons: canary }],
      ['offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'not-competent', reasons: canary }],
    ];
    for (const [act, as, form] of steps) expect([act, (await lianxi.act('health', caseId, act, as, form)).status]).toEqual([act, 200]);
    expect(
      (
        await lianxi.addPaper(
          'health',
          caseId,
          'bj-health-case-officer',
          {
            name: `${canary}.pdf`,
            bytes: Buffer.from(`%PDF-1.7 ${canary}`),
          },
          { number: canary },
        )
      ).status,
    ).toBe(200);
    await lianxi.act('health', caseId, 'note', 'bj-health-case-officer', { text: canary, [canary]: canary });
    await lianxi.act('health', caseId, canary, 'bj-health-case-officer', { text: canary });
    await lianxi.request('health', 'GET', `/v1/worklists/${canary}?after=${canary}`, { as: 'bj-health-head' });
    await lianxi.file('agriculture', healthMatter({ kind: canary }));
    await lianxi.file('agriculture', healthMatter({ [canary]: canary }));
    let offer = '';
    await waitFor('agriculture sees the offer', async () => {
      offer =
        (
          (await lianxi.get('agriculture', '/v1/hand-overs', 'bj-agri-head')).body as unknown as {
            lines: { id: string; case_id: string }[];
          }
        ).lines.find((line) => line.case_id === caseId)?.id ?? '';
      return offer !== '';
    });
    const returned = await lianxi.request('agriculture', 'POST', `/v1/hand-overs/${offer}/acts/return`, {
      as: 'bj-agri-head',
      headers: { 'idempotency-key': randomUUID() },
      body: { form: { basis: 'in-charge-supervises', alternative: 'bj-stc', reasons: canary } },
    });
    expect(returned.status).toBe(200);
    await waitFor('the holder has it back', async () =>
      ((await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head')).body['timeline'] as { act: string }[]).some(
        ({ act }) => act === 'return',
      ),
    );
    await askIdentity();
    await askReporter(caseId, String(filed.body['receipt']));
    await workTogether(caseId);
    await refuse();
    await coverFields();
    for (const resolution of ['uphold', 'dismiss']) await designate(resolution);
    await investigate(lianxi, canary);
    await investigateElsewhere(lianxi, canary);
    await plantInPosts();
    await plantInEditions();
    await exportRecord();
    await waitFor(
      'everything has been delivered',
      async () =>
        (
          await lianxi.admin.query(
            running
              .map((schema) => `SELECT 1 AS owed FROM ${schema}.delivery WHERE receiver IN ('${running.join("', '")}')`)
              .join(' UNION ALL '),
          )
        ).rowCount === 0,
      60_000,
    );
  });

  it('stands in no journal, access, inbox, index, audit or any other row but the particulars', async () => {
    expect(await columnsWithCanary()).toEqual([]);
  });

  it('stands in no file of the broker and in no log; papers lie encrypted', () => {
    expect(filesWithCanary(lianxi.directory)).toEqual([]);
  });

  it('is kept where it belongs, and was brought to the body that holds the case', async () => {
    const kinds = new Set((await Promise.all(running.map((service) => particularsWithCanary(service)))).flat());
    expect([...kinds].sort()).toEqual(
      [...new Set([...textFields, 'contact', 'measure.subject', 'export.ask.reasons', 'given-by', 'paper-name', 'report'])].sort(),
    );
    expect(await particularsWithCanary('agriculture')).toEqual(
      expect.arrayContaining([
        'report',
        'contact',
        'paper-name',
        'hand-over.reasons',
        'ask-co-handler.task',
        'consult.question',
        'give-opinion.opinion',
        'note.text',
        'propose-conclusion.summary',
      ]),
    );
    expect((await particularsWithCanary('audit')).sort()).toEqual(['export.ask.reasons', 'export.refuse.reasons']);
  });
});
