import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { loginsOf, personId } from '@lianxi/chassis';
import { dayOfTest, healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'investigation', 'coordination'] });
});
afterAll(() => lianxi.stop());

const at = 'investigation';
const desk = new InvestigationDesk(() => lianxi);
const [officer, clerk, reviewer, decider, head] = [
  'bj-health-case-officer',
  'bj-health-intake-officer',
  'bj-health-reviewer',
  'bj-health-decider',
  'bj-health-head',
] as const;
const words = '示例';

const clocksOf = async (id: string): Promise<string[]> =>
  ((await desk.read(at, id, head))['clocks'] as { rule: string; state: string }[]).map(({ rule, state }) => `${rule} ${state}`).sort();
const shown = async (id: string): Promise<{ effectiveOn: string; proof: string }> => ({
  effectiveOn: dayOfTest,
  proof: await desk.paper(id, officer, '示例凭证'),
});
const stateOf = async (id: string): Promise<unknown> => (await desk.read(at, id, head))['state'];

/** A transfer letter, drawn up, sealed and on its way. */
async function letterSent(transfer: string): Promise<void> {
  await desk.does(at, transfer, 'write-letter', decider, {
    addressee: '示例公安机关',
    purpose: 'transfer',
    periodFrom: 'receipt',
    content: words,
  });
  const letter = await desk.workOf(at, transfer, head, 'letter', head);
  await desk.does(at, letter, 'draft-document', officer, {
    kind: 'transfer',
    subject: '示例涉嫌犯罪案件',
    addressee: '示例公安机关',
    body: words,
  });
  for (const [act, as] of [
    ['check-document', reviewer],
    ['sign-off', decider],
    ['number-document', clerk],
  ] as const)
    await desk.does(at, letter, act, as);
  expect((await desk.read(at, letter, head))['number']).toMatch(/^京卫伦查〔20\d\d〕\d+号$/);
  await desk.does(at, letter, 'present-sealed', officer, { scan: await desk.paper(letter, officer, '示例盖章件') });
  await desk.does(at, letter, 'confirm-seal', reviewer);
  await desk.does(at, letter, 'dispatch', officer, { method: 'by-hand' });
  await waitFor('the transfer knows that its letter is on its way', async () =>
    (await desk.worksOf(at, transfer, head)).some(({ state }) => state === 'dispatched'),
  );
}

/** Writes as the service's own login, as whoever had its password would. */
async function asService(sql: readonly (readonly [string, unknown[]])[]): Promise<void> {
  const { officer: name } = loginsOf(at);
  const login = new Client({
    connectionString: Object.assign(new URL(lianxi.around.databaseUrl), { username: name, password: lianxi.around.secrets.passwords[name] })
      .href,
    application_name: 'test',
  });
  await login.connect();
  try {
    await login.query(
      `BEGIN; SET LOCAL lianxi.body = 'bj-health'; SET LOCAL lianxi.post = '${head}'; SET LOCAL lianxi.role = 'head'; SET LOCAL lianxi.city = 'beijing'`,
    );
    for (const [text, values] of sql) await login.query(text, values);
    await login.query('COMMIT');
  } finally {
    await login.end();
  }
}
const step = (id: string, version: number, act: string, post: string, subject: string): [string, unknown[]] => [
  `INSERT INTO journal (id, city, case_id, version, procedure, act, clause, epoch, body, post, recorded_at, effective_at, detail, hash)
  VALUES ($1, 'beijing', $2, $3, 'transfer-out', $4, 'crime-transfer', 1, 'bj-health', $5, lianxi_now(), lianxi_now(), $6, '')`,
  [randomUUID(), id, version, act, post, JSON.stringify({ person: personId(lianxi.around.issuer, subject) })],
];

/** Neither an officer for both, nor anybody but the head, nor a state without the steps. */
async function isNotGotRoundBySql(transfer: string): Promise<void> {
  const version = Number((await desk.read(at, transfer, head))['version']);
  const refused = { constraint: 'a_transfer_takes_two_and_their_head' };
  await expect(asService([step(transfer, version + 1, 'join-report', officer, officer)])).rejects.toMatchObject(refused);
  await expect(
    asService([
      step(transfer, version + 1, 'join-report', reviewer, reviewer),
      step(transfer, version + 2, 'approve-transfer', decider, decider),
    ]),
  ).rejects.toMatchObject(refused);
  for (const state of ['approved', 'dispatched', 'completed'])
    await expect(asService([['UPDATE cases SET state = $2 WHERE id = $1', [transfer, state]]])).rejects.toMatchObject(refused);
}

describe('a suspected crime', () => {
  it('is transferred before anything is decided: two officers, the head, 24 hours, a return slip, an objection, and the result', async () => {
    const matter = await desk.accepted(
      'health',
      'bj-health',
      healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' }),
    );
    const id = await desk.ordered('health', matter, 'bj-health', 'bj-health');
    await desk.planned(id, 'bj-health');
    await desk.does(at, id, 'propose-ending', officer, { reasons: words });
    await desk.does(at, id, 'note-suspected-crime', officer, { reasons: words });
    await desk.isRefused(at, id, 'end-without-finding', head, 'crime-transfer-due', { ground: 'no-fact', reasons: words });
    await desk.reported(id, 'bj-health');
    await desk.heard(id, 'bj-health');
    await desk.does(at, id, 'propose-decision', officer, desk.proposal());
    await desk.does(at, id, 'review-decision', reviewer, { opinion: words });
    await desk.isRefused(at, id, 'decide', decider, 'crime-transfer-due');

    await desk.does(at, id, 'begin-transfer', officer, { kind: 'suspected-crime', organ: '示例公安机关', reasons: words });
    await desk.isRefused(at, id, 'begin-transfer', officer, 'transfer-begun-before', {
      kind: 'suspected-crime',
      organ: words,
      reasons: words,
    });
    const transfer = await desk.workOf(at, id, head, 'transfer-out', head);
    await desk.isRefused(at, id, 'decide', decider, 'crime-transfer-open');
    await desk.does(at, transfer, 'report-transfer', officer, { report: words });
    await desk.isRefused(at, transfer, 'join-report', officer, 'same-person', { report: words });
    await isNotGotRoundBySql(transfer);
    await desk.does(at, transfer, 'join-report', reviewer, { report: words });
    expect(await clocksOf(transfer)).toEqual(['transfer-decision running']);
    await desk.isRefused(at, transfer, 'approve-transfer', decider, 'wrong-role');
    await desk.does(at, transfer, 'approve-transfer', head);
    expect(await clocksOf(transfer)).toEqual(['transfer-decision met', 'transfer-dispatch running']);
    const enclosed = { reportEnclosed: true, listEnclosed: true };
    await desk.isRefused(at, transfer, 'dispatch-transfer', officer, 'transfer-letter-missing', enclosed);
    await letterSent(transfer);
    await desk.isRefused(at, transfer, 'dispatch-transfer', officer, 'transfer-papers-missing', { ...enclosed, listEnclosed: false });
    await desk.does(at, transfer, 'dispatch-transfer', officer, enclosed);
    await desk.isRefused(at, transfer, 'record-return-slip', officer, 'paper-not-on-case', { effectiveOn: dayOfTest, proof: id });
    await desk.does(at, transfer, 'record-return-slip', officer, await shown(transfer));
    await desk.does(at, transfer, 'record-non-acceptance', officer, { cause: 'no-crime', ...(await shown(transfer)) });
    expect(await clocksOf(transfer)).toEqual([
      'transfer-acceptance met',
      'transfer-decision met',
      'transfer-dispatch met',
      'transfer-objection running',
    ]);
    await desk.isRefused(at, id, 'decide', decider, 'crime-transfer-open');
    await desk.does(at, transfer, 'object-to-refusal', head, { reasons: words });
    await desk.does(at, transfer, 'record-acceptance', officer, await shown(transfer));
    await waitFor('the investigation knows that it was taken up', async () =>
      (await desk.worksOf(at, id, head)).some(({ procedure, state }) => procedure === 'transfer-out' && state === 'accepted'),
    );

    await desk.does(at, id, 'decide', decider);
    await desk.does(at, id, 'record-service', officer, await shown(id));
    await desk.isRefused(at, id, 'close', decider, 'transfer-open');
    await desk.does(at, transfer, 'record-result', officer, { result: words, ...(await shown(transfer)) });
    await waitFor('the result is known', async () =>
      (await desk.worksOf(at, id, head)).every(({ final, procedure }) => final || procedure !== 'transfer-out'),
    );
    await desk.does(at, id, 'close', decider);
    expect(await stateOf(id)).toBe('completed');
    expect((await desk.actsOn(at, id, head)).filter((act) => act.startsWith('transfer-out '))).toEqual(
      [
        'report-transfer',
        'join-report',
        'approve-transfer',
        'dispatch-transfer',
        'record-return-slip',
        'record-non-acceptance',
        'object-to-refusal',
        'record-acceptance',
        'record-result',
      ].map((act) => `transfer-out ${act}`),
    );
  });
});
