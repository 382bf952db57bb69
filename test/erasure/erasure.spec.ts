import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { loginsOf, personId } from '@lianxi/chassis';
import {
  Certificates,
  columnsOf,
  csvLine,
  jsonLines,
  readRow,
  rowCells,
  type DossierPaper,
  type DossierText,
  type Manifest,
} from '@lianxi/checker';
import { openSigner } from '@lianxi/ledger';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';
import { coveredUp, findLie, packed, unpacked, type Files } from '../support/repacked';

let lianxi: Lianxi;
const [officer, decider, head] = ['bj-health-case-officer', 'bj-health-decider', 'bj-health-head'];
const words = `words${randomUUID().replaceAll('-', '')}`;
const act = (caseId: string, name: string, as: string, form: Record<string, unknown> = {}): Promise<Answer> =>
  lianxi.act('health', caseId, name, as, form);
const done = async (caseId: string, ...acts: readonly (readonly [string, string, Record<string, unknown>?])[]): Promise<void> => {
  for (const [name, as, form] of acts) expect([name, (await act(caseId, name, as, form)).body['code']]).toEqual([name, undefined]);
};
const kept = async (schema: string, caseId: string): Promise<number> =>
  (await lianxi.admin.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${schema}.particulars WHERE case_id = $1`, [caseId]))
    .rows[0]?.count ?? -1;

/** A case that came by way of another service, with a text and a paper, and was declined and filed away for ten years. */
async function archived(): Promise<string> {
  const caseId = String(
    (
      await lianxi.file('agriculture', healthMatter(), {
        report: { title: words, text: words, contact: { name: words, phone: '13800000000' } },
      })
    ).body['caseId'],
  );
  await waitFor(
    'it is held at health',
    async () => (await lianxi.get('health', `/v1/cases/${caseId}`, head)).body['standing'] === 'holding',
  );
  expect(
    (
      await lianxi.addPaper(
        'health',
        caseId,
        officer,
        { name: `${words}.txt`, bytes: Buffer.from(words) },
        { number: `${words}函〔2026〕7号`, pages: '4' },
      )
    ).status,
  ).toBe(200);
  await done(caseId, ['register', officer], ['screen', officer], ['decline', decider, { ground: 'out-of-scope', reasons: words }]);
  // Filed away once its reporter can object no more.
  await lianxi.moveClock('40 days');
  await waitFor('it is filed away', async () => (await act(caseId, 'archive', officer)).status === 200);
  await done(caseId, ['set-retention', decider, { class: '10y' }]);
  return caseId;
}

let [erased, held, young] = ['', '', ''];
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'agriculture', 'coordination', 'audit'] });
  [erased, held] = [await archived(), await archived()];
  await done(held, ['place-hold', decider, { ground: 'court' }]);
  await lianxi.moveClock('12 years');
  young = await archived();
});
afterAll(() => lianxi.stop());

const auditor = 'bj-joint-office-auditor';
const signer = (): ReturnType<typeof openSigner> => openSigner(lianxi.around.secrets.ledger.log.private);
const download = async (id: string): Promise<Buffer> =>
  Buffer.from(
    await (
      await fetch(`${lianxi.url('audit')}/v1/exports/${id}/package`, {
        headers: { authorization: `Bearer ${await lianxi.token(auditor)}` },
      })
    ).arrayBuffer(),
  );
const manifestOf = (files: Files): Manifest => JSON.parse(String(files.get('manifest.json'))) as Manifest;

/** The dossier of a case once it is made. */
async function dossierOf(caseId: string): Promise<string> {
  let id = '';
  await waitFor(
    'the dossier is made',
    async () => {
      const lines = (await lianxi.get('audit', '/v1/exports', auditor)).body['lines'] as {
        id: string;
        state: string;
        filter: { caseId?: string };
        dossier: unknown;
        failure: string | null;
      }[];
      const line = lines.find(({ filter, dossier }) => filter.caseId === caseId && dossier !== null);
      id = line?.id ?? '';
      if (line?.state === 'failed') throw new Error(String(line.failure));
      return line?.state === 'ready';
    },
    60_000,
  );
  return id;
}

/** The dossier of the case that is erased later. */
const made: { id: string; files: Files } = { id: '', files: new Map() };

describe('a dossier', () => {
  it('is not handed over before the holder compiles it: no paper leaves for the audit service', async () => {
    const [paper] = (await lianxi.get('health', `/v1/cases/${erased}`, head)).body['papers'] as { id: string }[];
    expect((await lianxi.get('health', `/v1/cases/${erased}/papers/${paper?.id}/sealed-for/audit`)).status).toBe(404);
  });

  it('is the whole of a case: its acts with their proofs, every text, every paper and their register in archive order', async () => {
    await done(erased, ['compile-dossier', decider]);
    made.id = await dossierOf(erased);
    const bytes = await download(made.id);
    expect(await findLie(bytes, { logKey: signer().public })).toBeUndefined();
    made.files = await unpacked(bytes);
    const { files } = made;
    expect(manifestOf(files).dossier).toEqual({
      number: expect.stringContaining('〔') as string,
      papers: 1,
      texts: expect.any(Number) as number,
      withheld: 0,
    });
    expect(String(files.get('papers/001.txt'))).toBe(words);
    expect(jsonLines<DossierPaper>(String(files.get('register.jsonl')), '')).toEqual([
      expect.objectContaining({
        n: 1,
        title: `${words}.txt`,
        body: 'bj-health',
        kind: 'evidence',
        dated: '2026-10-08',
        origin: 'copy',
        file: 'papers/001.txt',
        number: `${words}函〔2026〕7号`,
        pages: 4,
        firstPage: 1,
      }),
    ]);
    expect(String(files.get('register.pdf')).startsWith('%PDF')).toBe(true);
    expect(jsonLines<DossierText>(String(files.get('texts.jsonl')), '').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['report', 'contact', 'decline.reasons', 'paper-name', 'add-paper.number']),
    );
  });

  it('shows its papers to be those on record by the commands of its README.txt', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianxi-dossier-'));
    for (const [name, bytes] of made.files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const command =
      String(made.files.get('README.txt'))
        .split('\n')
        .find((line) => line.startsWith('$ ') && line.includes('register.jsonl'))
        ?.slice(2) ?? 'false';
    const run = (): string => spawnSync('bash', ['-e', '-c', command], { cwd: folder, encoding: 'utf8' }).stdout;
    expect(run()).toBe('the papers are those on record\n');
    writeFileSync(join(folder, 'papers/001.txt'), 'x');
    expect(run()).toBe('');
    rmSync(folder, { recursive: true });
  });

  const changed =
    (name: string, from: string | RegExp, to: string) =>
    (own: Files): void => {
      own.set(name, Buffer.from(String(own.get(name)).replace(from, to)));
    };
  it.each<[string, (own: Files) => Partial<Manifest> | void, string]>([
    ['a changed paper', changed('papers/001.txt', 'words', 'swords'), 'paper-other'],
    [
      'a missing paper',
      (own) => {
        own.delete('papers/001.txt');
      },
      'paper-other',
    ],
    [
      'a paper that is missing from the register too',
      (own) => {
        own.delete('papers/001.txt');
        own.set('register.jsonl', Buffer.alloc(0));
        return { dossier: { ...(manifestOf(own).dossier as NonNullable<Manifest['dossier']>), papers: 0 } };
      },
      'register-other',
    ],
    [
      'a paper declared to be sealed',
      (own) => {
        own.delete('papers/001.txt');
        changed('register.jsonl', '"papers/001.txt"', 'null')(own);
        return { dossier: { ...(manifestOf(own).dossier as NonNullable<Manifest['dossier']>), papers: 0, withheld: 1 } };
      },
      'text-missing',
    ],
    [
      'a paper and its name declared to be sealed',
      (own) => {
        own.delete('papers/001.txt');
        changed('register.jsonl', '"papers/001.txt"', 'null')(own);
        changed('register.jsonl', `"${words}.txt"`, 'null')(own);
        for (const kind of ['paper-name', 'add-paper\\.number']) changed('texts.jsonl', new RegExp(`^.*"${kind}".*\\n`, 'm'), '')(own);
        const before = manifestOf(own).dossier as NonNullable<Manifest['dossier']>;
        return { dossier: { ...before, papers: 0, texts: before.texts - 2, withheld: 1 } };
      },
      'register-other',
    ],
    [
      'an added paper',
      (own) => {
        own.set('papers/002.txt', Buffer.from('x'));
      },
      'paper-unregistered',
    ],
    ['another document number', changed('register.jsonl', '7号', '8号'), 'register-other'],
    ['other pages', changed('register.jsonl', '"pages":4', '"pages":3'), 'register-other'],
    ['another title', changed('register.jsonl', '.txt","', '.doc","'), 'register-other'],
    ['another date', changed('register.jsonl', '2026-10-08', '2026-10-09'), 'register-other'],
    ['a changed text', changed('texts.jsonl', `"${words}"`, '"other"'), 'text-other'],
    ['a missing text', changed('texts.jsonl', /^.*"decline\.reasons".*\n/m, ''), 'text-missing'],
    ['papers of which the manifest says nothing', () => ({ dossier: undefined as never }), 'file-beside'],
  ])("with %s is found out, also where the log's own key signed it", async (_name, change, code) => {
    const own: Files = new Map(made.files);
    const manifest = change(own) ?? {};
    expect(await findLie(await packed(coveredUp(own, manifest, signer())), { logKey: signer().public })).toBe(code);
  });

  it('leaves sealed papers and their names out, and says how many', async () => {
    await lianxi.admin.query(`UPDATE health.papers SET confidentiality = 'sealed' WHERE case_id = $1`, [held]);
    await done(held, ['compile-dossier', head]);
    const bytes = await download(await dossierOf(held));
    expect(await findLie(bytes, { logKey: signer().public })).toBeUndefined();
    const [paper] = (await lianxi.get('health', `/v1/cases/${held}`, head)).body['papers'] as { id: string }[];
    expect((await lianxi.get('health', `/v1/cases/${held}/papers/${paper?.id}/sealed-for/audit`)).status).toBe(404);
    const own = await unpacked(bytes);
    expect([
      manifestOf(own).dossier?.withheld,
      [...own.keys()].filter((name) => name.startsWith('papers/')),
      /paper-name|add-paper\.number/.test(String(own.get('texts.jsonl'))),
    ]).toEqual([1, [], false]);
  });
});

describe('an erasure', () => {
  it('is not even proposed before its time, nor under hold', async () => {
    expect((await act(young, 'propose-erasure', officer, { ground: 'archives-appraised' })).body['code']).toBe('retention-runs');
    expect((await act(held, 'propose-erasure', officer, { ground: 'archives-appraised' })).body['code']).toBe('on-hold');
  });

  it('is stated with its legal ground and confirmed by another person, whatever the posts', async () => {
    expect((await act(erased, 'propose-erasure', decider, {})).body['code']).toBe('field-missing');
    await done(erased, ['propose-erasure', decider, { ground: 'archives-appraised' }]);
    expect((await act(erased, 'confirm-erasure', decider)).body['code']).toBe('same-person');
    await lianxi.admin.query(
      `INSERT INTO health.posts (id, city, body, role, person, valid_from, revision, deputy_for) VALUES ('health-two-posts', 'beijing', 'bj-health', 'head', $1, '2024-01-01', 1, NULL), ('health-deputy', 'beijing', 'bj-health', 'head', $2, '2024-01-01', 1, $3)`,
      [personId(lianxi.around.issuer, decider), personId(lianxi.around.issuer, 'health-deputy'), decider],
    );
    const view = (await lianxi.get('health', `/v1/cases/${erased}`, head)).body;
    const confirm = (as: string, post: string): Promise<Answer> =>
      lianxi.request('health', 'POST', `/v1/cases/${erased}/acts/confirm-erasure`, {
        as,
        body: { version: view['version'], epoch: view['epoch'], form: {} },
        headers: { 'idempotency-key': randomUUID(), 'x-lianxi-post': post },
      });
    expect((await confirm(decider, 'health-two-posts')).body['code']).toBe('same-person');
    expect((await confirm('health-deputy', 'health-deputy')).body['code']).toBe('same-person');
    expect((await confirm(officer, officer)).body['code']).toBe('wrong-role');
    await lianxi.admin.query(`DELETE FROM health.posts WHERE id IN ('health-two-posts', 'health-deputy')`);
    expect(await kept('health', erased)).toBeGreaterThan(3);
  });

  describe('by a statement beside the program', () => {
    let client: Client;
    beforeAll(async () => {
      const login = loginsOf('health').officer;
      client = new Client({
        connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
          username: login,
          password: lianxi.around.secrets.passwords[login],
        }).href,
      });
      await client.connect();
    });
    afterAll(() => client.end());

    /** The certificate as the program writes it, with what is changed in it. */
    const insert = async (
      caseId: string,
      person: string,
      { owed = true, keptUntil = '2037-12-31', name = 'confirm-erasure' } = {},
    ): Promise<string> => {
      await client.query('BEGIN');
      try {
        await client.query(`SELECT set_config('lianxi.body', 'bj-health', true), set_config('search_path', 'health,lianxi', true)`);
        const {
          rows: [row],
        } = await client.query<{ version: number }>('UPDATE cases SET version = version + 1 WHERE id = $1 RETURNING version', [caseId]);
        const id = randomUUID();
        await client.query(
          `WITH d AS (INSERT INTO delivery (id, city, receiver, kind, case_id, journal_id, created_at) SELECT $1, 'beijing', 'audit', 'record-row@1', NULL, $2, lianxi_now() WHERE $7)
          INSERT INTO journal (id, city, case_id, version, procedure, act, clause, epoch, body, post, recorded_at, effective_at, detail, hash) VALUES ($2, 'beijing', $3, $4, 'matter', $8, 'retention-schedule', 2, 'bj-health', $5, lianxi_now(), lianxi_now(), $6, '')`,
          [
            randomUUID(),
            id,
            caseId,
            row?.version,
            `bj-health-${person.split('-').at(-1)}`,
            JSON.stringify({ person: personId(lianxi.around.issuer, person), keptUntil }),
            owed,
            name,
          ],
        );
        return (await client.query('SELECT 1 FROM particulars WHERE case_id = $1', [caseId])).rowCount === 0 ? 'erased' : 'kept';
      } catch (error) {
        return (error as Error).message;
      } finally {
        await client.query('ROLLBACK');
      }
    };

    it('takes nothing away: the database asks the same questions, and no login may delete', async () => {
      expect(await insert(erased, decider)).toBe('one person does both');
      expect(await insert(erased, 'bj-health-nobody')).toBe('nobody known does this act');
      expect(await insert(erased, head, { owed: false })).toBe('erasure refused: not owed to the record');
      expect(await insert(erased, head, { keptUntil: '2099-12-31' })).toBe('erasure refused: still kept');
      expect(await insert(erased, head, { name: 'follow-erasure' })).toBe('erasure refused: not told by the holder');
      expect(await insert(held, head)).toMatch(/^(erasure refused: not proposed|nobody did the first step)$/);
      expect(await insert(erased, head)).toBe('erased');
      await expect(client.query('DELETE FROM health.particulars')).rejects.toThrow('permission denied');
      await expect(client.query('SELECT health.erase_by_certificate()')).rejects.toThrow('permission denied');
      expect(await kept('health', erased)).toBeGreaterThan(3);
    });
  });

  it('takes texts, names and papers, from every service that had them, and leaves a certificate and the record', async () => {
    const paper = ((await lianxi.get('health', `/v1/cases/${erased}`, head)).body['papers'] as { id: string; sha256: string }[])[0];
    const file = join(lianxi.directory, 'papers', 'health', `${paper?.id}.paper`);
    expect([existsSync(file), (await kept('agriculture', erased)) > 0]).toEqual([true, true]);
    await done(erased, ['confirm-erasure', head]);
    expect(await kept('health', erased)).toBe(0);
    const view = (await lianxi.get('health', `/v1/cases/${erased}`, head)).body;
    const certificate = (view['timeline'] as { act: string; detail: Record<string, unknown> }[]).at(-1);
    expect(certificate).toMatchObject({
      act: 'confirm-erasure',
      detail: { ground: 'archives-appraised', retention: '10y', proposedBy: decider, papers: 1, particulars: expect.any(Number) as number },
    });
    expect([view['particulars'], (view['papers'] as unknown[]).length, (view['erased'] as { ground: string }).ground]).toEqual([
      [],
      1,
      'archives-appraised',
    ]);
    const answer = await lianxi.get('health', `/v1/cases/${erased}/papers/${paper?.id}`, head);
    expect([answer.status, answer.body['code'], answer.body['certificate']]).toEqual([
      410,
      'erased',
      (view['erased'] as { id: string }).id,
    ]);
    await waitFor('the file is gone', async () => !existsSync(file));
    await waitFor('it is gone where it was filed', async () => (await kept('agriculture', erased)) === 0);
    const { rows } = await lianxi.admin.query(`SELECT act FROM agriculture.journal WHERE case_id = $1 AND act LIKE '%erasure'`, [erased]);
    expect(rows).toEqual([{ act: 'follow-erasure' }]);
    for (const schema of ['health', 'agriculture', 'coordination', 'audit'])
      for (const table of ['particulars', 'journal', 'history', 'delivery', 'idempotency', 'hand_overs', 'cases']) {
        const { rowCount } = await lianxi.admin.query(
          `SELECT 1 FROM ${schema}.${table} t WHERE t::text LIKE '%' || $1 || '%' AND t::text LIKE '%' || $2 || '%'`,
          [words, erased],
        );
        expect([schema, table, rowCount]).toEqual([schema, table, 0]);
      }
  });

  describe('in an export', () => {
    let files: Files;

    async function exported(filter: Record<string, string>): Promise<Buffer> {
      const asked = await lianxi.request('audit', 'POST', '/v1/exports', {
        as: auditor,
        body: { filter, purpose: 'archive' },
        headers: { 'idempotency-key': randomUUID() },
      });
      await waitFor(
        'the package is ready',
        async () => (await lianxi.get('audit', `/v1/exports/${String(asked.body['id'])}`, auditor)).body['state'] === 'ready',
        40_000,
      );
      return download(String(asked.body['id']));
    }
    const lieOf = async (change: (own: Files) => Partial<Manifest> | void): Promise<string | undefined> => {
      const own: Files = new Map(files);
      const manifest = change(own) ?? {};
      return findLie(await packed(coveredUp(own, manifest, signer())), { logKey: signer().public });
    };

    it('is said with its certificates: the rows verify, and how many lost their texts is in list, table, letter and check', async () => {
      await waitFor(
        'both certificates are under a checkpoint',
        async () =>
          (
            await lianxi.admin.query(
              `SELECT 1 FROM audit.recorded_rows r JOIN audit.ledger_leaves l USING (service, position)
        WHERE r.case_id = $1 AND r.act LIKE '%-erasure' AND r.act <> 'propose-erasure' AND l.leaf_index < (SELECT max(size) FROM audit.ledger_checkpoints)`,
              [erased],
            )
          ).rowCount === 2,
      );
      const bytes = await exported({ caseId: erased });
      expect(await findLie(bytes, { logKey: signer().public })).toBeUndefined();
      files = await unpacked(bytes);
      const named = String(files.get('rows.jsonl'))
        .split('\n')
        .filter((line) => line.includes('"particulars":[{')).length;
      expect([manifestOf(files).erased, named > 2]).toEqual([{ rows: named, certificates: 2 }, true]);
      const certificate = String(
        (JSON.parse(String(files.get('certificates.jsonl')).split('\n')[0] ?? '') as { leaf: { row: { id: string } } }).leaf.row.id,
      );
      expect(String(files.get('rows.csv'))).toContain(`,${certificate}\r\n`);
      expect(String(files.get('README.txt'))).toContain(`其中 ${named} 行所涉文字、姓名已依法销毁`);
    });

    it('that holds only some rows of the case brings the certificates along', async () => {
      const bytes = await exported({ caseId: erased, act: 'decline' });
      expect(await findLie(bytes, { logKey: signer().public })).toBeUndefined();
      const own = await unpacked(bytes);
      expect(manifestOf(own).erased).toEqual({ rows: 1, certificates: 1 });
      own.delete('certificates.jsonl');
      expect(await findLie(await packed(coveredUp(own, {}, signer())), { logKey: signer().public })).toBe('erased-uncertified');
    });

    it.each<[string, (own: Files) => Partial<Manifest> | void, string]>([
      [
        'lacks its certificates',
        (own) => {
          own.delete('certificates.jsonl');
        },
        'erasure-unsaid',
      ],
      [
        'says nothing of them',
        (own) => {
          own.delete('certificates.jsonl');
          const lines = String(own.get('rows.jsonl')).split('\n').slice(0, -1);
          own.set(
            'rows.csv',
            Buffer.from(
              `\uFEFF${csvLine(columnsOf(true))}${lines.map((line) => csvLine(rowCells(readRow(Buffer.from(line)), new Certificates()))).join('')}`,
            ),
          );
          return { erased: { rows: 0, certificates: 0 } };
        },
        'erasure-unsaid',
      ],
      ['claims more erased than was', () => ({ erased: { rows: 9_999, certificates: 2 } }), 'erased-uncertified'],
      [
        'gives another act for a certificate',
        (own) => {
          own.set('certificates.jsonl', Buffer.from(`${String(own.get('rows.jsonl')).split('\n')[0]}\n`));
        },
        'certificate-other',
      ],
      [
        'gives a certificate that is no entry of the log',
        (own) => {
          own.set(
            'certificates.jsonl',
            Buffer.from(String(own.get('certificates.jsonl')).replace('archives-appraised', 'archives-appraisee')),
          );
        },
        'entry-other',
      ],
      [
        'gives a certificate twice',
        (own) => {
          const text = String(own.get('certificates.jsonl'));
          own.set('certificates.jsonl', Buffer.from(text + text));
        },
        'certificate-other',
      ],
    ])("that %s is found out, also where the log's own key signed it", async (_name, change, code) => {
      expect(await lieOf(change)).toBe(code);
    });

    it('is said of its dossier too: the package is gone, and a text of it put back is found out', async () => {
      await waitFor(
        'the dossier is gone',
        async () => (await lianxi.get('audit', `/v1/exports/${made.id}/package`, auditor)).status === 410,
      );
      expect(
        await lieOf((own) => {
          for (const name of ['texts.jsonl', 'register.jsonl', 'papers/001.txt']) own.set(name, made.files.get(name) ?? Buffer.alloc(0));
          return manifestOf(made.files).dossier ? { dossier: manifestOf(made.files).dossier as NonNullable<Manifest['dossier']> } : {};
        }),
      ).toBe('erased-restored');
    });
  });

  it('is for good: nothing is opened again, held, classed or erased twice', async () => {
    for (const [name, form] of [
      ['request-reopen', { reasons: 'x' }],
      ['place-hold', { ground: 'court' }],
      ['set-retention', { class: '10y' }],
      ['propose-erasure', { ground: 'archives-appraised' }],
    ] as const)
      expect([name, (await act(erased, name, decider, form)).body['code']]).toEqual([name, 'erased']);
  });

  it('of a held case waits until two people lifted the hold, and is then proposed anew', async () => {
    await done(held, ['propose-lift-hold', decider]);
    expect((await act(held, 'lift-hold', decider)).body['code']).toBe('same-person');
    await done(
      held,
      ['lift-hold', head],
      ['propose-erasure', officer, { ground: 'privacy-period-ended' }],
      ['place-hold', head, { ground: 'review' }],
    );
    expect((await act(held, 'confirm-erasure', head)).body['code']).toBe('on-hold');
    await done(held, ['propose-lift-hold', head], ['lift-hold', decider]);
    expect((await act(held, 'confirm-erasure', head)).body['code']).toBe('not-proposed');
    expect(await kept('health', held)).toBeGreaterThan(3);
  });

  it('is noticed when a restored backup undoes it', async () => {
    await lianxi.admin.query(
      `INSERT INTO health.particulars (id, case_id, city, kind, value, salt, commitment) VALUES ($1, $2, 'beijing', 'report', '"x"', '', '')`,
      [randomUUID(), erased],
    );
    await waitFor('it is listed', async () => {
      const { body } = await lianxi.get('health', '/v1/integrity', 'bj-joint-office-system-administrator');
      return (
        JSON.stringify(body).includes(`"id":"erased-is-back"`) &&
        ((body['checks'] as { id: string; subjects: string[] }[] | undefined) ?? []).some(
          ({ id, subjects }) => id === 'erased-is-back' && subjects.includes(erased),
        )
      );
    });
    await lianxi.admin.query('DELETE FROM health.particulars WHERE case_id = $1', [erased]);
  });
});
