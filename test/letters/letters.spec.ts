import { addCalendarDays, workingCalendar } from '@lianxi/casework';
import { LetterDesk, officer, type ClockLine, type Form } from '../support/letter-desk';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
});
afterAll(() => lianxi.stop());

const desk = new LetterDesk(() => lianxi);
const { read, actsOn, clocksOf, worksOf, today, proof } = desk;
const answerTo = desk.answerTo.bind(desk);
const does = desk.does.bind(desk);
const written = desk.written.bind(desk);
const inHandling = desk.inHandling.bind(desk);
const conclusion = { outcome: 'answered', summary: '示例' };

describe('a letter to an authority without a desk', () => {
  it('is dispatched, its receipt is proved and starts the period, its answer is put on record, and the matter knows each step', async () => {
    const id = await inHandling();
    const letter = await written(id, { toBody: 'most' });
    expect(await worksOf(id)).toEqual([
      expect.objectContaining({ id: letter, addressee: 'most', body: 'bj-health', service: 'health', state: 'drafted' }),
    ]);
    expect(await read(letter)).toMatchObject({
      procedure: 'letter',
      state: 'drafted',
      holder: 'bj-health',
      linkedTo: { caseId: id, body: 'bj-health' },
    });
    expect(await clocksOf(letter)).toEqual(['letter-dispatch running']);
    expect((await answerTo(letter, 'record-receipt', officer, { effectiveOn: await today(), proof: id })).body['code']).toBe('wrong-state');
    await does(letter, 'dispatch', officer, { method: 'registered-post' });
    expect((await answerTo(letter, 'record-receipt', officer, { effectiveOn: await today(), proof: id })).body['code']).toBe(
      'paper-not-on-case',
    );
    expect((await answerTo(letter, 'record-no-answer', officer)).body['code']).toBe('answer-not-due');
    await does(letter, 'record-receipt', officer, await proof(letter, 'delivery-proof', await today()));
    expect(await clocksOf(letter)).toEqual(['letter-answer running', 'letter-dispatch met', 'letter-receipt met']);
    expect(((await read(letter))['clocks'] as ClockLine[]).find(({ rule }) => rule === 'letter-answer')).toMatchObject({
      confirmed: false,
    });
    await does(letter, 'remind-addressee', officer, { method: 'fax', reminder: '请尽快函复' });
    expect((await answerTo(id, 'conclude', 'bj-health-decider', conclusion)).body['code']).toBe('letter-open');
    await does(letter, 'record-answer', officer, { answer: '已核实', ...(await proof(letter, 'correspondence', await today())) });
    expect(await read(letter)).toMatchObject({ state: 'answered', dueAt: null });
    await waitFor('the matter knows the answer', async () => (await worksOf(id))[0]?.state === 'answered');
    expect((await actsOn(id)).filter((act) => act.startsWith('letter '))).toEqual([
      'letter dispatch',
      'letter record-receipt',
      'letter remind-addressee',
      'letter record-answer',
    ]);
    expect(JSON.stringify((await read(id))['particulars'])).toContain('已核实');
    await does(id, 'conclude', 'bj-health-decider', conclusion);
  });

  it('is answered by the day it names; one that has passed before the period begins binds nobody', async () => {
    const id = await inHandling();
    const answerBy = addCalendarDays(await today(), 7);
    for (const [periodFrom, day] of [
      ['receipt', await today()],
      ['dispatch', addCalendarDays(await today(), 400)],
      ['none', answerBy],
    ]) {
      expect(
        (
          await answerTo(id, 'write-letter', 'bj-health-reviewer', {
            toBody: 'most',
            purpose: 'opinion',
            content: '示例',
            periodFrom,
            answerBy: day,
          })
        ).body,
      ).toMatchObject({ code: 'field-value', field: 'form.answerBy' });
    }
    const dueOn = async (letter: string): Promise<unknown> =>
      ((await read(letter))['clocks'] as { rule: string; dueOn: string }[]).find(({ rule }) => rule === 'letter-answer')?.dueOn;
    const [prompt, slow] = [
      await written(id, { toBody: 'most', answerBy }),
      await written(id, { toBody: 'most', answerBy: addCalendarDays(await today(), 1) }),
    ];
    for (const letter of [prompt, slow]) {
      expect(((await read(letter))['clocks'] as { rule: string; dueOn: string }[]).map(({ rule }) => rule)).toEqual(['letter-dispatch']);
      await does(letter, 'dispatch', officer, { method: 'registered-post' });
    }
    await lianxi.moveClock('2 days');
    for (const letter of [prompt, slow])
      await does(letter, 'record-receipt', officer, await proof(letter, 'delivery-proof', await today()));
    expect(await dueOn(prompt)).toBe(answerBy);
    expect(workingCalendar.workingDaysBetween(await today(), String(await dueOn(slow)))).toBe(15);
    await lianxi.moveClock('6 days');
    await does(prompt, 'record-no-answer', officer);
    expect((await answerTo(slow, 'record-no-answer', officer)).body['code']).toBe('answer-not-due');
  });

  it('is written to one addressee that has no desk here', async () => {
    const id = await inHandling();
    const write = async (form: Form): Promise<unknown> =>
      (await answerTo(id, 'write-letter', 'bj-health-reviewer', { purpose: 'opinion', periodFrom: 'receipt', content: '示例', ...form }))
        .body['code'];
    expect(await write({})).toBe('field-missing');
    expect(await write({ toBody: 'bj-agri' })).toBe('field-value');
    expect(await write({ toBody: 'most', addressee: '示例研究所' })).toBe('field-value');
    expect(
      (await answerTo(id, 'write-letter', officer, { purpose: 'opinion', periodFrom: 'receipt', content: '示例', toBody: 'most' })).body[
        'code'
      ],
    ).toBe('wrong-role');
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
    const { rows } = await lianxi.admin.query<{ text: string }>('SELECT j::text AS text FROM health.journal j WHERE case_id = $1', [
      letter,
    ]);
    expect(rows.some(({ text }) => text.includes('示例细胞研究所'))).toBe(false);
    expect((await read(letter))['particulars']).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'write-letter.addressee', value: '示例细胞研究所有限公司' })]),
    );
    await does(letter, 'dispatch', officer, { method: 'by-hand' });
    await does(letter, 'record-return', officer, { cause: 'moved', ...(await proof(letter, 'delivery-proof', await today())) });
    expect(await clocksOf(letter)).toEqual(['letter-dispatch met', 'letter-dispatch running', 'letter-receipt cancelled']);
    await does(letter, 'dispatch', officer, { method: 'registered-post' });
    expect(await clocksOf(letter)).toEqual([
      'letter-dispatch met',
      'letter-dispatch met',
      'letter-receipt cancelled',
      'letter-receipt running',
    ]);
  });

  it('is on record as unanswered once the period is over, which lets the matter be concluded and a late answer still come in', async () => {
    const [id, other] = [await inHandling(), await inHandling()];
    const [letter, late] = [
      await written(id, { addressee: '示例医院', periodFrom: 'dispatch' }),
      await written(other, { addressee: '示例医院' }),
    ];
    for (const each of [letter, late]) await does(each, 'dispatch', officer, { method: 'fax' });
    await does(late, 'record-receipt', officer, await proof(late, 'delivery-proof', await today()));
    expect(await clocksOf(letter)).toEqual(['letter-answer running', 'letter-dispatch met', 'letter-receipt running']);
    await lianxi.moveClock('60 days');
    for (const each of [letter, late]) await does(each, 'record-no-answer', officer);
    expect((await clocksOf(letter)).filter((clock) => clock.endsWith('running'))).toEqual([]);
    await does(late, 'record-answer', officer, {
      answer: '迟复',
      ...(await proof(late, 'correspondence', addCalendarDays(await today(), -2))),
    });
    await waitFor(
      'both matters know',
      async () => (await worksOf(id))[0]?.state === 'unanswered' && (await worksOf(other))[0]?.state === 'answered',
    );
    await does(id, 'conclude', 'bj-health-decider', conclusion);
    await waitFor('nothing is waited for any more', async () => (await read(letter))['state'] === 'released');
  });
});
