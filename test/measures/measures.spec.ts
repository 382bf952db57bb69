import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { addCalendarDays } from '@lianxi/casework';
import { loginsOf, personId, sha256 } from '@lianxi/chassis';
import { openNote, openVerifier } from '@lianxi/ledger';
import { dayOfTest, healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
const desk = new InvestigationDesk(() => lianxi);
const at = 'investigation';
const [officer, head, decider] = ['bj-health-case-officer', 'bj-health-head', 'bj-health-decider'] as const;
/** Nobody's number: its region is none. */
const researcher = '990105194912310023';
const [unit, somebodyElse] = ['91350100M000100Y43', '990524188001010011'];
const lastDay = addCalendarDays(dayOfTest, 900);
const halfDay = addCalendarDays(dayOfTest, 450);
let matter = '';
let investigation = '';
let measures: Record<string, string> = {};

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'ai', 'investigation', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const stateOf = async (measure: string, as: string = head): Promise<unknown> => (await desk.read(at, measures[measure] ?? '', as))['state'];
const proposal = (measure: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  measure,
  subject: '示例研究员',
  number: researcher,
  ...more,
});
const ask = (subject: string, more: Record<string, unknown> = {}, as: string = head): Promise<Answer> =>
  lianxi.request(at, 'POST', '/v1/standing', { as, body: { subject, for: 'funding-ban', ...more } });
const entriesOf = ({ body }: Answer): Record<string, unknown>[] => (body['answer'] as { entries: Record<string, unknown>[] }).entries;
const proofOn = async (id: string, name: string): Promise<Record<string, string>> => ({
  effectiveOn: dayOfTest,
  proof: await desk.paper(id, officer, name),
});

describe('measures against a researcher and a hospital', () => {
  it('are proposed by the team from what the city has, with the days and sums that each needs', async () => {
    matter = await desk.accepted(
      'health',
      'bj-health',
      healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' }),
    );
    investigation = await desk.ordered('health', matter, 'bj-health', 'bj-health');
    await desk.planned(investigation, 'bj-health');
    const refused = (form: Record<string, unknown>, code: string): Promise<void> =>
      desk.isRefused(at, investigation, 'propose-measure', officer, code, form);
    await refused(proposal('activity-ban', { to: lastDay }), 'field-value');
    await refused(proposal('one-vote-veto'), 'measure-not-offered');
    await refused(proposal('funding-ban'), 'field-missing');
    await refused(proposal('recover-funds'), 'field-missing');
    await refused(proposal('stop-activity', { number: '示例研究员' }), 'field-value');
    await desk.does(at, investigation, 'propose-measure', officer, proposal('funding-ban', { to: lastDay }));
    await refused(proposal('funding-ban', { to: lastDay }), 'measure-proposed-before');
    for (const form of [
      proposal('warning-education'),
      proposal('recover-funds', { number: unit, amount: '100000.50' }),
      proposal('revoke-awards'),
    ])
      await desk.does(at, investigation, 'propose-measure', officer, form);
    await desk.does(at, investigation, 'drop-measure', officer, { place: '2' });
    await desk.isRefused(at, investigation, 'drop-measure', officer, 'field-value', { place: '2' });
  });

  it('are opened once each when the decision is served, and none before', async () => {
    await desk.reported(investigation, 'bj-health');
    await desk.heard(investigation, 'bj-health');
    await desk.isRefused(at, investigation, 'propose-decision', officer, 'measures-without-violation', desk.proposal('no-violation'));
    await desk.decided(investigation, 'bj-health');
    expect(entriesOf(await ask(researcher))).toEqual([]);
    await desk.does(at, investigation, 'record-service', officer, await proofOn(investigation, '决定送达回证'));
    const timeline = (await desk.read(at, investigation, head))['timeline'] as {
      act: string;
      detail: { measures?: { measure: string; place: number; case: string }[] };
    }[];
    const opened = timeline.find(({ act }) => act === 'record-service')?.detail.measures ?? [];
    expect(opened.map(({ measure, place }) => [measure, place])).toEqual([
      ['funding-ban', 1],
      ['recover-funds', 3],
      ['revoke-awards', 4],
    ]);
    measures = Object.fromEntries(opened.map(({ measure, case: id }) => [measure, id]));
    expect(await Promise.all(Object.keys(measures).map((measure) => stateOf(measure)))).toEqual([
      'in-force',
      'to-carry-out',
      'to-carry-out',
    ]);
    await waitFor('the supervising body is told', async () =>
      (await desk.actsOn('health', matter, head)).includes('investigation record-service'),
    );
  });

  it("leave no number anywhere in the service's tables or its log, and the name where it can be erased", async () => {
    const { rows: tables } = await lianxi.admin.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('investigation', 'health', 'audit')`,
    );
    for (const { name } of tables)
      for (const number of [researcher, unit, sha256(researcher)])
        expect([
          name,
          (await lianxi.admin.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE $1 LIMIT 1`, [`%${number}%`])).rowCount,
        ]).toEqual([name, 0]);
    for (const number of [researcher, unit]) expect(readFileSync(lianxi.around.log, 'utf8')).not.toContain(number);
    expect(
      ((await desk.read(at, measures['funding-ban'] ?? '', head))['particulars'] as { kind: string; value: unknown }[]).map(
        ({ kind, value }) => [kind, value],
      ),
    ).toEqual([['measure.subject', '示例研究员']]);
  });

  it('are closed to whoever is taken off the matter when they are in force already', async () => {
    const recused = 'bj-health-reviewer';
    const ids = Object.values(measures);
    const seenOf = async (): Promise<number[]> =>
      Promise.all(ids.map(async (id) => (await lianxi.get(at, `/v1/cases/${id}`, recused)).status));
    expect(await seenOf()).toEqual(ids.map(() => 200));
    await desk.does('health', matter, 'declare-recusal', recused, { reasons: '示例' });
    await waitFor('they are closed', async () => (await seenOf()).every((status) => status === 404));
    expect(await stateOf('funding-ban')).toBe('in-force');
  });
});

describe('a measure that must be carried out', () => {
  it('is not, before all the money is in: two sums, each with its proof, and never more than is owed', async () => {
    const id = measures['recover-funds'] ?? '';
    const paid = async (amount: string): Promise<Record<string, string>> => ({ amount, ...(await proofOn(id, `到账凭证${amount}`)) });
    await desk.does(at, id, 'take-in-money', officer, await paid('40000.00'));
    await desk.isRefused(at, id, 'take-in-money', officer, 'more-than-owed', await paid('60000.51'));
    await desk.isRefused(at, id, 'carry-out', decider, 'money-left', await proofOn(id, '结清说明'));
    await desk.does(at, id, 'take-in-money', officer, await paid('60000.50'));
    await desk.isRefused(at, id, 'take-in-money', officer, 'nothing-left-to-recover', await paid('0.01'));
    await desk.does(at, id, 'carry-out', decider, await proofOn(id, '结清说明'));
    expect(await stateOf('recover-funds')).toBe('carried-out');
    await desk.isRefused(at, measures['revoke-awards'] ?? '', 'take-in-money', officer, 'no-money-to-recover', {
      amount: '1',
      effectiveOn: dayOfTest,
      proof: randomUUID(),
    });
  });

  it('is ordered from the body that granted an award, which reports with proof', async () => {
    const id = measures['revoke-awards'] ?? '';
    await desk.isRefused(at, id, 'order-body', decider, 'field-value', { toBody: 'bj-health', task: '撤销奖励' });
    await desk.does(at, id, 'order-body', decider, { toBody: 'bj-stc', task: '撤销奖励' });
    const work = (await desk.worksOf(at, id, head))[0];
    await waitFor(
      'the order has arrived',
      async () => (await lianxi.get(work?.service ?? '', `/v1/cases/${work?.id}`, 'bj-stc-head')).status === 200,
    );
    await desk.isRefused(at, id, 'carry-out', decider, 'order-open', await proofOn(id, '撤销决定'));
    expect((await desk.read(work?.service ?? '', work?.id ?? '', 'bj-stc-head'))['clocks']).toEqual([
      expect.objectContaining({ rule: 'measure-order', state: 'running', confirmed: false }),
    ]);
    await lianxi.addPaper(work?.service ?? '', work?.id ?? '', 'bj-stc-case-officer', { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7 a') });
    const [paper] = (await desk.read(work?.service ?? '', work?.id ?? '', 'bj-stc-head'))['papers'] as { id: string }[];
    await desk.does(work?.service ?? '', work?.id ?? '', 'report-carried-out', 'bj-stc-decider', {
      report: '已撤销',
      effectiveOn: dayOfTest,
      proof: paper?.id,
    });
    await waitFor('the report has come back', async () => (await desk.worksOf(at, id, head))[0]?.final === true);
    await desk.does(at, id, 'carry-out', decider, await proofOn(id, '撤销决定'));
    expect(await stateOf('revoke-awards')).toBe('carried-out');
  });
});

describe('what stands against a subject', () => {
  it('is answered by number, as of any day, with decision, clause, days and appeal', async () => {
    expect(entriesOf(await ask(researcher, { on: lastDay }))).toEqual([
      {
        kind: 'funding-ban',
        city: 'beijing',
        decision: investigation,
        clause: 'opinions-5-4',
        from: dayOfTest,
        to: lastDay,
        isSuspended: false,
        appeal: 'none',
      },
    ]);
    for (const on of [addCalendarDays(dayOfTest, -1), addCalendarDays(lastDay, 1)])
      expect(entriesOf(await ask(researcher, { on }))).toEqual([]);
    const nothing = (await ask(somebodyElse)).body['answer'] as { meaning: { en: string } };
    expect(nothing.meaning.en).toContain('nothing in this record');
  });

  it('is refused for a name, for what the city does not have, to contacts, and for a number in an address', async () => {
    const of = async (answer: Promise<Answer>): Promise<unknown[]> => {
      const { status, body } = await answer;
      return [status, body['code'], body['field']];
    };
    expect(await of(ask('示例研究员'))).toEqual([400, 'form-refused', 'subject']);
    expect(await of(ask(researcher, { for: 'one-vote-veto' }))).toEqual([400, 'form-refused', 'for']);
    expect((await ask(researcher, {}, 'bj-joint-office-auditor')).status).toBe(403);
    expect(await of(lianxi.get(at, `/v1/standing?subject=${researcher}&for=funding-ban`, head))).toEqual([400, 'form-refused', 'subject']);
    expect(readFileSync(lianxi.around.log, 'utf8')).not.toContain(researcher);
  });

  it('is signed so that it can be checked offline, and says of which number to whoever knows it', async () => {
    const { body } = await ask(researcher);
    const key = openVerifier(String((await lianxi.get(at, '/v1/standing/key')).body['key']));
    const note = String(body['note']);
    const said = JSON.parse(openNote(note, [key]).text) as { subject: string; commitment: { salt: string; sha256: string } };
    expect(said).toEqual(JSON.parse(JSON.stringify(body['answer'])));
    expect(said.commitment.sha256).toBe(sha256(`${said.commitment.salt}${researcher}`));
    expect(() => openNote(note.replace('funding-ban', 'funding-bam'), [key])).toThrow(
      expect.objectContaining({ code: 'signature-wrong' }) as Error,
    );
    const again = await lianxi.get(at, `/v1/standing?subject=${said.subject}&for=funding-ban`, head);
    expect(entriesOf(again)).toEqual(entriesOf({ body, status: 200, text: '' }));
  });

  it('is answered for a list of applicants, once for a key, and every question is on the record', async () => {
    const looks = async (): Promise<number> =>
      Number(
        (await lianxi.admin.query(`SELECT count(*) AS n FROM investigation.access WHERE kind = 'search' AND terms_hash IS NOT NULL`))
          .rows[0]?.n,
      );
    const before = await looks();
    const [key, list] = [
      randomUUID(),
      { for: 'funding-ban', on: addCalendarDays(dayOfTest, 3), subjects: [unit, researcher, somebodyElse] },
    ];
    const send = (body: unknown): Promise<Answer> =>
      lianxi.request(at, 'POST', '/v1/standing-batches', { as: officer, body, headers: { 'idempotency-key': key } });
    const { status, body } = await send(list);
    expect([status, (await send(list)).body['id'], (await send({ ...list, subjects: [unit] })).status]).toEqual([202, body['id'], 422]);
    const path = `/v1/standing-batches/${String(body['id'])}`;
    await waitFor('every applicant has an answer', async () => (await lianxi.get(at, path, officer)).body['answered'] === 3);
    const { lines } = (await lianxi.get(at, `${path}/rows`, officer)).body as { lines: { place: number; entries: unknown[] }[] };
    expect(lines.map(({ place, entries }) => [place, entries.length])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
    const verifier = openVerifier(String((await lianxi.get(at, '/v1/standing/key')).body['key']));
    const { rows } = JSON.parse(openNote(String((await lianxi.get(at, `${path}/statement`, officer)).body['note']), [verifier]).text) as {
      rows: unknown[];
    };
    expect(rows).toHaveLength(3);
    expect((await lianxi.get(at, path, 'bj-stc-head')).status).toBe(404);
    expect(await looks()).toBe(before + 3);
  });

  it('says so while a measure is suspended, and its last day stays', async () => {
    const id = measures['funding-ban'] ?? '';
    await desk.does(at, id, 'suspend-measure', decider, { reasons: '示例' });
    expect(entriesOf(await ask(researcher))).toEqual([expect.objectContaining({ isSuspended: true, to: lastDay })]);
    await desk.does(at, id, 'resume-measure', decider, { reasons: '示例' });
    expect([await stateOf('funding-ban'), entriesOf(await ask(researcher))[0]?.['isSuspended']]).toEqual(['in-force', false]);
  });
});

describe('an appeal', () => {
  const [second, otherDecider, thirdDecider] = ['bj-health-second-officer', 'bj-health-second-decider', 'bj-health-third-decider'];
  let recheck = '';
  const noted = async (): Promise<unknown> => entriesOf(await ask(researcher))[0]?.['appeal'];

  it('is for people who took no part, which the engine and the database both enforce', async () => {
    for (const [post, role] of [
      [second, 'case-officer'],
      [otherDecider, 'decider'],
      [thirdDecider, 'decider'],
    ] as const) {
      expect(
        (
          await lianxi.request('coordination', 'POST', '/v1/posts', {
            as: 'bj-joint-office-security-administrator',
            body: { id: post, body: 'bj-health', role, subject: post, validFrom: '2024-01-01' },
          })
        ).status,
      ).toBe(200);
      await waitFor(
        'the post is known',
        async () => (await lianxi.admin.query('SELECT 1 FROM investigation.posts WHERE id = $1', [post])).rowCount === 1,
      );
    }
    await desk.does(at, investigation, 'request-recheck', 'bj-health-intake-officer', {
      by: 'sanctioned-party',
      grounds: '处理过重',
      ...(await proofOn(investigation, '复查申请书')),
    });
    recheck = await desk.workOf(at, investigation, head, 'recheck', head);
    await desk.isRefused(at, investigation, 'close', decider, 'appeal-open');
    expect(await noted()).toBe('recheck-open');
    for (const post of [decider, head]) await desk.isRefused(at, recheck, 'accept-appeal', post, 'took-part-before');
    const login = new Client({
      connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
        username: loginsOf(at).officer,
        password: lianxi.around.secrets.passwords[loginsOf(at).officer],
      }).href,
    });
    await login.connect();
    await login.query(`SELECT set_config('lianxi.body', 'bj-health', false)`);
    await expect(
      login.query(
        `INSERT INTO journal (id, city, case_id, version, procedure, act, clause, epoch, body, post, recorded_at, effective_at, detail, hash)
      VALUES ($1, 'beijing', $2, 99, 'recheck', 'accept-appeal', 'appeal-result', 1, 'bj-health', 'some-other-post', lianxi_now(), lianxi_now(), $3, '')`,
        [randomUUID(), recheck, JSON.stringify({ person: personId(lianxi.around.issuer, decider) })],
      ),
    ).rejects.toMatchObject({ constraint: 'an_appeal_is_decided_by_others' });
    await login.end();
  });

  it('halves a ban and never makes it longer; of two deciders at once one decides', async () => {
    await desk.does(at, recheck, 'accept-appeal', otherDecider);
    await desk.isRefused(at, recheck, 'propose-change', second, 'field-value', {
      place: '1',
      change: 'shorten',
      to: addCalendarDays(lastDay, 1),
    });
    await desk.isRefused(at, recheck, 'propose-change', second, 'field-value', { place: '2', change: 'lift' });
    await desk.does(at, recheck, 'propose-change', second, { place: '1', change: 'shorten', to: halfDay });
    await desk.isRefused(at, recheck, 'propose-result', second, 'changes-proposed', { result: 'upheld', reasons: '示例' });
    await desk.does(at, recheck, 'propose-result', second, { result: 'changed', reasons: '情节较轻' });
    const { version, epoch } = await desk.read(at, recheck, otherDecider);
    const decide = (as: string): Promise<Answer> =>
      lianxi.request(at, 'POST', `/v1/cases/${recheck}/acts/decide-result`, {
        as,
        body: { version, epoch, form: {} },
        headers: { 'idempotency-key': randomUUID() },
      });
    expect((await Promise.all([decide(otherDecider), decide(thirdDecider)])).map(({ status }) => status).sort()).toEqual([200, 409]);
    await waitFor('the ban is shorter', async () => entriesOf(await ask(researcher))[0]?.['to'] === halfDay);
    expect(await noted()).toBe('changed');
    const clocks = (await desk.read(at, measures['funding-ban'] ?? '', head))['clocks'] as { rule: string; state: string; dueOn: string }[];
    expect(clocks.filter(({ rule, state }) => rule === 'measure-ends' && state === 'running').map(({ dueOn }) => dueOn)).toEqual([halfDay]);
    await waitFor('who ordered the investigation is told', async () =>
      (await desk.actsOn('health', matter, head)).includes('investigation notify-appeal-result'),
    );
    expect(await stateOf('revoke-awards')).toBe('carried-out');
  });

  it('in the last instance lifts a ban on the very day on which it lapses: there is one outcome', async () => {
    await desk.does(at, investigation, 'request-final-review', 'bj-health-intake-officer', {
      toBody: 'bj-stc',
      by: 'sanctioned-party',
      grounds: '不服',
      ...(await proofOn(investigation, '复核申请书')),
    });
    const review = await desk.workOf(at, investigation, head, 'final-review', 'bj-stc-head');
    await desk.does(at, review, 'accept-appeal', 'bj-stc-decider');
    await desk.does(at, review, 'propose-result', 'bj-stc-case-officer', { result: 'revoked', reasons: '事实不清' });
    await Promise.all([lianxi.moveClock('451 days'), desk.does(at, review, 'decide-result', 'bj-stc-decider')]);
    await waitFor('the ban is lifted', async () => (await stateOf('funding-ban')) === 'lifted');
    const acts = await desk.actsOn(at, measures['funding-ban'] ?? '', head);
    expect([acts.filter((act) => act === 'measure lift').length, acts.filter((act) => act === 'measure lapse').length <= 1]).toEqual([
      1,
      true,
    ]);
    await waitFor(
      'everything else is lifted too',
      async () => (await stateOf('revoke-awards')) === 'lifted' && (await stateOf('recover-funds')) === 'lifted',
    );
    expect(entriesOf(await ask(researcher))).toEqual([]);
    expect(entriesOf(await ask(researcher, { on: addCalendarDays(dayOfTest, 3) }))).toEqual([
      expect.objectContaining({ to: halfDay, appeal: 'final-review-open' }),
    ]);
  });

  it('is told to everybody who got the decision: the party in writing, and the body that carried it out, which puts it right; only then it closes', async () => {
    await desk.isRefused(at, investigation, 'close', decider, 'clearing-notice-owed');
    await desk.does(at, investigation, 'record-clearing-notice', officer, {
      to: 'sanctioned-party',
      ...(await proofOn(investigation, '更正告知送达回证')),
    });
    await desk.isRefused(at, investigation, 'close', decider, 'clearing-notice-open');
    // One for the re-check that changed the decision, one for the review that revoked it.
    const notices = (await desk.worksOf(at, investigation, head)).filter(({ procedure }) => procedure === 'clearing-notice');
    expect(notices.map(({ body, final }) => [body, final])).toEqual([
      ['bj-stc', false],
      ['bj-stc', false],
    ]);
    for (const { service, id } of notices) {
      await waitFor('the notice has arrived', async () => (await lianxi.get(service, `/v1/cases/${id}`, 'bj-stc-head')).status === 200);
      await desk.does(service, id, 'report-carried-out', 'bj-stc-decider', { done: 'undone', report: '已恢复奖励' });
    }
    await waitFor('all have answered', async () => (await desk.worksOf(at, investigation, head)).every(({ final }) => final));
    await desk.does(at, investigation, 'close', decider);
  });
});

describe('in Shenzhen', () => {
  it('a decision brings the veto by itself, which has no last day; and a ban ends on its day, also when nobody was there', async () => {
    const sz = healthMatter({
      city: 'shenzhen',
      kind: 'violation',
      suspect: 'unit-head',
      major: false,
      receivedBy: 'sz-health',
      unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'sz-health' },
    });
    const id = await desk.ordered('health', await desk.accepted('health', 'sz-health', sz), 'sz-health', 'sz-health');
    await desk.planned(id, 'sz-health');
    const {
      rows: [now],
    } = await lianxi.admin.query<{ today: string }>(`SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    const to = addCalendarDays(now?.today ?? '', 20);
    await desk.does(at, id, 'propose-measure', 'sz-health-case-officer', proposal('funding-ban', { to }));
    await desk.reported(id, 'sz-health');
    await desk.heard(id, 'sz-health');
    await desk.decided(id, 'sz-health');
    await desk.does(at, id, 'record-service', 'sz-health-case-officer', {
      effectiveOn: now?.today,
      proof: await desk.paper(id, 'sz-health-case-officer', '送达回证'),
    });
    const veto = await ask(researcher, { for: 'one-vote-veto' }, 'sz-health-head');
    expect(entriesOf(veto)).toEqual([
      expect.objectContaining({ kind: 'one-vote-veto', city: 'shenzhen', clause: 'shenzhen-2-2-6', to: null }),
    ]);
    expect((veto.body['answer'] as { unconfirmed: unknown[] }).unconfirmed).toHaveLength(1);
    const { rows } = await lianxi.admin.query<{ id: string }>(
      `SELECT case_id AS id FROM investigation.measures WHERE investigation = $1 AND code = 'funding-ban'`,
      [id],
    );
    await lianxi.stopService(at);
    await lianxi.moveClock('25 days');
    await lianxi.startService(at);
    await waitFor('the ban has lapsed', async () => (await desk.read(at, rows[0]?.id ?? '', 'sz-health-head'))['state'] === 'lapsed');
    expect((await desk.actsOn(at, rows[0]?.id ?? '', 'sz-health-head')).slice(1)).toEqual(['clock fall-due', 'measure lapse']);
    expect([
      entriesOf(await ask(researcher, { on: to }, 'sz-health-head')).length,
      entriesOf(await ask(researcher, {}, 'sz-health-head')).length,
    ]).toEqual([1, 0]);
  });

  it('a superior without a desk here reviews by letter: its result is put down by one, and has its effect by another', async () => {
    const [apart, clerk, second] = ['sz-health-apart', 'sz-health-intake-officer', 'sz-health-decider'];
    expect(
      (
        await lianxi.request('coordination', 'POST', '/v1/posts', {
          as: 'sz-coordination-office-security-administrator',
          body: { id: apart, body: 'sz-health', role: 'decider', subject: apart, validFrom: '2024-01-01' },
        })
      ).status,
    ).toBe(200);
    const [{ id = '' } = {}] = (
      await lianxi.admin.query<{ id: string }>(`SELECT DISTINCT investigation AS id FROM investigation.measures WHERE city = 'shenzhen'`)
    ).rows;
    const {
      rows: [now],
    } = await lianxi.admin.query<{ today: string }>(`SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    const request = async (): Promise<Record<string, unknown>> => ({
      by: 'sanctioned-party',
      grounds: '示例',
      effectiveOn: now?.today,
      proof: await desk.paper(id, clerk, '申请书'),
    });
    await desk.isRefused(at, id, 'request-final-review', clerk, 'not-rechecked', { outsideBody: 'nhc', ...(await request()) });
    await desk.does(at, id, 'request-recheck', clerk, await request());
    const recheck = await desk.workOf(at, id, second, 'recheck', 'sz-health-head');
    await waitFor('the post is known', async () => (await lianxi.get(at, `/v1/cases/${recheck}`, apart)).status === 200);
    await desk.does(at, recheck, 'decline-appeal', apart, { ground: 'no-reasons', reasons: '示例' });
    await waitFor('it was answered', async () => (await desk.worksOf(at, id, second)).every(({ final }) => final));
    for (const [outsideBody, toBody, code] of [
      ['sz-sti', undefined, 'field-value'],
      ['nhc', 'sz-sti', 'field-value'],
      [undefined, undefined, 'field-missing'],
    ] as const)
      await desk.isRefused(at, id, 'request-final-review', clerk, code, { outsideBody, toBody, ...(await request()) });
    await desk.does(at, id, 'request-final-review', clerk, { outsideBody: 'nhc', ...(await request()) });
    const review = await desk.workOf(at, id, second, 'outside-review', second);
    const result = async (): Promise<Record<string, unknown>> => ({
      result: 'revoked',
      effectiveOn: now?.today,
      proof: await desk.paper(review, clerk, '复核决定'),
    });
    await desk.isRefused(at, review, 'record-outside-result', second, 'review-letter-missing', await result());
    await desk.does(at, review, 'write-letter', second, { toBody: 'nhc', purpose: 'review', periodFrom: 'receipt', content: '提请复核' });
    await desk.does(at, await desk.workOf(at, review, second, 'letter', second), 'dispatch', clerk, { method: 'by-hand' });
    await waitFor('the letter is on its way', async () => (await desk.worksOf(at, review, second))[0]?.state === 'dispatched');
    await desk.does(at, review, 'record-outside-result', second, await result());
    await desk.isRefused(at, review, 'apply-outside-result', second, 'same-person');
    expect(entriesOf(await ask(researcher, { for: 'one-vote-veto' }, 'sz-health-head'))).toHaveLength(1);
    await desk.does(at, review, 'apply-outside-result', 'sz-health-head');
    await waitFor(
      'the veto is lifted',
      async () => entriesOf(await ask(researcher, { for: 'one-vote-veto' }, 'sz-health-head')).length === 0,
    );
    await desk.isRefused(at, id, 'close', 'sz-health-head', 'clearing-notice-owed');
  });

  it('a measure that is missing is found, and the handbook says what to do', async () => {
    type Check = { id: string; subjects: string[]; recipe: { zh: string; en: string } };
    const found = async (): Promise<Check[]> =>
      ((await lianxi.get(at, '/v1/integrity', 'bj-joint-office-system-administrator')).body['checks'] as Check[]).filter(({ id }) =>
        id.startsWith('measure-'),
      );
    expect((await found()).map(({ id, subjects }) => [id, subjects])).toEqual([
      ['measure-not-opened', []],
      ['measure-without-subject', []],
    ]);
    const {
      rows: [lost],
    } = await lianxi.admin.query<{ case_id: string; investigation: string }>(
      `DELETE FROM investigation.measures WHERE case_id = $1 RETURNING case_id, investigation`,
      [measures['revoke-awards']],
    );
    await waitFor(
      'both sides are found',
      async () =>
        JSON.stringify((await found()).map(({ subjects }) => subjects)) === JSON.stringify([[lost?.investigation], [lost?.case_id]]),
    );
    const handbook = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
    for (const { id, recipe } of await found())
      expect([handbook.includes(`\`${id}\``), handbook.includes(recipe.en), handbook.includes(recipe.zh)]).toEqual([true, true, true]);
  });
});
