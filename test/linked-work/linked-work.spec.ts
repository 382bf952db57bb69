import { randomUUID } from 'node:crypto';
import { dayToCome, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';
import { offerFromHealth, type Offer } from '../support/offer-from-health';

interface Work {
  readonly id: string;
  readonly procedure: string;
  readonly body: string;
  readonly service: string;
  readonly state: string;
  readonly final: boolean;
}
interface Act {
  readonly label?: unknown;
  readonly procedure: string;
  readonly act: string;
  readonly body: string | null;
  readonly post: string | null;
}

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'ai', 'lab-animals', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const read = (service: string, id: string, as: string): Promise<Answer> => lianxi.get(service, `/v1/cases/${id}`, as);
const timeline = async (service: string, id: string, as: string): Promise<Act[]> => (await read(service, id, as)).body['timeline'] as Act[];
const texts = async (service: string, id: string, as: string): Promise<string[]> =>
  ((await read(service, id, as)).body['particulars'] as { value: unknown }[]).map(({ value }) => JSON.stringify(value));
const happens = (what: string, service: string, id: string, as: string, act: string): Promise<void> =>
  waitFor(what, async () => (((await read(service, id, as)).body['timeline'] as Act[] | undefined) ?? []).some((each) => each.act === act));

/** Does acts one after the other, each by its post, and fails with the answer of the first that is refused. */
async function go(
  service: string,
  id: string,
  ...steps: readonly (readonly [act: string, post: string, form?: Record<string, unknown>])[]
): Promise<void> {
  for (const [act, post, form] of steps) {
    const { status, text } = await lianxi.act(service, id, act, post, form);
    expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
  }
}

async function registeredAtHealth(change: Record<string, unknown> = {}): Promise<string> {
  const id = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', ...change }))).body['caseId']);
  await go('health', id, ['register', 'bj-health-intake-officer']);
  return id;
}

async function inHandling(): Promise<string> {
  const id = await registeredAtHealth();
  await go(
    'health',
    id,
    ['screen', 'bj-health-case-officer'],
    ['accept', 'bj-health-decider'],
    ['assign', 'bj-health-head', { post: 'bj-health-case-officer' }],
    ['begin-handling', 'bj-health-case-officer'],
  );
  return id;
}

async function workOf(
  id: string,
  procedure: string,
  holder: { service: string; as: string } = { service: 'health', as: 'bj-health-head' },
): Promise<Work> {
  let found: Work | undefined;
  await waitFor(`${procedure} is asked for`, async () => {
    found = ((await read(holder.service, id, holder.as)).body['works'] as Work[] | undefined)?.findLast(
      (work) => work.procedure === procedure,
    );
    return found !== undefined;
  });
  return found as Work;
}

/** Asks, and waits until the other body has it. */
async function asked(id: string, act: string, form: Record<string, unknown>, procedure: string, worker: string): Promise<string> {
  await go('health', id, [act, 'bj-health-head', form]);
  const work = await workOf(id, procedure);
  await waitFor('it has arrived', async () => (await read(work.service, work.id, worker)).status === 200);
  return work.id;
}

/** Who answers for a case at one moment: who holds it, and to whom it was committed and is on its way. */
const answering = async (id: string): Promise<{ holder: string; standing: string }[]> => {
  const schemas = ['agriculture', 'health', 'ai', 'lab_animals', 'coordination'];
  return (
    await lianxi.admin.query<{ holder: string; standing: string }>(
      schemas
        .map((schema) => `SELECT holder, standing FROM ${schema}.cases WHERE id = '${id}' AND standing IN ('holding', 'in-hand-over')`)
        .join(' UNION ALL '),
    )
  ).rows;
};
const holdersIn = (rows: readonly { holder: string; standing: string }[]): string[] =>
  rows.filter(({ standing }) => standing === 'holding').map(({ holder }) => holder);

const offered = (id: string, toBody: string, reason: string, services: readonly string[]): Promise<Offer> =>
  offerFromHealth(lianxi, id, { toBody, reason, services });

async function returned(id: string, toBody: string, services: readonly string[], alternative: string): Promise<void> {
  const { answer } = await offered(id, toBody, 'not-competent', services);
  await answer('return', { basis: 'in-charge-supervises', alternative, reasons: '不属职责' });
  await waitFor(
    'it was returned',
    async () =>
      (await timeline('health', id, 'bj-health-head')).filter(({ act, body }) => act === 'return' && body === toBody).length === 1,
  );
}

describe('co-handling', () => {
  it('is work of its own at the other body, whose opinion and signature come back to the lead', async () => {
    const id = await inHandling();
    const work = await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '请就饲养来源提出意见' }, 'co-handling', 'bj-agri-head');
    const there = (await read('agriculture', work, 'bj-agri-head')).body;
    expect(there).toMatchObject({
      procedure: 'co-handling',
      state: 'asked',
      holder: 'bj-agri',
      standing: 'holding',
      linkedTo: { caseId: id, service: 'health', body: 'bj-health' },
    });
    expect(there['clocks'] as { rule: string; state: string }[]).toEqual([
      expect.objectContaining({ rule: 'co-handling', state: 'running' }),
    ]);
    expect(await texts('agriculture', work, 'bj-agri-head')).toEqual(['"请就饲养来源提出意见"']);
    expect((await read('agriculture', id, 'bj-agri-head')).status).toBe(404);
    await go(
      'agriculture',
      work,
      ['take-up', 'bj-agri-case-officer'],
      ['give-opinion', 'bj-agri-reviewer', { view: 'agree-with-conditions', opinion: '须补充检疫证明' }],
    );
    await happens('the opinion is on the case', 'health', id, 'bj-health-head', 'give-opinion');
    expect(await texts('health', id, 'bj-health-head')).toContain('"须补充检疫证明"');
    expect((await lianxi.act('health', id, 'conclude', 'bj-health-decider', { outcome: 'answered', summary: '示例' })).body['code']).toBe(
      'co-handling-open',
    );
    await go('health', id, ['propose-conclusion', 'bj-health-decider', { outcome: 'answered', summary: '拟予答复' }]);
    await happens('the conclusion is there to sign', 'agriculture', work, 'bj-agri-head', 'propose-conclusion');
    await go('agriculture', work, ['countersign', 'bj-agri-decider']);
    await happens('the signature is on the case', 'health', id, 'bj-health-head', 'countersign');
    expect(
      (await lianxi.act('health', id, 'conclude', 'bj-health-decider', { outcome: 'no-violation', summary: '另一结论' })).body['code'],
    ).toBe('not-as-countersigned');
    await go('health', id, ['conclude', 'bj-health-decider', { outcome: 'answered', summary: '示例' }]);
    expect(await workOf(id, 'co-handling')).toMatchObject({ state: 'completed', final: true });
  });

  it('may be objected to, and the lead then proposes again or releases the body', async () => {
    const id = await inHandling();
    const work = await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '示例' }, 'co-handling', 'bj-agri-head');
    await go('health', id, ['propose-conclusion', 'bj-health-decider', { outcome: 'answered', summary: '示例' }]);
    await happens('the conclusion is there to sign', 'agriculture', work, 'bj-agri-head', 'propose-conclusion');
    await go('agriculture', work, ['object', 'bj-agri-head', { reasons: '结论依据不足' }]);
    await happens('the objection is on the case', 'health', id, 'bj-health-head', 'object');
    expect((await lianxi.act('health', id, 'conclude', 'bj-health-decider', { outcome: 'answered', summary: '示例' })).body['code']).toBe(
      'co-handling-open',
    );
    await go(
      'health',
      id,
      ['release-work', 'bj-health-decider', { ofBody: 'bj-agri', reasons: '意见已记录' }],
      ['conclude', 'bj-health-decider', { outcome: 'answered', summary: '示例' }],
    );
    await happens('the body knows', 'agriculture', work, 'bj-agri-head', 'release');
    expect((await read('agriculture', work, 'bj-agri-head')).body).toMatchObject({
      state: 'released',
      acts: [{ act: 'set-retention' }, { act: 'place-hold' }],
      dueAt: null,
    });
  });

  it('is of one proposal: whoever signed an earlier one is asked again before the lead concludes', async () => {
    const id = await inHandling();
    const propose = async (
      outcome: string,
      ...signing: readonly (readonly [work: string, service: string, act: string, post: string])[]
    ): Promise<void> => {
      await go('health', id, ['propose-conclusion', 'bj-health-decider', { outcome, summary: '示例' }]);
      for (const [work, service, act, post] of signing) {
        await waitFor('it is there to sign', async () => (await read(service, work, post)).body['state'] === 'conclusion-proposed');
        await go(service, work, [act, post, act === 'object' ? { reasons: '示例' } : {}]);
        await waitFor('the lead knows', async () =>
          ((await read('health', id, 'bj-health-head')).body['works'] as Work[]).some(
            (each) => each.id === work && each.state !== 'conclusion-proposed',
          ),
        );
      }
    };
    const conclude = async (outcome: string): Promise<unknown> =>
      (await lianxi.act('health', id, 'conclude', 'bj-health-decider', { outcome, summary: '示例' })).body['code'];
    const agriculture = await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '示例' }, 'co-handling', 'bj-agri-head');
    const eit = await asked(id, 'ask-co-handler', { coHandler: 'bj-eit', task: '示例' }, 'co-handling', 'bj-eit-head');
    await propose('no-violation', [agriculture, 'agriculture', 'countersign', 'bj-agri-decider'], [eit, 'ai', 'object', 'bj-eit-decider']);
    await propose('answered', [eit, 'ai', 'countersign', 'bj-eit-decider']);
    expect([await conclude('answered'), await conclude('no-violation')]).toEqual(['not-as-countersigned', 'not-as-countersigned']);
    const again = await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '示例' }, 'co-handling', 'bj-agri-head');
    const eitAgain = await asked(id, 'ask-co-handler', { coHandler: 'bj-eit', task: '示例' }, 'co-handling', 'bj-eit-head');
    await propose('answered', [again, 'agriculture', 'countersign', 'bj-agri-decider'], [eitAgain, 'ai', 'countersign', 'bj-eit-decider']);
    expect(await conclude('answered')).toBeUndefined();
  });

  it('is declined only with a clause and the body that should do it', async () => {
    const id = await registeredAtHealth();
    const work = await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '示例' }, 'co-handling', 'bj-agri-head');
    expect((await lianxi.act('agriculture', work, 'decline-work', 'bj-agri-head', { reasons: '不属职责' })).body).toMatchObject({
      code: 'field-missing',
      field: 'form.basis',
    });
    const itself = { basis: 'documents-24', alternative: 'bj-agri', reasons: '不属职责' };
    expect((await lianxi.act('agriculture', work, 'decline-work', 'bj-agri-head', itself)).body['code']).toBe('alternative-is-self');
    await go('agriculture', work, ['decline-work', 'bj-agri-head', { ...itself, alternative: 'bj-stc' }]);
    await happens('the lead knows', 'health', id, 'bj-health-head', 'decline-work');
    expect((await timeline('health', id, 'bj-health-head')).find(({ act }) => act === 'decline-work')).toMatchObject({
      body: 'bj-agri',
      post: 'bj-agri-head',
      detail: { alternative: 'bj-stc' },
    });
  });

  it('goes on when the case is handed to another body, which then gets the reports', async () => {
    const id = await registeredAtHealth();
    const work = await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '示例' }, 'co-handling', 'bj-agri-head');
    const { answer } = await offered(id, 'bj-eit', 'agreed', ['ai']);
    await lianxi.stopService('agriculture');
    await answer('accept', {});
    await waitFor('it is held by the other', async () => (await read('ai', id, 'bj-eit-head')).body['standing'] === 'holding');
    await lianxi.startService('agriculture');
    await happens('the body knows who leads now', 'agriculture', work, 'bj-agri-head', 'follow');
    expect((await read('agriculture', work, 'bj-agri-head')).body).toMatchObject({
      linkedTo: { caseId: id, service: 'ai', body: 'bj-eit', epoch: 2 },
    });
    await go('agriculture', work, ['give-opinion', 'bj-agri-head', { view: 'agree', opinion: '同意' }]);
    await happens('the opinion is on the case', 'ai', id, 'bj-eit-head', 'give-opinion');
    for (const [service, each, as] of [
      ['agriculture', work, 'bj-agri-head'],
      ['ai', id, 'bj-eit-head'],
    ] as const)
      expect((await timeline(service, each, as)).filter(({ label }) => label === undefined).map(({ act }) => act)).toEqual([]);
  });

  it('is reported to the new holder also when the body did not know of the hand-over yet', async () => {
    const id = await registeredAtHealth();
    const work = await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '示例' }, 'co-handling', 'bj-agri-head');
    await lianxi.admin.query(`UPDATE health.cases SET standing = 'origin', service = 'ai', holder = 'bj-eit' WHERE id = $1`, [id]);
    await go('agriculture', work, ['give-opinion', 'bj-agri-head', { view: 'agree', opinion: '转送的意见' }]);
    const arrived = `SELECT count(*)::int AS n FROM ai.inbox WHERE sender = 'health' AND case_id = $1 AND kind = 'work-reported@1'`;
    await waitFor('it was sent on', async () => (await lianxi.admin.query<{ n: number }>(arrived, [id])).rows[0]?.n === 1);
  });

  it('is not asked of the holder itself, twice of one body, or of a body without a desk', async () => {
    const id = await registeredAtHealth();
    const ask = async (coHandler: string): Promise<unknown> =>
      (await lianxi.act('health', id, 'ask-co-handler', 'bj-health-head', { coHandler, task: '示例' })).body['code'];
    expect(await ask('bj-health')).toBe('target-is-holder');
    expect(await ask('most')).toBe('field-value');
    expect(await ask('sz-health')).toBe('field-value');
    await asked(id, 'ask-co-handler', { coHandler: 'bj-agri', task: '示例' }, 'co-handling', 'bj-agri-head');
    expect(await ask('bj-agri')).toBe('asked-before');
  });

  it('is asked of a body named by the office where no rule covers a field of the matter', async () => {
    const id = await registeredAtHealth({ fields: ['human-life-medicine', 'food'] });
    const toOffice = await workOf(id, 'uncovered-field');
    expect(toOffice).toMatchObject({ service: 'coordination', body: 'bj-joint-office' });
    await waitFor('the office has it', async () => (await read('coordination', toOffice.id, 'bj-joint-office-coordinator')).status === 200);
    await go('coordination', toOffice.id, [
      'name-co-handler',
      'bj-joint-office-coordinator',
      { coHandler: 'bj-agri', task: '食品原料部分' },
    ]);
    const work = await workOf(id, 'co-handling');
    await waitFor('it has arrived', async () => (await read('agriculture', work.id, 'bj-agri-head')).status === 200);
    expect(await texts('agriculture', work.id, 'bj-agri-head')).toEqual(['"食品原料部分"']);
  });
});

describe('a consultation', () => {
  it('is answered by the day that was named; silence is not consent and stays visible', async () => {
    const id = await registeredAtHealth();
    const past = await lianxi.act('health', id, 'consult', 'bj-health-head', {
      ofBody: 'bj-agri',
      answerBy: '2026-01-05',
      question: '示例',
    });
    expect(past.body).toMatchObject({ code: 'field-value', field: 'form.answerBy' });
    for (const answerBy of ['9999-12-31', '2199-12-31', '0001-01-01'])
      expect(
        (await lianxi.act('health', id, 'consult', 'bj-health-head', { ofBody: 'bj-agri', answerBy, question: '示例' })).body,
      ).toMatchObject({ code: 'field-value', field: 'form.answerBy' });
    const {
      rows: [due],
    } = await lianxi.admin.query<{ on: string }>(`SELECT ((lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date + 12)::text AS on`);
    const work = await asked(
      id,
      'consult',
      { ofBody: 'bj-agri', answerBy: due?.on, question: '是否同意？' },
      'consultation',
      'bj-agri-head',
    );
    expect((await read('agriculture', work, 'bj-agri-head')).body['clocks']).toEqual([
      expect.objectContaining({ rule: 'consultation', dueOn: due?.on }),
    ]);
    await lianxi.moveClock('13 days');
    await happens('the day has passed', 'agriculture', work, 'bj-agri-head', 'fall-due');
    expect(await workOf(id, 'consultation')).toMatchObject({ state: 'asked', final: false });
    await go('agriculture', work, ['answer-consultation', 'bj-agri-reviewer', { view: 'disagree', opinion: '不同意' }]);
    await happens('the answer is on the case', 'health', id, 'bj-health-head', 'answer-consultation');
    expect(await workOf(id, 'consultation')).toMatchObject({ state: 'answered', final: true });
  });

  it('that nobody answered ends with the case, as released and not as answered', async () => {
    const id = await registeredAtHealth();
    const work = await asked(id, 'consult', { ofBody: 'bj-agri', answerBy: dayToCome, question: '示例' }, 'consultation', 'bj-agri-head');
    await go(
      'health',
      id,
      ['screen', 'bj-health-case-officer'],
      ['decline', 'bj-health-decider', { ground: 'out-of-scope', reasons: '示例' }],
    );
    await happens('the body knows', 'agriculture', work, 'bj-agri-head', 'release');
    expect(await workOf(id, 'consultation')).toMatchObject({ state: 'released', final: true });
  });
});

describe('a dispute between bodies', () => {
  it('is consulted about, goes to the office and ends with a designation; somebody answers for the case at every moment', async () => {
    const id = await registeredAtHealth();
    const seen: Awaited<ReturnType<typeof answering>>[] = [];
    let over = false;
    const watch = (async () => {
      while (!over) {
        seen.push(await answering(id));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    await returned(id, 'bj-agri', ['agriculture'], 'bj-stc');
    await returned(id, 'bj-stc', ['lab-animals', 'ai'], 'bj-health');
    await go('health', id, ['open-dispute', 'bj-health-head', { position: '本机关认为属农业' }]);
    expect((await read('health', id, 'bj-health-head')).body['clocks']).toContainEqual(
      expect.objectContaining({ rule: 'dispute-consultation', state: 'running' }),
    );
    await go('health', id, ['escalate', 'bj-health-head', { cause: 'dispute', dossier: '三部门意见不一' }]);
    const work = await workOf(id, 'escalation');
    await waitFor(
      'the office has the dossier',
      async () => (await read('coordination', work.id, 'bj-joint-office-coordinator')).status === 200,
    );
    expect((await lianxi.act('health', id, 'escalate', 'bj-health-head', { cause: 'dispute', dossier: '再报' })).body['code']).toBe(
      'escalation-open',
    );
    await go('coordination', work.id, [
      'answer-escalation',
      'bj-joint-office-coordinator',
      { direction: 'designate', answer: '由办公室指定' },
    ]);
    let designation: { id: string; version: number; candidates: string[] } | undefined;
    await waitFor('the office is asked to designate', async () => {
      designation = (
        (await lianxi.get('coordination', '/v1/designations', 'bj-joint-office-coordinator')).body['lines'] as {
          id: string;
          case_id: string;
          version: number;
          candidates: string[];
        }[]
      ).find((line) => line.case_id === id);
      return designation !== undefined;
    });
    expect(designation?.candidates).toEqual(['bj-health', 'bj-agri', 'bj-stc']);
    const office = (act: string, form: Record<string, unknown>, version: number): Promise<Answer> =>
      lianxi.request('coordination', 'POST', `/v1/designations/${designation?.id}/acts/${act}`, {
        as: 'bj-joint-office-coordinator',
        body: { version, form },
        headers: { 'idempotency-key': randomUUID() },
      });
    let version = designation?.version ?? 1;
    for (const ofBody of ['bj-health', 'bj-agri', 'bj-stc']) {
      const { body } = await office('record-view', { ofBody, view: 'not-competent' }, version);
      version = Number(body['version'] ?? version);
    }
    const designated = await office('designate', { lead: 'bj-agri', reasons: '示例' }, version);
    expect([designated.status, designated.text]).toEqual([200, expect.any(String)]);
    await waitFor('agriculture holds it', async () => (await read('agriculture', id, 'bj-agri-head')).body['standing'] === 'holding');
    over = true;
    await watch;
    expect(seen.filter((each) => each.length === 0 || holdersIn(each).length > 1)).toEqual([]);
    expect(holdersIn(await answering(id))).toEqual(['bj-agri']);
    await go('agriculture', id, ['object-to-designation', 'bj-agri-head', { reasons: '不属本机关' }]);
    expect((await read('agriculture', id, 'bj-agri-head')).body).toMatchObject({ standing: 'holding', lead: 'bj-agri' });
    const objection = await workOf(id, 'objection', { service: 'agriculture', as: 'bj-agri-head' });
    await waitFor(
      'the office has the objection',
      async () => (await read('coordination', objection.id, 'bj-joint-office-head')).status === 200,
    );
    await go(
      'coordination',
      objection.id,
      ['put-on-agenda', 'bj-joint-office-secretary', { meetingOn: dayToCome }],
      ['dismiss', 'bj-joint-office-head', { resolution: '维持指定' }],
    );
    await happens('the result is on the case', 'agriculture', id, 'bj-agri-head', 'dismiss');
  });
});

describe('a dispute that the bodies settle themselves', () => {
  const disputePeriods = async (service: string, id: string, as: string): Promise<string[]> =>
    ((await read(service, id, as)).body['clocks'] as { rule: string; state: string }[])
      .filter(({ rule }) => rule === 'dispute-consultation')
      .map(({ state }) => state);

  it('ends with what they agreed, or with the body that takes the case over', async () => {
    const id = await registeredAtHealth();
    await returned(id, 'bj-agri', ['agriculture'], 'bj-eit');
    await go('health', id, ['open-dispute', 'bj-health-head', { position: '示例' }]);
    expect((await lianxi.act('health', id, 'open-dispute', 'bj-health-head', { position: '再次' })).body['code']).toBe('dispute-open');
    await go(
      'health',
      id,
      ['settle-dispute', 'bj-health-head', { settlement: '由本机关办理' }],
      ['open-dispute', 'bj-health-head', { position: '示例' }],
    );
    expect(await disputePeriods('health', id, 'bj-health-head')).toEqual(['met', 'running']);
    expect((await (await offered(id, 'bj-eit', 'agreed', ['ai'])).answer('accept', {})).status).toBe(200);
    await waitFor('it is held by the other', async () => (await read('ai', id, 'bj-eit-head')).body['standing'] === 'holding');
    expect(await disputePeriods('ai', id, 'bj-eit-head')).toEqual(['met', 'met']);
  });
});

describe('the office that was asked', () => {
  const designationOf = async (id: string): Promise<{ id: string; version: number; candidates: string[]; state: string } | undefined> =>
    (
      await lianxi.admin.query<{ id: string; version: number; candidates: string[]; state: string }>(
        `SELECT id, version, candidates, state FROM coordination.designations WHERE case_id = $1 ORDER BY requested_at DESC LIMIT 1`,
        [id],
      )
    ).rows[0];
  const designate = (
    id: string,
    act: string,
    version: number,
    form: Record<string, unknown>,
    as = 'bj-joint-office-coordinator',
  ): Promise<Answer> =>
    lianxi.request('coordination', 'POST', `/v1/designations/${id}/acts/${act}`, {
      as,
      body: { version, form },
      headers: { 'idempotency-key': randomUUID() },
    });

  async function escalated(cause: string): Promise<string> {
    const id = await registeredAtHealth();
    await go('health', id, ['screen', 'bj-health-case-officer'], ['escalate', 'bj-health-head', { cause, dossier: '示例' }]);
    const work = await workOf(id, 'escalation');
    await waitFor('the office has it', async () => (await read('coordination', work.id, 'bj-joint-office-coordinator')).status === 200);
    await go('coordination', work.id, ['answer-escalation', 'bj-joint-office-coordinator', { direction: 'designate', answer: '示例' }]);
    await waitFor('it is to be designated', async () => (await designationOf(id))?.state === 'requested');
    return id;
  }

  it('may name any body where nobody returned the case, and what the holder does meanwhile does not take that away', async () => {
    const id = await escalated('no-answer');
    await happens('the answer is on the case', 'health', id, 'bj-health-head', 'answer-escalation');
    await go('health', id, ['accept', 'bj-health-decider']);
    await waitFor(
      'the index knows',
      async () =>
        (await lianxi.admin.query<{ state: string }>('SELECT state FROM coordination.case_index WHERE case_id = $1', [id])).rows[0]
          ?.state === 'accepted',
    );
    const row = await designationOf(id);
    expect(row).toMatchObject({ state: 'requested', candidates: [] });
    expect((await designate(row?.id ?? '', 'designate', row?.version ?? 0, { lead: 'bj-agri', reasons: '示例' })).status).toBe(200);
    await waitFor('agriculture holds it', async () => (await read('agriculture', id, 'bj-agri-head')).body['standing'] === 'holding');
  });

  it('names its own host only when another was heard, and by a signatory without a post there', async () => {
    const id = await escalated('other');
    const row = await designationOf(id);
    const unheard = await designate(row?.id ?? '', 'designate', row?.version ?? 0, { lead: 'bj-stc', reasons: '示例' });
    expect([unheard.status, unheard.body['code']]).toEqual([409, 'views-missing']);
    expect((await designate(row?.id ?? '', 'record-view', row?.version ?? 0, { ofBody: 'bj-agri', view: 'not-competent' })).status).toBe(
      200,
    );
    const post = {
      id: 'bj-stc-of-the-coordinator',
      body: 'bj-stc',
      role: 'reviewer',
      subject: 'bj-joint-office-coordinator',
      validFrom: '2024-01-01',
    };
    expect(
      (await lianxi.request('coordination', 'POST', '/v1/posts', { as: 'bj-joint-office-security-administrator', body: post })).status,
    ).toBe(200);
    const form = { lead: 'bj-stc', reasons: '示例' };
    const inBoth = await lianxi.request('coordination', 'POST', `/v1/designations/${row?.id}/acts/designate`, {
      as: 'bj-joint-office-coordinator',
      body: { version: (row?.version ?? 0) + 1, form },
      headers: { 'idempotency-key': randomUUID(), 'x-lianxi-post': 'bj-joint-office-coordinator' },
    });
    expect([inBoth.status, inBoth.body['code']]).toEqual([409, 'signatory-of-host']);
    expect((await designate(row?.id ?? '', 'designate', (row?.version ?? 0) + 1, form, 'bj-joint-office-head')).status).toBe(200);
  });

  it('must answer what no rule covers: the lead can neither take the question back nor conclude without it', async () => {
    const id = await inHandling();
    expect(
      (
        await lianxi.act('health', id, 'correct-facts', 'bj-health-intake-officer', {
          facts: { fields: ['human-life-medicine', 'food'] },
          source: '示例',
        })
      ).status,
    ).toBe(200);
    const work = await workOf(id, 'uncovered-field');
    expect(
      (await lianxi.act('health', id, 'release-work', 'bj-health-decider', { ofBody: 'bj-joint-office', reasons: '示例' })).body['code'],
    ).toBe('no-work-open');
    expect((await lianxi.act('health', id, 'conclude', 'bj-health-decider', { outcome: 'answered', summary: '示例' })).body['code']).toBe(
      'office-not-answered',
    );
    await waitFor('the office has it', async () => (await read('coordination', work.id, 'bj-joint-office-head')).status === 200);
    await go('coordination', work.id, ['record-none-needed', 'bj-joint-office-head', { reasons: '示例' }]);
    await happens('the lead knows', 'health', id, 'bj-health-head', 'record-none-needed');
    await go('health', id, ['conclude', 'bj-health-decider', { outcome: 'answered', summary: '示例' }]);
  });
});

describe('somebody with a conflict of interest', () => {
  it('says so and neither sees the case nor does anything on it any more; others go on', async () => {
    const id = await registeredAtHealth();
    await go('health', id, ['declare-recusal', 'bj-health-head', { reasons: '与当事人有亲属关系' }]);
    const refused = await lianxi.act('health', id, 'order-urgent-stop', 'bj-health-head', { reasons: '示例' });
    expect([refused.status, refused.body['code']]).toEqual([404, 'not-found']);
    expect((await read('health', id, 'bj-health-head')).status).toBe(404);
    await go('health', id, ['order-urgent-stop', 'bj-health-decider', { reasons: '示例' }]);
  });
});
