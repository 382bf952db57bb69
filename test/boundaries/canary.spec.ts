import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayToCome, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
const running = ['agriculture', 'health', 'ai', 'coordination', 'audit'];
beforeAll(async () => { lianxi = await Lianxi.start({ services: running }); }, 60_000);
afterAll(() => lianxi.stop(), 30_000);

const canary = `canary${randomUUID().replaceAll('-', '')}`;
/** As it is, and as somebody might have written it down without thinking: hex, base64 at each of its three places, reversed. */
const forms = [canary, Buffer.from(canary).toString('hex'), ...['', 'x', 'xx'].map((before) => Buffer.from(`${before}${canary}`).toString('base64').slice(before.length === 0 ? 0 : 4, -4)), [...canary].reverse().join('')];
const has = (text: string): boolean => forms.some((form) => text.toLowerCase().includes(form.toLowerCase()));

const allowed = new Set(['particulars']);

async function columnsWithCanary(): Promise<string[]> {
  const { rows } = await lianxi.admin.query<{ schema: string; name: string }>(`SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'`);
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const { rows: texts } = await lianxi.admin.query<{ text: string }>(`SELECT t::text AS text FROM ${schema}.${name} t`);
    const bytes = name === 'dead_letters' ? (await lianxi.admin.query<{ text: string }>(`SELECT convert_from(envelope, 'LATIN1') AS text FROM ${schema}.${name}`)).rows : [];
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
  (await lianxi.admin.query<{ kind: string; value: string }>(`SELECT kind, value::text AS value FROM ${schema}.particulars`)).rows.filter(({ value }) => has(value)).map(({ kind }) => kind);

/** The fields of what bodies write to each other about a case, at the asking and at the asked side. */
async function workTogether(caseId: string): Promise<void> {
  // What the other body reports meanwhile moves the case on: whoever is told so reads again and does it again.
  const does = async (service: string, id: string, act: string, as: string, form: Record<string, unknown>): Promise<void> => {
    let answer = { status: 0, text: '' };
    await waitFor(`${act} is done`, async () => {
      if (!((await lianxi.get(service, `/v1/cases/${id}`, as)).body['acts'] as { act: string }[] | undefined ?? []).some((each) => each.act === act)) return false;
      answer = await lianxi.act(service, id, act, as, form);
      return !answer.text.includes('stale-version');
    });
    expect([act, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([act, 200, '']);
  };
  const work = async (procedure: string): Promise<string> => ((await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head')).body['works'] as { id: string; procedure: string }[]).find((each) => each.procedure === procedure)?.id ?? '';
  await does('health', caseId, 'open-dispute', 'bj-health-head', { position: canary });
  await does('health', caseId, 'escalate', 'bj-health-head', { cause: 'dispute', dossier: canary });
  await does('health', caseId, 'ask-co-handler', 'bj-health-head', { coHandler: 'bj-agri', task: canary });
  await does('health', caseId, 'consult', 'bj-health-head', { ofBody: 'bj-agri', answerBy: dayToCome, question: canary });
  await does('coordination', await work('escalation'), 'answer-escalation', 'bj-joint-office-coordinator', { direction: 'holder-goes-on', answer: canary });
  await does('agriculture', await work('consultation'), 'answer-consultation', 'bj-agri-reviewer', { view: 'agree', opinion: canary });
  await does('agriculture', await work('co-handling'), 'note', 'bj-agri-case-officer', { text: canary });
  await does('agriculture', await work('co-handling'), 'give-opinion', 'bj-agri-reviewer', { view: 'agree', opinion: canary });
  await does('health', caseId, 'propose-conclusion', 'bj-health-decider', { outcome: 'answered', summary: canary });
  await does('agriculture', await work('co-handling'), 'object', 'bj-agri-decider', { reasons: canary });
  await does('health', caseId, 'release-work', 'bj-health-decider', { ofBody: 'bj-agri', reasons: canary });
  await does('health', caseId, 'conclude', 'bj-health-decider', { outcome: 'answered', summary: canary });
  await does('health', caseId, 'request-reopen', 'bj-health-case-officer', { reasons: canary });
  await does('health', caseId, 'declare-recusal', 'bj-health-reviewer', { reasons: canary });
}

describe('what a person writes, planted in every field there is', () => {
  beforeAll(async () => {
    const report = { title: canary, text: canary, unitName: canary, partyName: canary, place: canary, time: canary, contact: { name: canary, phone: canary.slice(0, 38), email: `${canary}@example.org`, address: canary }, answers: { consent: canary } };
    const headers = { 'idempotency-key': randomUUID(), 'user-agent': canary, referer: `http://${canary}/`, cookie: `x=${canary}`, 'x-forwarded-for': canary };
    const matter = { facts: healthMatter(), report, papers: [{ kind: 'report-material', dated: '2026-10-01', origin: 'copy' }], noStateSecrets: true };
    const filed = await lianxi.sendForm('agriculture', `/v1/matters?note=${canary}`, { json: JSON.stringify(matter) }, [{ name: `${canary}.txt`, bytes: Buffer.from(canary) }], { headers });
    expect(filed.status).toBe(201);
    const caseId = String(filed.body['caseId']);
    await lianxi.request('health', 'POST', '/v1/matters/on-behalf', { as: 'bj-health-intake-officer', headers: { 'idempotency-key': randomUUID() },
      body: { ...matter, papers: undefined, facts: healthMatter({ receivedBy: 'bj-health' }), onBehalf: { channel: 'letter', receivedOn: '2026-01-05', givenBy: canary, note: canary } } });
    await waitFor('it is held at health', async () => (await lianxi.get('health', `/v1/cases/${caseId}?look=${canary}`, 'bj-health-head')).body['standing'] === 'holding');
    const steps: [string, string, Record<string, unknown>][] = [
      ['register', 'bj-health-intake-officer', {}], ['request-supplement', 'bj-health-case-officer', { missing: canary }], ['receive-supplement', 'bj-health-case-officer', { content: canary }], ['screen', 'bj-health-case-officer', { finding: canary }],
      ['note', 'bj-health-case-officer', { text: canary }], ['secure-evidence', 'bj-health-case-officer', { what: canary }], ['order-urgent-stop', 'bj-health-decider', { reasons: canary }], ['withdraw', 'bj-health-intake-officer', { statement: canary }],
      ['correct-facts', 'bj-health-case-officer', { facts: { funding: 'none' }, source: canary }], ['accept', 'bj-health-decider', {}], ['assign', 'bj-health-head', { post: 'bj-health-case-officer' }], ['begin-handling', 'bj-health-case-officer', {}],
      ['suspend', 'bj-health-decider', { reasons: canary }], ['resume', 'bj-health-decider', {}], ['extend-handling', 'bj-health-head', { reasons: canary }], ['propose-void', 'bj-health-case-officer', { reasons: canary }],
      ['offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'not-competent', reasons: canary }],
    ];
    for (const [act, as, form] of steps) expect([act, (await lianxi.act('health', caseId, act, as, form)).status]).toEqual([act, 200]);
    expect((await lianxi.addPaper('health', caseId, 'bj-health-case-officer', { name: `${canary}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${canary}`) })).status).toBe(200);
    await lianxi.act('health', caseId, 'note', 'bj-health-case-officer', { text: canary, [canary]: canary });
    await lianxi.act('health', caseId, canary, 'bj-health-case-officer', { text: canary });
    await lianxi.request('health', 'GET', `/v1/worklists/${canary}?after=${canary}`, { as: 'bj-health-head' });
    await lianxi.file('agriculture', healthMatter({ kind: canary }));
    await lianxi.file('agriculture', healthMatter({ [canary]: canary }));
    let offer = '';
    await waitFor('agriculture sees the offer', async () => { offer = ((await lianxi.get('agriculture', '/v1/hand-overs', 'bj-agri-head')).body as unknown as { lines: { id: string; case_id: string }[] }).lines.find((line) => line.case_id === caseId)?.id ?? ''; return offer !== ''; });
    const returned = await lianxi.request('agriculture', 'POST', `/v1/hand-overs/${offer}/acts/return`, { as: 'bj-agri-head', headers: { 'idempotency-key': randomUUID() }, body: { form: { basis: 'in-charge-supervises', alternative: 'bj-stc', reasons: canary } } });
    expect(returned.status).toBe(200);
    await waitFor('the holder has it back', async () => ((await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head')).body['timeline'] as { act: string }[]).some(({ act }) => act === 'return'));
    await workTogether(caseId);
    await waitFor('everything has been delivered', async () => (await lianxi.admin.query(running.map((schema) => `SELECT 1 AS owed FROM ${schema}.delivery WHERE receiver IN ('${running.join("', '")}')`).join(' UNION ALL '))).rowCount === 0, 60_000);
  }, 120_000);

  it('stands in no journal, access, inbox, index, audit or any other row but the particulars', async () => {
    expect(await columnsWithCanary()).toEqual([]);
  });

  it('stands in no file of the broker and in no log; papers lie encrypted', () => {
    expect(filesWithCanary(lianxi.directory)).toEqual([]);
  });

  it('is kept where it belongs, and was brought to the body that holds the case', async () => {
    expect([...new Set(await particularsWithCanary('health'))].sort()).toEqual([
      'answer-consultation.opinion', 'answer-escalation.answer', 'ask-co-handler.task', 'conclude.summary', 'consult.question', 'contact', 'correct-facts.source', 'declare-recusal.reasons', 'escalate.dossier', 'extend-handling.reasons',
      'give-opinion.opinion', 'given-by', 'hand-over.reasons', 'note.text', 'object.reasons', 'offer-transfer.reasons', 'open-dispute.position', 'order-urgent-stop.reasons', 'paper-name', 'propose-conclusion.summary', 'propose-void.reasons', 'receive-supplement.content',
      'release-work.reasons', 'report', 'request-reopen.reasons', 'request-supplement.missing', 'screen.finding', 'secure-evidence.what', 'suspend.reasons', 'withdraw.statement']);
    expect(await particularsWithCanary('agriculture')).toEqual(expect.arrayContaining(['report', 'contact', 'paper-name', 'hand-over.reasons', 'ask-co-handler.task', 'consult.question', 'give-opinion.opinion', 'note.text', 'propose-conclusion.summary']));
    expect(await particularsWithCanary('audit')).toEqual([]);
  });
});
