import { addCalendarDays, legalDayOf } from '@lianxi/casework';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

type Form = Record<string, unknown>;
interface ClockLine { readonly rule: string; readonly state: string; readonly confirmed: boolean; readonly explanation: { readonly zh: readonly string[] } }

let lianxi: Lianxi;
beforeAll(async () => { lianxi = await Lianxi.start({ services: ['health', 'coordination'] }); }, 60_000);
afterAll(() => lianxi.stop(), 30_000);

const officer = 'bj-health-case-officer';
const read = async (id: string, as = 'bj-health-head'): Promise<Answer['body']> => (await lianxi.get('health', `/v1/cases/${id}`, as)).body;
const actsOn = async (id: string): Promise<string[]> => ((await read(id))['timeline'] as { procedure: string; act: string }[]).map(({ procedure, act }) => `${procedure} ${act}`);
const clocksOf = async (id: string): Promise<string[]> => ((await read(id))['clocks'] as ClockLine[]).map(({ rule, state }) => `${rule} ${state}`).sort();
const worksOf = async (id: string): Promise<{ id: string; procedure: string; addressee: string; state: string }[]> => (await read(id))['works'] as never;

/** A reminder or a report may have moved the case on meanwhile: whoever is told so reads again and does it again. */
async function answerTo(id: string, act: string, as: string, form: Form = {}): Promise<Answer> {
  let answer = await lianxi.act('health', id, act, as, form);
  while (answer.body['code'] === 'stale-version') answer = await lianxi.act('health', id, act, as, form);
  return answer;
}

async function does(id: string, act: string, as: string, form: Form = {}): Promise<void> {
  const { status, text } = await answerTo(id, act, as, form);
  expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
}

async function inHandling(): Promise<string> {
  const id = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
  await does(id, 'register', 'bj-health-intake-officer');
  await does(id, 'screen', officer);
  await does(id, 'accept', 'bj-health-decider');
  await does(id, 'assign', 'bj-health-head', { post: officer });
  await does(id, 'begin-handling', officer);
  return id;
}

/** Writes, and waits until the letter lies with the body as a case of its own. */
async function written(id: string, form: Form): Promise<string> {
  await does(id, 'write-letter', 'bj-health-reviewer', { purpose: 'enquiry', periodFrom: 'receipt', content: '请说明有关情况', ...form });
  const letter = (await worksOf(id)).findLast(({ procedure }) => procedure === 'letter')?.id ?? '';
  await waitFor('the letter is there', async () => (await lianxi.get('health', `/v1/cases/${letter}`, officer)).status === 200);
  return letter;
}

/** A paper put on the letter, named as what shows that something happened on a day. */
async function proof(letter: string, kind: string, effectiveOn: string): Promise<Form> {
  const { status, text } = await lianxi.addPaper('health', letter, officer, { name: `${kind}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${kind}`) }, { kind });
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return { effectiveOn, proof: ((await read(letter))['papers'] as { id: string }[]).at(-1)?.id };
}

const today = async (): Promise<string> => legalDayOf((await lianxi.admin.query<{ now: Date }>('SELECT lianxi.lianxi_now() AS now')).rows[0]?.now.toISOString() ?? '');
const conclusion = { outcome: 'answered', summary: '示例' };

describe('a letter to an authority without a desk', () => {
  it('is dispatched, its receipt is proved and starts the period, its answer is put on record, and the matter knows each step', async () => {
    const id = await inHandling();
    const letter = await written(id, { toBody: 'most' });
    expect(await worksOf(id)).toEqual([expect.objectContaining({ id: letter, addressee: 'most', body: 'bj-health', service: 'health', state: 'drafted' })]);
    expect(await read(letter)).toMatchObject({ procedure: 'letter', state: 'drafted', holder: 'bj-health', linkedTo: { caseId: id, body: 'bj-health' } });
    expect(await clocksOf(letter)).toEqual(['letter-dispatch running']);
    expect((await answerTo(letter, 'record-receipt', officer, { effectiveOn: await today(), proof: id })).body['code']).toBe('wrong-state');
    await does(letter, 'dispatch', officer, { method: 'registered-post' });
    expect((await answerTo(letter, 'record-receipt', officer, { effectiveOn: await today(), proof: id })).body['code']).toBe('paper-not-on-case');
    expect((await answerTo(letter, 'record-no-answer', officer)).body['code']).toBe('answer-not-due');
    await does(letter, 'record-receipt', officer, await proof(letter, 'delivery-proof', await today()));
    expect(await clocksOf(letter)).toEqual(['letter-answer running', 'letter-dispatch met', 'letter-receipt met']);
    expect(((await read(letter))['clocks'] as ClockLine[]).find(({ rule }) => rule === 'letter-answer')).toMatchObject({ confirmed: false });
    await does(letter, 'remind-addressee', officer, { method: 'fax', reminder: '请尽快函复' });
    expect((await answerTo(id, 'conclude', 'bj-health-decider', conclusion)).body['code']).toBe('letter-open');
    await does(letter, 'record-answer', officer, { answer: '已核实', ...await proof(letter, 'correspondence', await today()) });
    expect(await read(letter)).toMatchObject({ state: 'answered', dueAt: null });
    await waitFor('the matter knows the answer', async () => (await worksOf(id))[0]?.state === 'answered');
    expect((await actsOn(id)).filter((act) => act.startsWith('letter '))).toEqual(['letter dispatch', 'letter record-receipt', 'letter remind-addressee', 'letter record-answer']);
    expect(JSON.stringify((await read(id))['particulars'])).toContain('已核实');
    await does(id, 'conclude', 'bj-health-decider', conclusion);
  });

  it('is written to one addressee that has no desk here', async () => {
    const id = await inHandling();
    const write = async (form: Form): Promise<unknown> => (await answerTo(id, 'write-letter', 'bj-health-reviewer', { purpose: 'opinion', periodFrom: 'receipt', content: '示例', ...form })).body['code'];
    expect(await write({})).toBe('field-missing');
    expect(await write({ toBody: 'bj-agri' })).toBe('field-value');
    expect(await write({ toBody: 'most', addressee: '示例研究所' })).toBe('field-value');
    expect((await answerTo(id, 'write-letter', officer, { purpose: 'opinion', periodFrom: 'receipt', content: '示例', toBody: 'most' })).body['code']).toBe('wrong-role');
    const letter = await written(id, { toBody: 'most' });
    expect((await lianxi.get('health', `/v1/cases/${letter}`, 'bj-eit-head')).status).toBe(404);
    await does(letter, 'close-letter', 'bj-health-head', { reasons: '改为电话询问' });
    await waitFor('the matter knows', async () => (await worksOf(id))[0]?.state === 'released');
    await does(id, 'conclude', 'bj-health-decider', conclusion);
  });
});

describe('a letter to a unit', () => {
  it('names it in words that only the particulars keep, comes back and is sent anew', async () => {
    const letter = await written(await inHandling(), { addressee: '示例细胞研究所有限公司' });
    const { rows } = await lianxi.admin.query<{ text: string }>('SELECT j::text AS text FROM health.journal j WHERE case_id = $1', [letter]);
    expect(rows.some(({ text }) => text.includes('示例细胞研究所'))).toBe(false);
    expect((await read(letter))['particulars']).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'write-letter.addressee', value: '示例细胞研究所有限公司' })]));
    await does(letter, 'dispatch', officer, { method: 'by-hand' });
    await does(letter, 'record-return', officer, { cause: 'moved', ...await proof(letter, 'delivery-proof', await today()) });
    expect(await clocksOf(letter)).toEqual(['letter-dispatch met', 'letter-dispatch running', 'letter-receipt cancelled']);
    await does(letter, 'dispatch', officer, { method: 'registered-post' });
    expect(await clocksOf(letter)).toEqual(['letter-dispatch met', 'letter-dispatch met', 'letter-receipt cancelled', 'letter-receipt running']);
  });

  it('is on record as unanswered once the period is over, which lets the matter be concluded and a late answer still come in', async () => {
    const [id, other] = [await inHandling(), await inHandling()];
    const [letter, late] = [await written(id, { addressee: '示例医院', periodFrom: 'dispatch' }), await written(other, { addressee: '示例医院' })];
    for (const each of [letter, late]) await does(each, 'dispatch', officer, { method: 'fax' });
    await does(late, 'record-receipt', officer, await proof(late, 'delivery-proof', await today()));
    expect(await clocksOf(letter)).toEqual(['letter-answer running', 'letter-dispatch met', 'letter-receipt running']);
    await lianxi.moveClock('60 days');
    for (const each of [letter, late]) await does(each, 'record-no-answer', officer);
    expect((await clocksOf(letter)).filter((clock) => clock.endsWith('running'))).toEqual([]);
    await does(late, 'record-answer', officer, { answer: '迟复', ...await proof(late, 'correspondence', addCalendarDays(await today(), -2)) });
    await waitFor('both matters know', async () => (await worksOf(id))[0]?.state === 'unanswered' && (await worksOf(other))[0]?.state === 'answered');
    await does(id, 'conclude', 'bj-health-decider', conclusion);
    await waitFor('nothing is waited for any more', async () => (await read(letter))['state'] === 'released');
  });
});
