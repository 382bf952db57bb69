import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edition, roles } from '@lianxi/casework';
import { personId } from '@lianxi/chassis';
import { endOf, startChild } from '../../deploy/embedded/src/child-server';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { plant, type PlantedChange } from '../../deploy/embedded/src/faults/planted-defects';
import { dayToCome, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

/** Bodies that have no part in the case: what they may do is nothing, whichever of the two walls is down. */
const strangers = [
  ['bj-agri', 'beijing'],
  ['sz-health', 'shenzhen'],
] as const;
const programs = join(__dirname, '../../dist');
const acts = [
  ...new Set(
    readFileSync(join(__dirname, '../permissions.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2).join(' ')),
  ),
].map((act) => act.split(' ') as [procedure: string, act: string]);

/** Everything in the code that asks whose a case is, answered with yes. */
const codeWithoutPolicy: readonly PlantedChange[] = [
  [
    'libs/department/src/sealed/named-people.js',
    'const parts = (await (0, _readrows.partsOf)(tx, id, actor.body, actor.person)).map(({ part })=>part);',
    `const parts = ['holder'];`,
  ],
  [
    'libs/department/src/cases/subject-of.js',
    `const holds = row.standing === 'holding' && (row.holder === actor.body || row.joint_bodies.includes(actor.body));`,
    'const holds = true;',
  ],
  ['libs/department/src/cases/worklist.js', 'AND a.body = $1', ''],
  ['libs/department/src/cases/worklist.js', 'c.holder = $1', 'true'],
  ['libs/department/src/hand-over/answer-offer.js', '!offer || offer.to_body !== actor.body', '!offer'],
  ['libs/department/src/cases/read-rows.js', 'h.to_body = $1 AND', '$1::text IS NOT NULL AND'],
  ['services/coordination/src/office.controller.js', 'if (actor.body !== office)', 'if (false)'],
  ['services/coordination/src/designate.js', 'actor.body === _jurisdiction.register.getCity(row.city).office', 'true'],
  ['services/coordination/src/editions/edition-row.js', 'city = $2 FOR UPDATE', '$2::text IS NOT NULL FOR UPDATE'],
  ['libs/casework/src/procedure/engine.js', `if (!row.parts.some((part)=>parts.includes(part))) return 'wrong-part';`, ''],
  ['libs/casework/src/procedure/engine.js', `if (!row.byReporter && !row.roles.includes(actor.role)) return 'wrong-role';`, ''],
];

/** One edition in the state from which each of its acts is done. */
const editionsBefore = edition.acts
  .filter(({ byCourier }) => byCourier !== true)
  .map(({ act, from }) => ({ id: `beijing-before-${act}`, state: from[0] }));

const postOf = (body: string, role: string): string => `wall-${body}-${role}`;

describe.each(['row-level security', "the code's policy"])('with %s switched off', (wall) => {
  let lianxi: Lianxi;
  const children: ChildProcess[] = [];
  const tokens = new Map<string, string>();
  let caseId = '';
  let offerId = '';
  let designationId = '';

  beforeAll(async () => {
    lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
    for (const [body, city] of strangers)
      for (const role of roles) {
        for (const schema of ['health', 'coordination'])
          await lianxi.admin.query(
            `INSERT INTO ${schema}.posts (id, city, body, role, person, valid_from, revision) VALUES ($1, $2, $3, $4, $5, '2024-01-01', 1)`,
            [postOf(body, role), city, body, role, personId(lianxi.around.issuer, postOf(body, role))],
          );
        tokens.set(postOf(body, role), await lianxi.token(postOf(body, role)));
      }
    caseId = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    [offerId, designationId] = [randomUUID(), randomUUID()];
    await lianxi.admin.query(
      `INSERT INTO health.hand_overs (id, side, case_id, city, kind, state, from_service, from_body, to_service, to_body, epoch, subject, opened_at, changed_at)
      VALUES ($1, 'addressee', $2, 'beijing', 'transfer', 'offered', 'coordination', 'bj-cac', 'health', 'bj-health', 1, '{}', lianxi.lianxi_now(), lianxi.lianxi_now())`,
      [offerId, randomUUID()],
    );
    await lianxi.admin.query(
      `INSERT INTO coordination.designations (id, case_id, city, state, epoch, holder, service, candidates, suggestions, facts, requested_at, changed_at, due_on)
      VALUES ($1, $2, 'beijing', 'requested', 1, 'bj-health', 'health', '{bj-health}', '{}', $3, lianxi.lianxi_now(), lianxi.lianxi_now(), '2027-01-01')`,
      [designationId, randomUUID(), JSON.stringify(healthMatter({ on: '2026-01-05' }))],
    );
    for (const { id, state } of editionsBefore)
      await lianxi.admin.query(
        `INSERT INTO coordination.editions (id, city, valid_from, state, content, hash, revision, kept_at) VALUES ($1, 'beijing', $2, $3, '{}', '', 0, lianxi.lianxi_now())`,
        [id, dayToCome, state],
      );
    if (wall === 'row-level security') await openTables();
    else await openCode();
  });
  afterAll(async () => {
    await Promise.all(
      children.map((child) => {
        child.kill('SIGTERM');
        return endOf(child);
      }),
    );
    await lianxi.stop();
  });

  async function openTables(): Promise<void> {
    const { rows } = await lianxi.admin.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relrowsecurity AND n.nspname IN ('health', 'coordination')`,
    );
    expect(rows.length).toBeGreaterThan(8);
    for (const { name } of rows) await lianxi.admin.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
  }

  async function openCode(): Promise<void> {
    const open = plant(programs, 'code-without-policy', codeWithoutPolicy);
    for (const name of ['health', 'coordination']) {
      await lianxi.stopService(name);
      const child = startChild(process.execPath, [join(open, 'services', name, 'src/main.js')], {
        env: { PATH: process.env['PATH'], ...environmentFor(name, lianxi.around) },
      });
      child.stdout?.resume();
      child.stderr?.resume();
      children.push(child);
      await waitFor(
        `${name} answers`,
        async () =>
          fetch(`${lianxi.url(name)}/health`).then(
            ({ ok }) => ok,
            () => false,
          ),
        60_000,
      );
    }
  }

  const send = (service: string, method: string, path: string, post: string, body?: unknown): ReturnType<Lianxi['request']> =>
    lianxi.insist(service, method, path, {
      headers: { authorization: `Bearer ${tokens.get(post)}`, 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body }),
    });
  const subjects: Readonly<Record<string, (act: string, post: string) => ReturnType<Lianxi['request']>>> = {
    'hand-over': (act, post) =>
      send('health', 'POST', `/v1/hand-overs/${offerId}/acts/${act}`, post, { form: { basis: 'misconduct-12', alternative: 'bj-stc' } }),
    designation: (act, post) =>
      send('coordination', 'POST', `/v1/designations/${designationId}/acts/${act}`, post, {
        version: 1,
        form: act === 'designate' ? { lead: 'bj-agri', reasons: '示例' } : { ofBody: 'bj-agri', view: 'would-lead' },
      }),
    edition: (act, post) =>
      send('coordination', 'POST', `/v1/editions/beijing-before-${act}/acts/${act}`, post, {
        version: 1,
        form: act === 'withdraw' ? { reason: 'mistaken' } : {},
      }),
  };
  /** Acts of work linked to a case are acts on a case of their own: the same door. */
  const onCase = (act: string, post: string): ReturnType<Lianxi['request']> =>
    send('health', 'POST', `/v1/${post.endsWith('-unit-contact') ? 'letters' : 'cases'}/${caseId}/acts/${act}`, post, {
      version: 1,
      epoch: 1,
      form: { reasons: '示例', text: '示例', answerBy: dayToCome },
    });
  const rowsNow = async (): Promise<unknown[]> =>
    (
      await lianxi.admin.query(
        `SELECT version::text AS is FROM health.cases WHERE id = $1 UNION ALL SELECT state FROM health.hand_overs WHERE id = $2 UNION ALL SELECT version::text FROM coordination.designations WHERE id = $3 UNION ALL (SELECT id || ' ' || state FROM coordination.editions WHERE id LIKE 'beijing-before-%' ORDER BY id)`,
        [caseId, offerId, designationId],
      )
    ).rows;

  it.each(acts)('%s: %s is refused to every role of a body that has no part in it, as if it were not there', async (procedure, act) => {
    const before = await rowsNow();
    const answers = await Promise.all(
      strangers.flatMap(([body]) =>
        roles.map(async (role) => {
          const { status, body: said } = await (subjects[procedure] ?? onCase)(act, postOf(body, role));
          // Routes of the office, and all that are not for contacts, ask for the role before they look for anything; and every body of the city reads which rules apply.
          return status === 404 ||
            (role === 'unit-contact' && status === 403) ||
            (['designation', 'edition'].includes(procedure) && status === 403)
            ? undefined
            : `${role} of ${body}: ${status} ${String(said['code'])}`;
        }),
      ),
    );
    expect(answers.filter((answer) => answer !== undefined)).toEqual([]);
    expect(await rowsNow()).toEqual(before);
  });

  it.each(strangers)('%s can neither open the case nor find it in any list', async (body) => {
    expect((await send('health', 'GET', `/v1/cases/${caseId}`, postOf(body, 'head'))).status).toBe(404);
    for (const list of ['mine', 'post', 'body', 'waiting', 'handed-on', 'overdue'])
      expect((await send('health', 'GET', `/v1/worklists/${list}`, postOf(body, 'head'))).body['lines']).toEqual([]);
    expect((await send('health', 'GET', '/v1/hand-overs', postOf(body, 'head'))).body['lines']).toEqual([]);
    for (const path of ['/v1/index', '/v1/designations']) {
      const { status, body: said } = await send('coordination', 'GET', path, postOf(body, 'coordinator'));
      expect([path, status === 403 ? [] : said['lines']]).toEqual([path, []]);
    }
  });
});
