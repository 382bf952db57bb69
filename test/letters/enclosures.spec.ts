import { randomUUID } from 'node:crypto';
import { healthMatter } from '../support/example-facts';
import { LetterDesk, officer } from '../support/letter-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
let matter = '';
let letter = '';
const desk = new LetterDesk(() => lianxi);
const [unit, contact, reviewer, decider] = ['OWN-EXAMPLE-LAB', 'contact-of-lab', 'bj-health-reviewer', 'bj-health-decider'];
const words = '十月八日下午我在三号实验室看到他们没有批件就开始注射。';
const photograph = Buffer.from('%PDF-1.7 photograph of the laboratory');

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
  expect(
    (
      await lianxi.request('coordination', 'POST', '/v1/unit-contacts', {
        as: 'bj-joint-office-coordinator',
        body: { unit, subject: contact, validFrom: '2024-01-01' },
      })
    ).status,
  ).toBe(200);
  await waitFor('health knows the contact', async () => (await lianxi.get('health', '/v1/letters', contact)).status === 200);
  const report = {
    facts: healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy: 'bj-health' }),
    report: { title: '示例', text: words },
    papers: [{ kind: 'evidence', dated: '2026-10-01', origin: 'copy' }],
    noStateSecrets: true,
  };
  matter = String(
    (await lianxi.sendForm('health', '/v1/matters', { json: JSON.stringify(report) }, [{ name: '照片.pdf', bytes: photograph }])).body[
      'caseId'
    ],
  );
  await desk.does(matter, 'register', 'bj-health-intake-officer');
  await desk.does(matter, 'write-summary', reviewer, { summary: '反映某项目未经审查即用药。' });
  await desk.does(matter, 'approve-summary', decider);
  letter = await desk.written(matter, { unit, side: 'accused' });
});
afterAll(() => lianxi.stop());

const enclose = (bytes: Buffer, on = letter, kind = 'enclosure'): Promise<Answer> =>
  lianxi.addPaper('health', on, officer, { name: bytes.subarray(0, 4).toString() === '%PDF' ? '附件.pdf' : '附件.txt', bytes }, { kind });
const enclosures = async (of = letter): Promise<string[]> =>
  ((await desk.read(of))['papers'] as { id: string; kind: string }[]).filter(({ kind }) => kind === 'enclosure').map(({ id }) => id);
const shown = async (): Promise<string[]> =>
  ((await lianxi.get('health', `/v1/letters/${letter}`, contact)).body['papers'] as { id: string }[]).map(({ id }) => id);
const answerTo = async (act: string, as: string, form: Record<string, unknown>): Promise<unknown> =>
  (await desk.answerTo(letter, act, as, form)).body['code'];

describe('what is enclosed in a letter to the accused side', () => {
  it('is no file of the report, nor a text that repeats it', async () => {
    expect((await enclose(photograph)).body).toMatchObject({ status: 400, code: 'report-enclosed', field: 'paper' });
    expect((await enclose(Buffer.from(`摘录：${words}`))).body).toMatchObject({ status: 400, code: 'repeats-the-report', field: 'paper' });
    expect((await enclose(photograph, letter, 'evidence')).status).toBe(200);
    expect(await enclosures()).toEqual([]);
  });

  it('goes along when somebody else has read it through, and not before', async () => {
    expect((await enclose(Buffer.from('请按本清单准备材料。'))).status).toBe(200);
    const [list = ''] = await enclosures();
    const post = { method: 'to-contact' };
    expect(await answerTo('dispatch', officer, post)).toBe('enclosure-uncleared');
    expect(await answerTo('clear-enclosure', officer, { enclosure: list })).toBe('same-person');
    expect(await answerTo('clear-enclosure', reviewer, { enclosure: randomUUID() })).toBe('nothing-to-clear');
    await desk.does(letter, 'clear-enclosure', reviewer, { enclosure: list });
    expect(await answerTo('clear-enclosure', decider, { enclosure: list })).toBe('nothing-to-clear');
    await desk.does(letter, 'dispatch', officer, post);
    expect(await shown()).toEqual([list]);
  });

  it('is not seen by the unit where it was added later, until it is cleared too', async () => {
    expect((await enclose(Buffer.from('补充说明。'))).status).toBe(200);
    const [first = '', second = ''] = await enclosures();
    expect([await shown(), (await lianxi.get('health', `/v1/letters/${letter}/papers/${second}`, contact)).status]).toEqual([[first], 404]);
    await desk.does(letter, 'clear-enclosure', reviewer, { enclosure: second });
    expect([await shown(), (await lianxi.get('health', `/v1/letters/${letter}/papers/${second}`, contact)).status]).toEqual([
      [first, second],
      200,
    ]);
  });

  it('nor does a reminder repeat the report; and of the matter and how far it is the unit sees nothing', async () => {
    expect(await answerTo('remind-addressee', officer, { method: 'to-contact', reminder: `再次询问：${words}` })).toBe(
      'repeats-the-report',
    );
    const { text } = await lianxi.get('health', `/v1/letters/${letter}`, contact);
    expect([matter, words, '反映', 'registered', '已登记'].filter((each) => text.includes(each))).toEqual([]);
    for (const path of [`/v1/cases/${matter}`, `/v1/cases/${letter}`, '/v1/worklists/open'])
      expect([403, 404]).toContain((await lianxi.get('health', path, contact)).status);
  });

  it('but to others a letter needs none of it', async () => {
    const other = await desk.written(matter, { addressee: '示例鉴定所' });
    expect((await enclose(photograph, other)).status).toBe(200);
    expect(await desk.answerTo(other, 'clear-enclosure', reviewer, { enclosure: (await enclosures(other))[0] })).toMatchObject({
      body: { code: 'nothing-to-clear' },
    });
    await desk.does(other, 'dispatch', officer, { method: 'registered-post' });
  });
});
