import {
  consistencyProof,
  cosignedAt,
  logOf,
  makeNoteKeys,
  openCheckpoint,
  openSigner,
  openVerifier,
  readSignatureLine,
  signCheckpoint,
  TileHashes,
  witnessRequest,
} from '@lianxi/ledger';
import { loadCompiledService } from '../support/load-compiled';
import { RunningWitness } from '../support/witness';

const origin = 'lianxi.example/record/watched';
const keys = makeNoteKeys(origin);
const log = openVerifier(keys.public);
const entries = (count: number, first = 'entry'): Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`${index === 0 ? first : 'entry'} ${index}`));
const note = (given: readonly Buffer[], by = keys): string =>
  signCheckpoint({ origin, size: given.length, root: logOf(given).tree.root() }, [openSigner(by.private)]);
/** What an honest log of `count` entries says to a witness that has seen `old` of them. */
async function request(old: number, given: readonly Buffer[], by = keys): Promise<string> {
  const { files } = logOf(given);
  return witnessRequest({
    old,
    proof: await consistencyProof(new TileHashes(async (path) => files.get(path), given.length), old, given.length),
    note: note(given, by),
  });
}

let witness: RunningWitness;
beforeEach(async () => {
  witness = await RunningWitness.start([keys.public]);
});
afterEach(() => witness.end());
const health = async (): Promise<{ status: string; logs: { size: number; place: string }[] }> =>
  (await fetch(`${witness.url}/health`)).json() as never;

describe('a witness', () => {
  it('cosigns a log that grows, with its own time, and shows to anybody what it cosigned last', async () => {
    expect((await witness.ask(await request(0, entries(3)))).status).toBe(200);
    const { status, text } = await witness.ask(await request(3, entries(300)));
    expect(status).toBe(200);
    const opened = openCheckpoint(note(entries(300)) + text, origin, log, [openVerifier(witness.keys.public)]);
    expect(opened.note.verified.map(({ kind }) => kind)).toEqual(['ed25519', 'cosignature']);
    expect(cosignedAt(readSignatureLine(text.trimEnd()).bytes)).toBeGreaterThan(1_700_000_000);
    const [seen] = (await health()).logs;
    expect(await (await fetch(`${witness.url}/logs/${seen?.place}/checkpoint`)).text()).toBe(note(entries(300)) + text);
  });

  it('says the size it has seen to a log that guessed another, and cosigns the same again', async () => {
    await witness.ask(await request(0, entries(3)));
    expect(await witness.ask(await request(0, entries(5)))).toEqual({ status: 409, text: '3\n', type: 'text/x.tlog.size' });
    expect(await witness.ask(await request(5, entries(5)))).toMatchObject({ status: 409, text: '3\n' });
    expect((await witness.ask(await request(3, entries(3)))).status).toBe(200);
  });

  it('refuses another history, and keeps two roots of one size as proof', async () => {
    await witness.ask(await request(0, entries(3)));
    expect((await witness.ask(await request(3, entries(5, 'rewritten')))).status).toBe(422);
    expect((await health()).status).toBe('ok');
    expect(await witness.ask(await request(3, entries(3, 'rewritten')))).toMatchObject({ status: 409, text: '3\n' });
    expect((await health()).status).toBe('degraded');
    await witness.stop();
    await witness.again();
    expect(await health()).toMatchObject({ status: 'degraded', logs: [{ size: 3 }] });
  });

  it('never goes back to fewer entries, and remembers over a restart', async () => {
    await witness.ask(await request(0, entries(5)));
    await witness.stop();
    await witness.again();
    expect(await witness.ask(await request(0, entries(3)))).toMatchObject({ status: 409, text: '5\n' });
    expect((await health()).logs).toMatchObject([{ size: 5 }]);
  });

  it('answers two requests at once one after the other: the slower one finds the log grown', async () => {
    await witness.ask(await request(0, entries(3)));
    const answers = await Promise.all([witness.ask(await request(3, entries(6))), witness.ask(await request(3, entries(4)))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await health()).logs[0]?.size).toBe(answers[0]?.status === 200 ? 6 : 4);
  });

  it("refuses a log it does not watch, a key that is not the log's, and what is no request", async () => {
    const stranger = makeNoteKeys('stranger.example/log');
    const strange = signCheckpoint({ origin: stranger.public.split('+')[0] ?? '', size: 0, root: logOf([]).tree.root() }, [
      openSigner(stranger.private),
    ]);
    expect((await witness.ask(witnessRequest({ old: 0, proof: [], note: strange }))).status).toBe(404);
    expect((await witness.ask(await request(0, entries(3), makeNoteKeys(origin)))).status).toBe(403);
    expect((await witness.ask((await request(0, entries(3))).replace('\n3\n', '\n4\n'))).status).toBe(403);
    for (const wrong of ['', 'old x\n\n', witnessRequest({ old: 4, proof: [], note: note(entries(3)) }), `old 0\n${'A'.repeat(43)}=\n\n`])
      expect([wrong, (await witness.ask(wrong)).status]).toEqual([wrong, 400]);
    expect((await witness.ask('x'.repeat(70_000))).status).toBe(413);
    expect((await health()).logs).toMatchObject([{ size: 0 }]);
  });

  it('is one process for one memory', async () => {
    const again = loadCompiledService('witness').start({
      LIANXI_HTTP_HOST: '127.0.0.1',
      LIANXI_HTTP_PORT: '0',
      LIANXI_WITNESS_KEY: witness.keys.private,
      LIANXI_WITNESS_LOGS: JSON.stringify([keys.public]),
      LIANXI_WITNESS_DIR: witness.directory,
      LIANXI_LOG: 'stdout',
    });
    await expect(again.then((running) => running.close().then(() => 'two'))).rejects.toMatchObject({ code: 'witness-running' });
  });

  it("does not start with a log's key for its own, or without a log", async () => {
    const { start } = loadCompiledService('witness');
    const env = {
      LIANXI_HTTP_HOST: '127.0.0.1',
      LIANXI_HTTP_PORT: '0',
      LIANXI_WITNESS_KEY: witness.keys.private,
      LIANXI_WITNESS_LOGS: JSON.stringify([keys.public]),
      LIANXI_WITNESS_DIR: `${witness.directory}-2`,
      LIANXI_LOG: 'stdout',
    };
    await expect(start({ ...env, LIANXI_WITNESS_KEY: keys.private })).rejects.toMatchObject({ code: 'configuration-refused' });
    await expect(start({ ...env, LIANXI_WITNESS_LOGS: '[]' })).rejects.toThrow('LIANXI_WITNESS_LOGS');
  });
});
