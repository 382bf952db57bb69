import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { actsOfTwo, loginsOf, personId, type ActOfTwo } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
/** Each service's own login, as whoever had its password would use it. */
const logins = new Map<string, Client>();
const desk = new InvestigationDesk(() => lianxi);
const at = 'investigation';
const [officer, reviewer, decider, head] = ['bj-health-case-officer', 'bj-health-reviewer', 'bj-health-decider', 'bj-health-head'] as const;
const security = 'bj-joint-office-security-administrator';
/** An investigation that waits for the proposal; each test takes its own. */
const heard: string[] = [];

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'investigation', 'coordination', 'audit'] });
  for (const service of [at, 'health', 'coordination', 'audit']) {
    const { officer: name } = loginsOf(service);
    const login = new Client({
      connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
        username: name,
        password: lianxi.around.secrets.passwords[name],
      }).href,
      application_name: 'test',
    });
    await login.connect();
    logins.set(service, login);
  }
  const matter = await desk.accepted(
    'health',
    'bj-health',
    healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' }),
  );
  const id = await desk.ordered('health', matter, 'bj-health', 'bj-health');
  await desk.planned(id, 'bj-health');
  await desk.reported(id, 'bj-health');
  await desk.heard(id, 'bj-health');
  heard.push(id);
});
afterAll(async () => {
  for (const login of logins.values()) await login.end();
  await lianxi.stop();
});

const person = (subject: string): string => personId(lianxi.around.issuer, subject);
const holds = async (post: string, subject: string, role: string, more: Record<string, unknown> = {}): Promise<void> => {
  expect(
    (
      await lianxi.request('coordination', 'POST', '/v1/posts', {
        as: security,
        body: { id: post, body: 'bj-health', role, subject, validFrom: '2024-01-01', ...more },
      })
    ).status,
  ).toBe(200);
  await waitFor(
    `${subject} holds ${post}`,
    async () =>
      (await lianxi.admin.query(`SELECT 1 FROM investigation.posts WHERE id = $1 AND person = $2`, [post, person(subject)])).rowCount === 1,
  );
};
const actIn = async (
  id: string,
  act: string,
  subject: string,
  post: string,
  form: Record<string, unknown> = {},
): Promise<Record<string, unknown>> => {
  const headers = { 'x-lianxi-post': post, 'idempotency-key': randomUUID() };
  const { version, epoch } = (await lianxi.request(at, 'GET', `/v1/cases/${id}`, { as: subject, headers })).body;
  return (await lianxi.request(at, 'POST', `/v1/cases/${id}/acts/${act}`, { as: subject, headers, body: { version, epoch, form } })).body;
};
/** Runs SQL as the service's own login, as whoever had its password would; undone unless it must not be. */
async function asService(
  statements: readonly (readonly [string, unknown[]])[],
  service = at,
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
): Promise<void> {
  const login = logins.get(service) as Client;
  await login.query('BEGIN');
  try {
    await login.query(
      `SELECT set_config('lianxi.body', 'bj-health', true), set_config('lianxi.post', $1, true), set_config('lianxi.person', $2, true), set_config('lianxi.role', 'decider', true), set_config('lianxi.city', 'beijing', true)`,
      [decider, person(decider)],
    );
    for (const [text, values] of statements) await login.query(text, values);
    await login.query(end);
  } catch (error) {
    await login.query('ROLLBACK');
    throw error;
  }
}
const step = (id: string, version: number, act: string, post: string, by: string): [string, unknown[]] => [
  `INSERT INTO journal (id, city, case_id, version, procedure, act, clause, epoch, body, post, recorded_at, effective_at, detail, hash)
  VALUES ($1, 'beijing', $2, $3, 'investigation', $4, 'misconduct-26', 1, 'bj-health', $5, lianxi_now(), lianxi_now(), $6, '')`,
  [randomUUID(), id, version, act, post, JSON.stringify({ person: by })],
];
const toState = (id: string, state: string): [string, unknown[]] => ['UPDATE cases SET state = $2 WHERE id = $1', [id, state]];
const threePeople = { constraint: 'a_decision_takes_three_people' };

describe('a decision', () => {
  it("is not made without its steps by SQL as the service's login", async () => {
    const [id = ''] = heard;
    for (const state of ['decided', 'served', 'completed'])
      await expect(asService([toState(id, state)])).rejects.toMatchObject(threePeople);
    const version = Number((await desk.read(at, id, head))['version']);
    await expect(
      asService([
        step(id, version + 1, 'propose-decision', officer, person(officer)),
        step(id, version + 2, 'decide', decider, person(decider)),
        toState(id, 'decided'),
      ]),
    ).rejects.toMatchObject(threePeople);
  });

  it('takes three people, also where SQL writes the steps down, and none by somebody who does not hold the post', async () => {
    const [id = ''] = heard;
    const version = Number((await desk.read(at, id, head))['version']);
    const proposed = step(id, version + 1, 'propose-decision', officer, person(officer));
    await expect(asService([proposed, step(id, version + 2, 'review-decision', officer, person(officer))])).rejects.toMatchObject(
      threePeople,
    );
    await expect(asService([proposed, step(id, version + 2, 'review-decision', reviewer, person(officer))])).rejects.toMatchObject(
      threePeople,
    );
    await expect(asService([proposed, step(id, version + 2, 'review-decision', 'bj-health-nobody', 'nobody')])).rejects.toMatchObject(
      threePeople,
    );
    await expect(
      asService([
        proposed,
        step(id, version + 2, 'review-decision', reviewer, person(reviewer)),
        step(id, version + 3, 'decide', reviewer, person(reviewer)),
      ]),
    ).rejects.toMatchObject(threePeople);
  });

  it('is refused to who investigated, and to whoever took a step or in whose stead it was taken, in whatever post they are by then', async () => {
    const [id = ''] = heard;
    const [second, acting] = ['bj-health-second-decider', 'bj-health-acting-reviewer'] as const;
    await desk.does(at, id, 'propose-decision', officer, desk.proposal());
    await holds(second, officer, 'decider');
    expect((await actIn(id, 'review-decision', officer, second, { opinion: '示例' }))['code']).toBe('of-the-team');
    await holds(acting, head, 'reviewer', { deputyFor: reviewer });
    expect(await actIn(id, 'review-decision', head, acting, { opinion: '示例' })).toMatchObject({ state: 'reviewed' });
    expect((await actIn(id, 'decide', head, head))['code']).toBe('same-person');
    await holds(second, reviewer, 'decider');
    expect((await actIn(id, 'decide', reviewer, second))['code']).toBe('same-person');
  });

  it('is refused to the reviewer in another post, or standing in for the decider; of two who decide at once one does', async () => {
    const [id = ''] = heard;
    await desk.does(at, id, 'send-back-decision', decider, { reasons: '示例' });
    expect(await actIn(id, 'propose-decision', officer, officer, desk.proposal())).toMatchObject({ state: 'proposed' });
    expect(await actIn(id, 'review-decision', reviewer, reviewer, { opinion: '示例' })).toMatchObject({ state: 'reviewed' });
    await holds('bj-health-acting-decider', reviewer, 'decider', { deputyFor: decider });
    for (const post of ['bj-health-second-decider', 'bj-health-acting-decider'])
      expect((await actIn(id, 'decide', reviewer, post))['code']).toBe('same-person');
    const { version, epoch } = await desk.read(at, id, decider);
    const both = await Promise.all(
      [decider, head].map((as) =>
        lianxi.request(at, 'POST', `/v1/cases/${id}/acts/decide`, {
          as,
          headers: { 'x-lianxi-post': as, 'idempotency-key': randomUUID() },
          body: { version, epoch, form: {} },
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await desk.actsOn(at, id, decider)).filter((act) => act === 'investigation decide')).toHaveLength(1);
  });
});

/** An act that the service's login writes down as if somebody had done it; an edition is no case. */
const written = (
  subject: string,
  version: number,
  act: string,
  procedure: string,
  { post, person: by, forPost = null }: { post: string; person: string; forPost?: string | null },
): [string, unknown[]] => {
  const isEdition = procedure === 'edition';
  return [
    `INSERT INTO journal (id, city, case_id, version, procedure, act, clause, epoch, body, post, for_post, recorded_at, effective_at, detail, hash) VALUES ($1, 'beijing', $2, $3, $4, $5, 'office-practice', 1, 'bj-health', $6, $7, lianxi_now(), lianxi_now(), $8, '')`,
    [
      randomUUID(),
      isEdition ? null : subject,
      isEdition ? null : version,
      procedure,
      act,
      post,
      forPost,
      JSON.stringify({ person: by, ...(isEdition ? { edition: subject } : {}) }),
    ],
  ];
};

describe('every act of two', () => {
  const twoPeople = { constraint: 'an_act_of_two_takes_two_people' };
  const homeOf = ({ act, procedure }: ActOfTwo): [service: string, procedure: string] => {
    if (procedure !== undefined) return [procedure === 'edition' ? 'coordination' : 'audit', procedure];
    if (['approve-plan', 'end-without-finding'].includes(act)) return [at, 'investigation'];
    if (['check-publication', 'publish'].includes(act)) return [at, 'publication'];
    if (act === 'lift-audit-hold') return ['audit', 'audit-hold'];
    const appeals: Readonly<Record<string, string>> = { 'decide-result': 'recheck', 'apply-outside-result': 'outside-review' };
    return appeals[act] ? [at, appeals[act]] : ['health', 'matter'];
  };

  it.each(actsOfTwo.map((each) => [each.act, each] as const))(
    "%s is not one person's by SQL as the service's login, in whatever post, nor a deputy's, nor somebody's who holds no post",
    async (act, each) => {
      const [service, procedure] = homeOf(each);
      const anotherPost = `${officer}-another-${service}`;
      await lianxi.admin.query(
        `INSERT INTO ${service}.posts (id, city, body, role, person, valid_from, revision) VALUES ($1, 'beijing', 'bj-health', 'head', $2, '2024-01-01', 1) ON CONFLICT DO NOTHING`,
        [anotherPost, person(officer)],
      );
      const subject = randomUUID();
      // Where a third person follows two, what the other of them did is there too, in the order of the table.
      const firstSteps = actsOfTwo
        .filter((other) => other.act === act && other.procedure === each.procedure)
        .map(({ first }, place) => {
          const by = first === each.first ? officer : reviewer;
          return written(subject, place + 1, first, procedure, { post: by, person: person(by) });
        });
      const second = (who: { post: string; person: string; forPost?: string }): [string, unknown[]][] => [
        ...firstSteps,
        written(subject, 3, act, procedure, who),
      ];
      const [same, changed, deputy, stranger] = [
        { post: officer, person: person(officer) },
        { post: anotherPost, person: person(officer) },
        { post: head, person: person(head), forPost: officer },
        { post: decider, person: 'nobody' },
      ];
      for (const who of [same, changed, deputy, stranger]) await expect(asService(second(who), service)).rejects.toMatchObject(twoPeople);
      await expect(asService(second({ post: head, person: person(head) }).slice(firstSteps.length), service)).rejects.toMatchObject(
        twoPeople,
      );
      const byTwo = asService(second({ post: head, person: person(head) }), service, 'ROLLBACK');
      await (act === 'confirm-erasure'
        ? expect(byTwo).rejects.toMatchObject({ constraint: 'nothing_is_erased_but_by_two_people_after_its_time' })
        : expect(byTwo).resolves.toBeUndefined());
    },
  );

  it('changes a case only with its act: nothing is voided, and no export approved, by a state alone', async () => {
    const { body } = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    await expect(
      asService([[`UPDATE cases SET state = 'voided', version = version + 1 WHERE id = $1`, [body['caseId']]]], 'health'),
    ).rejects.toMatchObject(twoPeople);
    const asked = randomUUID();
    await lianxi.admin.query(
      `INSERT INTO audit.exports (id, city, state, version, history_hash, filter, purpose, asked_by, asked_post, asked_body, asked_at, changed_at) VALUES ($1, 'beijing', 'asked', 1, '', '{}', 'own-check', 'somebody', 'some-post', 'bj-joint-office', lianxi.lianxi_now(), lianxi.lianxi_now())`,
      [asked],
    );
    for (const state of ['approved', 'ready'])
      await expect(
        asService([[`UPDATE exports SET state = $2, version = version + 1 WHERE id = $1`, [asked, state]]], 'audit'),
      ).rejects.toMatchObject(twoPeople);
    await asService([[`UPDATE exports SET state = 'refused', version = version + 1 WHERE id = $1`, [asked]]], 'audit', 'ROLLBACK');
  });
});
