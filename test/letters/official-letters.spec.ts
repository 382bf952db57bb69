import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { loginsOf, personId, sha256 } from '@lianxi/chassis';
import { LetterDesk, officer, type Form } from '../support/letter-desk';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { freePort } from '../../deploy/embedded/src/free-port';
import { Lianxi, waitFor } from '../support/lianxi';
import { loadCompiledService } from '../support/load-compiled';

let lianxi: Lianxi;
let login: Client;
const desk = new LetterDesk(() => lianxi);
const [reviewer, decider, head, secretary] = [
  'bj-health-reviewer',
  'bj-health-decider',
  'bj-health-head',
  'bj-health-intake-officer',
] as const;
const text = {
  kind: 'reply',
  subject: '示例事项',
  addressee: '示例研究所',
  body: '来函收悉。\n<w:p>&{{姓名}}</w:p>',
  enclosures: '示例清单',
  copyTo: '示例办公室',
};

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
  const { officer: name } = loginsOf('health');
  login = new Client({
    connectionString: Object.assign(new URL(lianxi.around.databaseUrl), { username: name, password: lianxi.around.secrets.passwords[name] })
      .href,
    application_name: 'test',
  });
  await login.connect();
});
afterAll(async () => {
  await login.end();
  await lianxi.stop();
});

const isRefused = async (id: string, act: string, as: string, code: string, form: Form = {}): Promise<void> => {
  expect([act, (await desk.answerTo(id, act, as, form)).body['code']]).toEqual([act, code]);
};
const document = async (id: string, as: 'pdf' | 'docx', post: string = head) => {
  const answer = await fetch(`${lianxi.url('health')}/v1/cases/${id}/document?as=${as}`, {
    headers: { authorization: `Bearer ${await lianxi.token(post)}` },
  });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const made = (id: string): Promise<{ document: { pdf: string; docx: string } }> =>
  desk
    .read(id)
    .then(
      ({ timeline }) =>
        (timeline as { act: string; detail: { document: { pdf: string; docx: string } } }[]).find(({ act }) => act === 'confirm-seal')
          ?.detail ?? { document: { pdf: '', docx: '' } },
    );
const signedOff = async (matter: string): Promise<string> => {
  const letter = await desk.written(matter, { addressee: '示例研究所', purpose: 'telling', periodFrom: 'none' });
  await desk.does(letter, 'draft-document', officer, text);
  await desk.does(letter, 'check-document', reviewer);
  await desk.does(letter, 'sign-off', decider);
  return letter;
};
const numbered = async (matter: string): Promise<string> => {
  const letter = await signedOff(matter);
  await desk.does(letter, 'number-document', secretary);
  return letter;
};

describe('an official letter', () => {
  it('is drafted, checked, signed off, numbered, sealed, dispatched and served, and the matter knows', async () => {
    const matter = await desk.inHandling();
    const letter = await desk.written(matter, { addressee: '示例研究所', purpose: 'telling', periodFrom: 'none' });
    expect((await document(letter, 'pdf')).status).toBe(404);
    await isRefused(letter, 'draft-document', officer, 'text-not-printable', { ...text, body: '示例\u202e示例' });
    await desk.does(letter, 'draft-document', officer, text);
    await isRefused(letter, 'dispatch', officer, 'wrong-state', { method: 'fax' });
    await isRefused(letter, 'check-document', officer, 'same-person');
    await desk.does(letter, 'return-document', reviewer, { reasons: '请补充依据' });
    await isRefused(letter, 'dispatch', officer, 'wrong-state', { method: 'fax' });
    await desk.does(letter, 'draft-document', officer, text);
    await desk.does(letter, 'check-document', decider);
    await isRefused(letter, 'sign-off', decider, 'same-person');
    expect((await document(letter, 'docx')).status).toBe(200);
    await desk.does(letter, 'sign-off', head);
    await isRefused(letter, 'draft-document', officer, 'wrong-state', text);
    await desk.does(letter, 'number-document', officer);
    expect((await desk.read(letter))['number']).toMatch(/^京卫伦医〔20\d\d〕1号$/);
    await isRefused(letter, 'present-sealed', officer, 'field-missing');
    await isRefused(letter, 'present-sealed', officer, 'paper-not-on-case', { scan: matter });
    await desk.does(letter, 'present-sealed', secretary, { scan: await desk.paper(letter, 'enclosure') });
    await isRefused(letter, 'confirm-seal', officer, 'same-person');
    await desk.does(letter, 'reject-seal', reviewer, { reasons: '缺页' });
    await desk.does(letter, 'present-sealed', secretary, { scan: await desk.paper(letter, 'enclosure') });
    await desk.does(letter, 'confirm-seal', reviewer);
    await desk.does(letter, 'dispatch', officer, { method: 'registered-post' });
    await desk.does(letter, 'record-receipt', officer, await desk.proof(letter, 'delivery-proof', await desk.today()));
    expect(await desk.read(letter)).toMatchObject({ state: 'completed', dueAt: null });
    await waitFor('the matter knows that it was served', async () => (await desk.worksOf(matter))[0]?.state === 'completed');
    await desk.does(matter, 'conclude', decider, { outcome: 'answered', summary: '示例' });
  });

  it('is made anew with the same bytes, those that were sealed, and refused when what it is made from was changed', async () => {
    const letter = await numbered(await desk.inHandling());
    await desk.does(letter, 'present-sealed', officer, { scan: await desk.paper(letter, 'enclosure') });
    const draft = { pdf: await document(letter, 'pdf'), docx: await document(letter, 'docx') };
    await desk.does(letter, 'confirm-seal', reviewer);
    const { document: hashes } = await made(letter);
    const papers = (await desk.read(letter))['papers'] as { sha256: string }[];
    for (const as of ['pdf', 'docx'] as const) {
      const again = await document(letter, as);
      expect([again.status, again.bytes.equals(draft[as].bytes), sha256(again.bytes)]).toEqual([200, true, hashes[as]]);
      expect(papers.map((paper) => paper.sha256)).toContain(hashes[as]);
      expect((await document(letter, as, 'bj-eit-head')).status).toBe(404);
    }
    await lianxi.admin.query(
      `UPDATE health.particulars SET value = '"另一研究所"' WHERE case_id = $1 AND kind = 'draft-document.addressee'`,
      [letter],
    );
    expect((await document(letter, 'pdf')).status).toBe(409);
  });
});

describe('numbers of letters', () => {
  it('run on without a gap where many are drawn at once and some in vain, for each body and year', async () => {
    const pool = new Pool({ connectionString: lianxi.around.databaseUrl, max: 12 });
    const draw = async (place: number): Promise<void> => {
      const client = await pool.connect();
      try {
        await client.query(`BEGIN; SET LOCAL search_path = health, lianxi`);
        await client.query(
          `INSERT INTO letter_numbers (case_id, city, body, serial, year) VALUES (gen_random_uuid(), 'beijing', $1, 77, 1999)`,
          [place % 2 === 0 ? 'bj-eit' : 'bj-agri'],
        );
        await client.query(place % 5 === 0 ? 'ROLLBACK' : 'COMMIT');
      } finally {
        client.release();
      }
    };
    await Promise.all(Array.from({ length: 60 }, (_, place) => draw(place)));
    await pool.end();
    const { rows } = await lianxi.admin.query<{ body: string; drawn: string; first: number; last: number; years: string }>(
      `SELECT body, count(*) AS drawn, min(serial) AS first, max(serial) AS last, count(DISTINCT year) AS years FROM health.letter_numbers WHERE body IN ('bj-eit', 'bj-agri') GROUP BY body ORDER BY body`,
    );
    expect(rows).toEqual(['bj-agri', 'bj-eit'].map((body) => ({ body, drawn: '24', first: 1, last: 24, years: '1' })));
  });

  it('run on without a gap where two processes of the service number letters of one body at the same moment', async () => {
    const port = await freePort();
    const second = await loadCompiledService('health').start(
      environmentFor('health', { ...lianxi.around, ports: { ...lianxi.around.ports, health: port } }),
    );
    try {
      const matter = await desk.inHandling();
      const letters = [await signedOff(matter), await signedOff(matter), await signedOff(matter), await signedOff(matter)];
      const seen = await Promise.all(letters.map((letter) => desk.read(letter)));
      const authorization = `Bearer ${await lianxi.token(secretary)}`;
      const statuses = await Promise.all(
        letters.map(
          async (letter, place) =>
            (
              await fetch(
                `${place % 2 === 0 ? lianxi.url('health') : `http://127.0.0.1:${port}`}/v1/cases/${letter}/acts/number-document`,
                {
                  method: 'POST',
                  headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
                  body: JSON.stringify({ version: seen[place]?.['version'], epoch: seen[place]?.['epoch'], form: {} }),
                },
              )
            ).status,
        ),
      );
      const serials = (
        await Promise.all(letters.map(async (letter) => Number(/〕(\d+)号$/.exec(String((await desk.read(letter))['number']))?.[1])))
      ).sort((one, other) => one - other);
      expect([statuses, serials.map((serial) => serial - (serials[0] ?? 0))]).toEqual([
        [200, 200, 200, 200],
        [0, 1, 2, 3],
      ]);
    } finally {
      await second.close();
    }
  });

  it('are given to a letter once, and neither changed nor taken back by the service', async () => {
    await expect(asService([[`UPDATE letter_numbers SET serial = 9`, []]])).rejects.toMatchObject({ code: '42501' });
    await expect(asService([[`DELETE FROM letter_numbers`, []]])).rejects.toMatchObject({ code: '42501' });
    await expect(
      asService([[`INSERT INTO letter_numbers (case_id, city, body) SELECT case_id, city, body FROM letter_numbers LIMIT 1`, []]]),
    ).rejects.toMatchObject({ constraint: 'a_letter_has_one_number' });
    await expect(
      asService([[`INSERT INTO letter_numbers (case_id, city, body) VALUES (gen_random_uuid(), 'beijing', 'bj-health')`, []]]),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

/** Runs SQL as the service's own login, as whoever had its password would. */
async function asService(statements: readonly (readonly [string, unknown[]])[]): Promise<void> {
  await login.query('BEGIN');
  try {
    await login.query(
      `SELECT set_config('lianxi.body', 'bj-health', true), set_config('lianxi.post', $1, true), set_config('lianxi.person', $2, true), set_config('lianxi.role', 'decider', true), set_config('lianxi.city', 'beijing', true)`,
      [decider, person(decider)],
    );
    for (const [sql, values] of statements) await login.query(sql, values);
    await login.query('COMMIT');
  } catch (error) {
    await login.query('ROLLBACK');
    throw error;
  }
}
const person = (subject: string): string => personId(lianxi.around.issuer, subject);

describe('the three people behind a letter', () => {
  const threePeople = { constraint: 'a_letter_takes_three_people' };
  const step = (id: string, version: number, act: string, post: string, by: string): [string, unknown[]] => [
    `INSERT INTO journal (id, city, case_id, version, procedure, act, from_state, clause, epoch, body, post, recorded_at, effective_at, detail, hash)
    VALUES (gen_random_uuid(), 'beijing', $1, $2, 'letter', $3, 'composed', 'documents-issue', 1, 'bj-health', $4, lianxi_now(), lianxi_now(), $5, '')`,
    [id, version, act, post, JSON.stringify({ person: by })],
  ];

  it("are not got round by SQL as the service's login, neither by one person in two posts nor by a state without its steps", async () => {
    const letter = await desk.written(await desk.inHandling(), { addressee: '示例研究所' });
    await desk.does(letter, 'draft-document', officer, text);
    const version = Number((await desk.read(letter))['version']);
    for (const state of ['signed-off', 'numbered', 'sealed', 'dispatched', 'completed'])
      await expect(asService([[`UPDATE cases SET state = $2 WHERE id = $1`, [letter, state]]])).rejects.toMatchObject(threePeople);
    await expect(asService([step(letter, version + 1, 'check-document', officer, person(officer))])).rejects.toMatchObject(threePeople);
    await expect(asService([step(letter, version + 1, 'check-document', reviewer, person(officer))])).rejects.toMatchObject(threePeople);
    await expect(
      asService([
        step(letter, version + 1, 'check-document', reviewer, person(reviewer)),
        step(letter, version + 2, 'sign-off', reviewer, person(reviewer)),
      ]),
    ).rejects.toMatchObject(threePeople);
    await expect(
      asService([
        step(letter, version + 1, 'check-document', reviewer, person(reviewer)),
        step(letter, version + 2, 'sign-off', decider, person(decider)),
        [`UPDATE cases SET state = 'sealed' WHERE id = $1`, [letter]],
      ]),
    ).rejects.toMatchObject(threePeople);
  });

  it('are not got round by who brought the sealed copy comparing it', async () => {
    const letter = await numbered(await desk.inHandling());
    await desk.does(letter, 'present-sealed', secretary, { scan: await desk.paper(letter, 'enclosure') });
    const version = Number((await desk.read(letter))['version']);
    for (const post of [secretary, officer])
      await expect(asService([step(letter, version + 1, 'confirm-seal', post, person(post))])).rejects.toMatchObject(threePeople);
  });
});
