import { randomUUID } from 'node:crypto';
import { addCalendarDays } from '@lianxi/casework';
import { canonical, sha256 } from '@lianxi/chassis';
import { checkEdition, register, replay, type DecisionRecord, type Edition, type MatterFacts } from '@lianxi/jurisdiction';
import { fingerprint } from '../../services/coordination/src/editions/edition-row';
import { healthMatter } from '../support/example-facts';
import { putFirstStep } from '../support/first-step';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'agriculture', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const [head, coordinator, secretary] = ['bj-joint-office-head', 'bj-joint-office-coordinator', 'bj-joint-office-secretary'] as [
  string,
  string,
  string,
];
const builtIn = register.getCity('beijing').editions[0] as Edition;
const today = async (): Promise<string> =>
  (await lianxi.admin.query<{ day: string }>(`SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`)).rows[0]
    ?.day ?? '';
/** The rules as built in, but medical matters are another body's. */
const medicalTo = (body: string, service: string, from: string): Edition => ({
  ...builtIn,
  id: `beijing-${from}`,
  from,
  rules: builtIn.rules.map((rule) => (rule.id === 'bj-human' ? { ...rule, bodies: [body], service } : rule)),
});
const propose = (edition: unknown, as = coordinator, key = randomUUID()): Promise<Answer> =>
  lianxi.request('coordination', 'POST', '/v1/editions', { as, body: { edition }, headers: { 'idempotency-key': key } });
const stored = async (id: string, schema = 'coordination'): Promise<{ state: string; version: number } | undefined> =>
  (await lianxi.admin.query<{ state: string; version: number }>(`SELECT state, version FROM ${schema}.editions WHERE id = $1`, [id]))
    .rows[0];
const act = async (id: string, name: string, as: string, form: Record<string, unknown> = {}): Promise<Answer> =>
  lianxi.request('coordination', 'POST', `/v1/editions/${id}/acts/${name}`, {
    as,
    body: { version: (await stored(id))?.version ?? 1, form },
    headers: { 'idempotency-key': randomUUID() },
  });
const codeOf = ({ status, body }: Answer): [number, unknown] => [status, body['code']];
/** An edition as it stands once it was proved, without walking all combinations once more. */
async function proved(edition: Edition): Promise<void> {
  checkEdition(JSON.parse(JSON.stringify(edition)));
  const { rows } = await lianxi.admin.query<{ content: Edition }>(
    `SELECT content FROM coordination.editions WHERE city = 'beijing' AND state IN ('signed', 'in-force') ORDER BY valid_from`,
  );
  const hash = sha256(canonical(JSON.parse(JSON.stringify(edition))));
  await lianxi.admin.query(
    `INSERT INTO coordination.editions (id, city, valid_from, state, content, hash, revision, proof, kept_at) VALUES ($1, 'beijing', $2, 'proved', $3, $4, 0, $5, lianxi.lianxi_now())`,
    [
      edition.id,
      edition.from,
      JSON.stringify(edition),
      hash,
      JSON.stringify({ hash, among: fingerprint(rows.map(({ content }) => content)), count: {} }),
    ],
  );
  await putFirstStep(lianxi.admin, 'coordination', { procedure: 'edition', act: 'propose', subject: edition.id });
}
const fileMedical = async (service = 'health'): Promise<string> =>
  String((await lianxi.file(service, healthMatter({ receivedBy: service === 'health' ? 'bj-health' : 'bj-agri' }))).body['caseId']);
const read = async (service: string, caseId: string, as: string): Promise<Record<string, unknown>> =>
  (await lianxi.get(service, `/v1/cases/${caseId}`, as)).body;
const changes = async (as = 'bj-health-head'): Promise<Record<string, unknown>[]> =>
  (await lianxi.get('health', '/v1/rule-changes', as)).body['lines'] as Record<string, unknown>[];
const knowsAt =
  (schema: string, id: string, state = 'signed') =>
  async (): Promise<boolean> =>
    (await stored(id, schema))?.state === state;
async function dayComes(days: number): Promise<void> {
  await lianxi.moveClock(`${days} days`);
}

describe('a change of the rules', () => {
  it.each<[string, (day: string) => unknown, string, number, string | undefined]>([
    ['what is no edition', () => ({ id: 'x' }), coordinator, 400, 'field-value'],
    ['one that begins today', (day) => medicalTo('bj-agri', 'agriculture', day), coordinator, 400, 'field-value'],
    [
      "another city's",
      (day) => ({ ...medicalTo('bj-agri', 'agriculture', addCalendarDays(day, 9)), city: 'shenzhen' }),
      coordinator,
      400,
      'field-value',
    ],
    [
      'one signed by somebody else',
      (day) => ({ ...medicalTo('bj-agri', 'agriculture', addCalendarDays(day, 9)), signedBy: 'bj-health' }),
      coordinator,
      400,
      'field-value',
    ],
    [
      'one with a name that is used',
      (day) => ({ ...medicalTo('bj-agri', 'agriculture', addCalendarDays(day, 9)), id: builtIn.id }),
      coordinator,
      409,
      'edition-there',
    ],
    [
      "one proposed by another body's head",
      (day) => medicalTo('bj-agri', 'agriculture', addCalendarDays(day, 9)),
      'bj-health-head',
      403,
      'role-refused',
    ],
    [
      'one proposed by an office clerk',
      (day) => medicalTo('bj-agri', 'agriculture', addCalendarDays(day, 9)),
      'bj-joint-office-case-officer',
      403,
      'role-refused',
    ],
  ])('is not taken for one: %s', async (_what, make, as, status, code) => {
    expect(codeOf(await propose(make(await today()), as))).toEqual([status, code]);
  });

  it('with a gap is refused at its proof, which names the fault and a matter that shows it, and cannot be signed', async () => {
    const edition = { ...medicalTo('bj-nobody', 'agriculture', addCalendarDays(await today(), 40)), id: 'beijing-with-a-gap' };
    expect((await propose(edition)).status).toBe(201);
    const failed = await act(edition.id, 'prove', secretary);
    expect(codeOf(failed)).toEqual([409, 'proof-failed']);
    expect(failed.body).toMatchObject({ fault: 'body-not-in-register', rule: 'bj-human', matter: { fields: ['human-life-medicine'] } });
    expect(codeOf(await act(edition.id, 'sign', head))).toEqual([409, 'wrong-state']);
    expect((await act(edition.id, 'withdraw', coordinator, { reason: 'mistaken' })).status).toBe(200);
    expect(await stored(edition.id, 'health')).toBeUndefined();
  });

  it('is proved, signed by another person, known to every department, also one that was down, and decides from its day; open matters are offered, never moved', async () => {
    const open = [await fileMedical(), await fileMedical(), await fileMedical()] as const;
    const from = addCalendarDays(await today(), 2);
    const edition = medicalTo('bj-agri', 'agriculture', from);
    const key = randomUUID();
    const [first, again] = await Promise.all([propose(edition, head, key), propose(edition, head, key)]);
    expect([first.status, again.text]).toEqual([201, first.text]);
    const proof = await act(edition.id, 'prove', secretary);
    expect([proof.status, Number((proof.body['proof'] as { combinations: number }).combinations) > 100_000]).toEqual([200, true]);
    expect(codeOf(await act(edition.id, 'sign', coordinator))).toEqual([403, 'wrong-role']);
    expect(codeOf(await act(edition.id, 'sign', head))).toEqual([409, 'same-person']);
    await lianxi.admin.query(`UPDATE coordination.editions SET past = jsonb_set(past, '{0,person}', '"somebody-else"') WHERE id = $1`, [
      edition.id,
    ]);
    await putFirstStep(lianxi.admin, 'coordination', { procedure: 'edition', act: 'propose', subject: edition.id });
    await lianxi.stopService('agriculture');
    expect((await act(edition.id, 'sign', head)).status).toBe(200);
    await waitFor('health knows it', knowsAt('health', edition.id));
    expect(await changes()).toEqual([]);
    const before = await fileMedical();
    expect((await read('health', before, 'bj-health-head'))['lead']).toBe('bj-health');

    await dayComes(2);
    await lianxi.startService('agriculture');
    await waitFor('agriculture knows it, too', knowsAt('agriculture', edition.id));
    await waitFor('it is in force', knowsAt('coordination', edition.id, 'in-force'));
    let late = '';
    await waitFor('a new matter is decided by it', async () => {
      late = await fileMedical();
      return (await read('health', late, 'bj-health-head'))['holder'] === 'bj-agri';
    });
    await waitFor('it arrives at its new body', async () => (await read('agriculture', late, 'bj-agri-head'))['standing'] === 'holding');
    expect((await read('agriculture', late, 'bj-agri-head'))['why']).toMatchObject({ edition: edition.id });

    const listed = await changes();
    expect(listed.map(({ caseId }) => caseId)).toEqual(expect.arrayContaining([...open, before]));
    expect(listed[0]).toMatchObject({ decidedBy: builtIn.id, edition: edition.id, proposedHolder: 'bj-agri', rules: ['bj-human'] });
    expect(await changes('bj-agri-head')).toEqual([]);
    for (const caseId of open)
      expect(await read('health', caseId, 'bj-health-head')).toMatchObject({
        standing: 'holding',
        holder: 'bj-health',
        lead: 'bj-health',
        proposedHolder: 'bj-agri',
      });

    expect(
      codeOf(await lianxi.act('health', open[0], 'offer-transfer', 'bj-health-head', { toBody: 'bj-stc', reason: 'rules-changed' })),
    ).toEqual([400, 'field-value']);
    for (const caseId of open.slice(0, 2))
      expect(
        (await lianxi.act('health', caseId, 'offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'rules-changed' })).status,
      ).toBe(200);
    let offers: { id: string; case_id: string }[] = [];
    await waitFor('the offers have arrived', async () => {
      offers = (await lianxi.get('agriculture', '/v1/hand-overs', 'bj-agri-head')).body['lines'] as typeof offers;
      return offers.length === 2;
    });
    const answer = (caseId: string, name: string, form: Record<string, unknown>): Promise<Answer> =>
      lianxi.request('agriculture', 'POST', `/v1/hand-overs/${offers.find(({ case_id }) => case_id === caseId)?.id ?? ''}/acts/${name}`, {
        as: 'bj-agri-head',
        body: { form },
        headers: { 'idempotency-key': randomUUID() },
      });
    expect((await answer(open[0], 'accept', {})).status).toBe(200);
    expect((await answer(open[1], 'return', { basis: 'in-charge-supervises', alternative: 'bj-health', reasons: '示例' })).status).toBe(
      200,
    );
    await waitFor(
      'the accepted one is held by its new body',
      async () => (await read('agriculture', open[0], 'bj-agri-head'))['standing'] === 'holding',
    );
    const moved = await read('agriculture', open[0], 'bj-agri-head');
    expect(moved).toMatchObject({ holder: 'bj-agri', lead: 'bj-agri', interim: false, why: { edition: edition.id } });
    await waitFor('the returned one is free again', async () =>
      ((await read('health', open[1], 'bj-health-head'))['handOvers'] as { state: string }[]).some(({ state }) => state === 'returned'),
    );
    expect(await read('health', open[1], 'bj-health-head')).toMatchObject({ standing: 'holding', holder: 'bj-health' });
    expect((await changes()).map(({ caseId }) => caseId)).not.toContain(open[0]);
    await waitFor(
      'audit has each act on the edition',
      async () =>
        ((
          await lianxi.admin.query(
            `SELECT 1 FROM audit.recorded_rows WHERE content ->> 'procedure' = 'edition' AND content -> 'detail' ->> 'edition' = $1`,
            [edition.id],
          )
        ).rowCount ?? 0) === 4,
    );
  });

  it('follows another: each decides from its own day on, and every decision kept can be made again by the one it names', async () => {
    const from = addCalendarDays(await today(), 3);
    const edition = medicalTo('bj-stc', 'lab-animals', from);
    await proved(edition);
    expect((await act(edition.id, 'sign', head)).status).toBe(200);
    await waitFor('health knows it', knowsAt('health', edition.id));
    await proved({ ...medicalTo('bj-eit', 'ai', addCalendarDays(from, -1)), id: 'beijing-out-of-turn' });
    expect(codeOf(await act('beijing-out-of-turn', 'sign', head))).toEqual([409, 'proof-outdated']);
    await dayComes(3);
    await waitFor('it is in force', knowsAt('coordination', edition.id, 'in-force'));
    await waitFor('a new matter is decided by it', async () => {
      const { body } = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
      return body['holder'] === 'bj-stc' && body['service'] === 'lab-animals' && body['edition'] === edition.id;
    });
    expect((await changes()).every((line) => line['edition'] === edition.id && line['proposedHolder'] === 'bj-stc')).toBe(true);
    const { rows: signed } = await lianxi.admin.query<{ content: Edition }>(`SELECT content FROM health.editions WHERE state = 'signed'`);
    const known = register.withEditions(signed.map(({ content }) => content));
    const { rows: kept } = await lianxi.admin.query<{ facts: MatterFacts; decision: DecisionRecord }>(
      'SELECT facts, decision FROM health.cases WHERE decision IS NOT NULL UNION ALL SELECT facts, decision FROM agriculture.cases WHERE decision IS NOT NULL',
    );
    expect(new Set(kept.map(({ decision }) => decision.edition)).size).toBe(3);
    for (const { facts, decision } of kept) expect(JSON.parse(JSON.stringify(replay(decision, facts, known)))).toEqual(decision);
  });

  it('that is withdrawn before its day never decides, and after its day cannot be withdrawn', async () => {
    const from = addCalendarDays(await today(), 2);
    const edition = medicalTo('bj-eit', 'ai', from);
    await proved(edition);
    expect((await act(edition.id, 'sign', head)).status).toBe(200);
    await waitFor('health knows it', knowsAt('health', edition.id));
    expect((await act(edition.id, 'withdraw', coordinator, { reason: 'not-agreed' })).status).toBe(200);
    await waitFor('health knows that it is withdrawn', knowsAt('health', edition.id, 'withdrawn'));
    await dayComes(2);
    await waitFor(
      'a new matter is decided by the rules before it',
      async () => (await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['holder'] === 'bj-stc',
    );
    const { rows } = await lianxi.admin.query<{ id: string }>(`SELECT id FROM coordination.editions WHERE state = 'in-force' LIMIT 1`);
    expect(codeOf(await act(rows[0]?.id ?? '', 'withdraw', coordinator, { reason: 'mistaken' }))).toEqual([409, 'wrong-state']);
  });

  it("that does not bear the office's signature is taken in by nobody, and one changed where it lies stops every decision", async () => {
    const content = medicalTo('bj-eit', 'ai', addCalendarDays(await today(), 5));
    const body = {
      id: content.id,
      city: 'beijing',
      from: content.from,
      state: 'signed',
      revision: 1,
      content,
      hash: sha256(canonical(JSON.parse(JSON.stringify(content)))),
      signature: `${'A'.repeat(86)}==`,
    };
    await lianxi.admin.query(
      `INSERT INTO coordination.delivery (id, city, receiver, kind, body, created_at) VALUES ($1, 'beijing', 'health', 'edition-kept@1', $2, lianxi.lianxi_now())`,
      [randomUUID(), JSON.stringify(body)],
    );
    await waitFor(
      'it is a dead letter',
      async () => ((await lianxi.admin.query(`SELECT 1 FROM health.dead_letters WHERE kind = 'edition-kept@1'`)).rowCount ?? 0) === 1,
    );
    expect(await stored(content.id, 'health')).toBeUndefined();

    const { rows } = await lianxi.admin.query<{ id: string; content: Edition }>(
      `SELECT id, content FROM health.editions WHERE state = 'signed' ORDER BY valid_from DESC LIMIT 1`,
    );
    const [{ id, content: kept }] = rows as [{ id: string; content: Edition }];
    const put = (rules: Edition): Promise<unknown> =>
      lianxi.admin.query('UPDATE health.editions SET content = $2, hash = $3 WHERE id = $1', [
        id,
        JSON.stringify(rules),
        sha256(canonical(JSON.parse(JSON.stringify(rules)))),
      ]);
    await put(medicalTo('bj-eit', 'ai', kept.from));
    await waitFor(
      'nothing is decided',
      async () => (await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).status === 503,
    );
    expect((await lianxi.get('health', '/health')).text).toContain(id);
    await put(kept);
    await waitFor('it decides again', async () => (await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).status === 201);
  });
});
