import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLog, DirectoryTileStore, openVerifier, tileAt, tilePath, type OpenedCheckpoint } from '@lianxi/ledger';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';
import { RunningWitness } from '../support/witness';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { rebuildTiles } from '../../services/audit/src/ledger/rebuild-tiles';

let lianxi: Lianxi;
let witness: RunningWitness;
const auditor = 'bj-joint-office-auditor';

interface State {
  readonly whole: boolean;
  readonly writer: { state: string; code?: string; reason?: string };
  readonly recorded: number;
  readonly leaves: number;
  readonly waiting: number;
  readonly checkpoint: { size: number } | null;
  readonly cosignatures: { size: number }[];
  readonly delay: { p99: number } | null;
  readonly changed: number[];
}
const state = async (): Promise<State> => (await lianxi.get('audit', '/v1/ledger', auditor)).body as never;
const directory = (): string => lianxi.around.ledgerDirectory;
const log = () => openVerifier(lianxi.around.secrets.ledger.log.public);
const witnesses = (): Record<string, string> => ({ LIANXI_LEDGER_WITNESSES: JSON.stringify([witness.place]) });
const startAudit = (): Promise<void> => lianxi.startService('audit', witnesses());
const reasons = async (): Promise<string> => JSON.stringify((await lianxi.get('audit', '/health')).body['reasons']);
const fileSome = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) expect((await lianxi.file('health', healthMatter())).status).toBe(201);
};
const rowsRecorded = async (): Promise<number> =>
  Number((await lianxi.admin.query('SELECT count(*) FROM audit.recorded_rows')).rows[0].count);
const published = (): number => Number(readFileSync(join(directory(), 'checkpoint'), 'utf8').split('\n')[1]);
const isSigned = async (): Promise<boolean> => {
  const { whole, cosignatures, leaves, waiting } = await state();
  return whole && waiting === 0 && leaves > 0 && cosignatures[0]?.size === leaves && published() === leaves;
};
/** Waits until everything filed so far has arrived and is cosigned. */
const settle = async (): Promise<void> => {
  await waitFor(
    'every act and look of every service is recorded',
    async () =>
      (
        await lianxi.admin.query(`
    SELECT id FROM (${['health', 'coordination', 'audit'].flatMap((schema) => ['journal', 'access'].map((table) => `SELECT id FROM ${schema}.${table}`)).join(' UNION ALL ')}) t
    WHERE NOT EXISTS (SELECT 1 FROM audit.recorded_rows r WHERE r.row_id = t.id) LIMIT 1`)
      ).rowCount === 0,
  );
  await waitFor('everything recorded is signed and cosigned', isSigned);
};
const check = (seen: readonly Buffer[] = [], visit?: (entry: Buffer) => void): Promise<OpenedCheckpoint> => {
  const store = new DirectoryTileStore(directory());
  return checkLog({
    read: (path) => store.read(path),
    origin: log().name,
    log: log(),
    policy: { witnesses: [openVerifier(witness.keys.public)], quorum: 1 },
    seen,
    ...(visit ? { visit } : {}),
  });
};

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
  witness = await RunningWitness.start([lianxi.around.secrets.ledger.log.public]);
  await startAudit();
});
afterAll(async () => {
  await lianxi.stop();
  await witness.end();
});

describe('the ledger', () => {
  it('makes every recorded row one leaf under a signed and cosigned checkpoint', async () => {
    await fileSome(5);
    await settle();
    const entries: Record<string, unknown>[] = [];
    const { size } = await check([], (entry) => entries.push(JSON.parse(entry.toString()) as Record<string, unknown>));
    expect(size).toBe(await rowsRecorded());
    const leaf = entries.find(({ row }) => (row as { act?: string }).act === 'file');
    expect(leaf).toMatchObject({
      format: 1,
      service: 'health',
      kind: 'journal',
      row: { act: 'file', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(JSON.stringify(entries)).not.toContain('示例');
    expect((await state()).delay?.p99).toBeLessThan(5);
  });

  it('goes on where it was after a restart, growing out of what was seen before', async () => {
    const before = readFileSync(join(directory(), 'checkpoint'));
    await lianxi.stopService('audit');
    await fileSome(3);
    await startAudit();
    await settle();
    expect((await check([before])).size).toBe(await rowsRecorded());
  });

  it('takes up leaves that were committed when the tiles and the checkpoint were not', async () => {
    await lianxi.stopService('audit');
    const {
      rows: [last],
    } = await lianxi.admin.query('SELECT size FROM audit.ledger_checkpoints ORDER BY size DESC LIMIT 1');
    const {
      rows: [before],
    } = await lianxi.admin.query('SELECT size FROM audit.ledger_checkpoints ORDER BY size DESC OFFSET 1 LIMIT 1');
    expect(Number(last.size)).toBeGreaterThan(Number(before.size));
    await witness.end();
    witness = await RunningWitness.start([lianxi.around.secrets.ledger.log.public]);
    const seen = readFileSync(join(directory(), 'checkpoint'));
    await lianxi.admin.query('DELETE FROM audit.ledger_cosignatures WHERE size = $1', [last.size]);
    await lianxi.admin.query('DELETE FROM audit.ledger_checkpoints WHERE size = $1', [last.size]);
    rmSync(join(directory(), 'checkpoint'));
    rmSync(join(directory(), tilePath(tileAt('entries', Math.floor(Number(last.size) / 256), Number(last.size)))), { force: true });
    await startAudit();
    await waitFor('the leaves are signed', isSigned);
    expect((await check([seen])).size).toBeGreaterThanOrEqual(Number(last.size));
  });

  it('serves checkpoint and hashes to anybody, and bundles of entries to nobody', async () => {
    const checkpoint = await lianxi.get('audit', '/ledger/checkpoint');
    expect([checkpoint.status, checkpoint.text.split('\n')[0]]).toEqual([200, log().name]);
    const size = Number(checkpoint.text.split('\n')[1]);
    expect((await lianxi.get('audit', `/ledger/${tilePath(tileAt(0, 0, size))}`)).status).toBe(200);
    const bundle = `/ledger/${tilePath(tileAt('entries', 0, size))}`;
    for (const path of [
      bundle,
      '/ledger/tile/0/000.p/999',
      '/ledger/tile/0/..%2f..%2fcheckpoint',
      '/ledger/tile/9/000',
      '/ledger/tile/0/0',
    ])
      expect([path, (await lianxi.get('audit', path)).status]).toEqual([path, 404]);
    expect((await lianxi.get('audit', bundle, auditor)).status).toBe(404);
    expect((await lianxi.get('audit', '/v1/ledger')).status).toBe(401);
    expect((await lianxi.get('audit', '/v1/ledger', 'bj-health-head')).status).toBe(403);
    expect((await lianxi.request('audit', 'POST', '/v1/ledger/check', { as: 'bj-joint-office-system-administrator' })).status).toBe(403);
  });

  it('finds a row that was changed in the database, and says which', async () => {
    await settle();
    const {
      rows: [row],
    } = await lianxi.admin.query(
      "SELECT leaf_index, service, position, content FROM audit.ledger_leaves JOIN audit.recorded_rows USING (service, position) WHERE kind = 'journal' LIMIT 1",
    );
    await lianxi.admin.query(
      'UPDATE audit.recorded_rows SET content = content || \'{"act": "screen"}\' WHERE service = $1 AND position = $2',
      [row.service, row.position],
    );
    const found = await lianxi.request('audit', 'POST', '/v1/ledger/check', { as: auditor });
    expect(found.body).toMatchObject({ whole: false, changed: [Number(row.leaf_index)] });
    expect(await reasons()).toContain('rows, leaves and tiles differ');
    await lianxi.admin.query('UPDATE audit.recorded_rows SET content = $3 WHERE service = $1 AND position = $2', [
      row.service,
      row.position,
      JSON.stringify(row.content),
    ]);
    expect((await lianxi.request('audit', 'POST', '/v1/ledger/check', { as: auditor })).body).toMatchObject({ changed: [] });
  });

  it('goes on without a witness that is silent, and says that cosignatures are missing', async () => {
    await settle();
    await witness.stop();
    const before = (await state()).leaves;
    await fileSome(1);
    await waitFor('it is signed', async () => {
      const { leaves, checkpoint } = await state();
      return leaves > before && checkpoint?.size === leaves;
    });
    await waitFor('it says so', async () => (await reasons()).includes('witnesses cosigned'));
    await witness.again();
    await fileSome(1);
    await waitFor('nothing is missing any more', async () => (await reasons()) === '[]');
  });

  it('signs nothing new after a start until its witness has agreed', async () => {
    await lianxi.stopService('audit');
    await witness.stop();
    const seen = readFileSync(join(directory(), 'checkpoint'));
    await fileSome(1);
    await startAudit();
    await waitFor('it waits', async () => (await reasons()).includes('must agree before anything is signed'));
    expect(readFileSync(join(directory(), 'checkpoint'), 'utf8').split('\n\n')[0]).toBe(seen.toString().split('\n\n')[0]);
    await witness.again();
    await settle();
    expect((await check([seen])).size).toBe(await rowsRecorded());
  });

  it('keeps to a policy such as "2 of 3": after a start nothing new is signed for one witness, and everything for two', async () => {
    await settle();
    await lianxi.stopService('audit');
    const others = await Promise.all(
      ['w2', 'w3'].map((name) => RunningWitness.start([lianxi.around.secrets.ledger.log.public], `witness.example/${name}`)),
    );
    const all = [witness, ...others];
    const judged = (quorum: number): Promise<OpenedCheckpoint> =>
      checkLog({
        read: (path) => new DirectoryTileStore(directory()).read(path),
        origin: log().name,
        log: log(),
        policy: { witnesses: all.map(({ keys }) => openVerifier(keys.public)), quorum },
        seen: [],
      });
    for (const other of others) await other.stop();
    await fileSome(1);
    const before = published();
    await lianxi.startService('audit', {
      LIANXI_LEDGER_WITNESSES: JSON.stringify(all.map(({ place }) => place)),
      LIANXI_LEDGER_QUORUM: '2',
    });
    await waitFor('it waits for a second', async () => (await reasons()).includes('1 of 3 witnesses answered, 2 must agree'));
    expect(published()).toBe(before);
    await others[0]?.again();
    await settle();
    expect((await judged(2)).size).toBe(await rowsRecorded());
    await expect(judged(3)).rejects.toMatchObject({ code: 'witnesses-missing' });
    await lianxi.stopService('audit');
    for (const other of others) await other.end();
    await startAudit();
    await settle();
  });
});

describe('a backup that was restored', () => {
  const tables = ['recorded_rows', 'ledger_waiting', 'ledger_leaves', 'ledger_checkpoints', 'ledger_cosignatures'];
  const keepDatabase = async (): Promise<void> => {
    for (const table of tables)
      await lianxi.admin.query(`DROP TABLE IF EXISTS public.kept_${table}; CREATE TABLE public.kept_${table} AS TABLE audit.${table}`);
  };
  const restoreDatabase = async (): Promise<void> => {
    await lianxi.admin.query(`TRUNCATE ${tables.map((table) => `audit.${table}`).join(', ')}`);
    for (const table of tables) await lianxi.admin.query(`INSERT INTO audit.${table} SELECT * FROM public.kept_${table}`);
  };
  const tiles = (): string => `${directory()}.kept`;
  const keepTiles = (): void => {
    rmSync(tiles(), { recursive: true, force: true });
    cpSync(directory(), tiles(), { recursive: true });
  };
  const restoreTiles = (): void => {
    renameSync(directory(), `${directory()}.newer`);
    cpSync(tiles(), directory(), { recursive: true });
  };
  const backTiles = (): void => {
    rmSync(directory(), { recursive: true });
    renameSync(`${directory()}.newer`, directory());
  };
  const refusal = async (code: string): Promise<State> => {
    await startAudit();
    await waitFor(`it refuses: ${code}`, async () => (await state()).writer.code === code);
    return state();
  };

  beforeAll(async () => {
    await settle();
    await lianxi.stopService('audit');
    await keepDatabase();
    keepTiles();
    await startAudit();
    await fileSome(3);
    await settle();
    await lianxi.stopService('audit');
    await lianxi.admin.query('CREATE SCHEMA newer');
    for (const table of tables) await lianxi.admin.query(`CREATE TABLE newer.${table} AS TABLE audit.${table}`);
  });
  const backDatabase = async (): Promise<void> => {
    await lianxi.admin.query(`TRUNCATE ${tables.map((table) => `audit.${table}`).join(', ')}`);
    for (const table of tables) await lianxi.admin.query(`INSERT INTO audit.${table} SELECT * FROM newer.${table}`);
  };
  afterEach(() => lianxi.stopService('audit'));

  it('of the database is refused, with reason and remedy, and nothing is signed', async () => {
    const seen = readFileSync(join(directory(), 'checkpoint'));
    await restoreDatabase();
    const { whole, writer } = await refusal('database-is-older');
    expect([whole, writer.state]).toEqual([false, 'refused']);
    expect(await reasons()).toContain('Restore the database to a moment after the published checkpoint');
    expect(readFileSync(join(directory(), 'checkpoint'))).toEqual(seen);
    await backDatabase();
  });

  it('of the tiles is refused', async () => {
    restoreTiles();
    expect((await refusal('tiles-are-older')).writer.reason).toContain('npm run ledger -- --rebuild-tiles');
    backTiles();
  });

  it('of both is refused by the word of the witness', async () => {
    await restoreDatabase();
    restoreTiles();
    expect((await refusal('witness-knows-more')).writer.reason).toContain('witness.example/w1');
    await backDatabase();
    backTiles();
  });

  it('is forgotten once the newest state is back', async () => {
    await startAudit();
    await fileSome(1);
    await settle();
    expect((await check([readFileSync(join(tiles(), 'checkpoint'))])).size).toBe(await rowsRecorded());
  });
});

describe('tiles that were lost', () => {
  const rebuild = (): Promise<number> => rebuildTiles({ ...environmentFor('audit', lianxi.around), ...witnesses() });
  const change = (act: string): Promise<unknown> =>
    lianxi.admin.query(
      "UPDATE audit.recorded_rows SET content = content || jsonb_build_object('act', $1::text) WHERE row_id = (SELECT row_id FROM audit.recorded_rows WHERE kind = 'journal' ORDER BY service DESC, position LIMIT 1)",
      [act],
    );

  it('are written again from the database, byte for byte, and the writer goes on', async () => {
    await startAudit();
    await settle();
    await expect(rebuild()).rejects.toThrow('stop it first');
    await lianxi.stopService('audit');
    const seen = readFileSync(join(directory(), 'checkpoint'));
    rmSync(directory(), { recursive: true });
    expect(await rebuild()).toBe(published());
    expect(readFileSync(join(directory(), 'checkpoint'))).toEqual(seen);
    expect((await check([seen])).size).toBe(published());
    await startAudit();
    await fileSome(1);
    await settle();
    await lianxi.stopService('audit');
  });

  it('are not written from rows that were changed', async () => {
    const {
      rows: [row],
    } = await lianxi.admin.query("SELECT act FROM audit.recorded_rows WHERE kind = 'journal' ORDER BY service DESC, position LIMIT 1");
    await change('screen-otherwise');
    rmSync(directory(), { recursive: true });
    await expect(rebuild()).rejects.toMatchObject({ code: 'database-other' });
    expect(existsSync(directory())).toBe(false);
    await change(String(row.act));
    await rebuild();
  });
});

const sizeIn = (checkpoint: Buffer): number => Number(checkpoint.toString().split('\n')[1]);

describe('a superuser of the database and the disk', () => {
  /** Everything is made as if it had never been otherwise: a row is changed, the log begins anew, the service signs it with its own key. */
  const rewrite = async (): Promise<void> => {
    await lianxi.admin.query(
      "UPDATE health.journal SET act = 'screen' WHERE id = (SELECT id FROM health.journal WHERE act = 'file' ORDER BY recorded_at LIMIT 1)",
    );
    await lianxi.admin.query(
      "UPDATE audit.recorded_rows SET act = 'screen', content = content || '{\"act\": \"screen\"}' WHERE row_id = (SELECT row_id FROM audit.recorded_rows WHERE act = 'file' ORDER BY recorded_at LIMIT 1)",
    );
    await lianxi.admin.query('TRUNCATE audit.ledger_leaves, audit.ledger_checkpoints, audit.ledger_cosignatures, audit.ledger_waiting');
    await lianxi.admin.query('INSERT INTO audit.ledger_waiting SELECT service, position, received_at FROM audit.recorded_rows');
    rmSync(directory(), { recursive: true });
  };

  it("who rewrites journal and ledger is found out by the witness: nothing new is signed, and an outsider's old checkpoint fits no more", async () => {
    await startAudit();
    await settle();
    const seen = readFileSync(join(directory(), 'checkpoint'));
    await lianxi.stopService('audit');
    await rewrite();
    await startAudit();
    await waitFor('the writer refuses', async () => (await state()).writer.code === 'witness-knows-more');
    await lianxi.stopService('audit');

    // Without the witness the same hand could go on: this is what it would be worth to an outsider.
    await lianxi.startService('audit', { LIANXI_LEDGER_WITNESSES: '[]' });
    await fileSome(2);
    await waitFor('the forged log is signed', async () => {
      const { leaves, waiting } = await state();
      return waiting === 0 && leaves > sizeIn(seen) && sizeIn(readFileSync(join(directory(), 'checkpoint'))) === leaves;
    });
    const store = new DirectoryTileStore(directory());
    const forged = (given: object) => checkLog({ read: (path) => store.read(path), origin: log().name, log: log(), ...given });
    await expect(forged({})).resolves.toBeDefined();
    await expect(forged({ seen: [seen] })).rejects.toMatchObject({ code: 'history-other' });
    await expect(forged({ policy: { witnesses: [openVerifier(witness.keys.public)], quorum: 1 } })).rejects.toMatchObject({
      code: 'witnesses-missing',
    });
    await lianxi.stopService('audit');

    await startAudit();
    await waitFor('the witness refuses the longer forgery, too', async () => (await state()).writer.code === 'two-histories');
    expect(
      await (
        await fetch(
          `${witness.url}/logs/${((await (await fetch(`${witness.url}/health`)).json()) as { logs: { place: string }[] }).logs[0]?.place}/checkpoint`,
        )
      ).text(),
    ).toContain(seen.toString().split('\n\n')[0]);
  });

  it('who has another key is refused', async () => {
    await lianxi.stopService('audit');
    writeFileSync(
      join(directory(), 'checkpoint'),
      'lianxi.example/other\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— lianxi.example/other AAAAAAAA\n',
    );
    await startAudit();
    await waitFor('the writer refuses', async () => (await state()).writer.code === 'another-key');
  });
});
