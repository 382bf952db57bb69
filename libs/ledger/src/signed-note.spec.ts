import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointText, openCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint';
import { cosignedAt, openCosigner, requireWitnesses } from './cosignature';
import { emptyRoot } from './hashing';
import { makeNoteKeys, makeSm2Keys, openSigner, openVerifier, sm2Signer } from './note-keys';
import { openNote, readNote, signNote } from './signed-note';
import { readWitnessRequest, witnessRequest } from './witness-request';

/** The example of Go's `note` package. */
const neumann = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const neumannNote =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const origin = 'example.org/record';
const keys = makeNoteKeys(origin);
const log = openVerifier(keys.public);
const root = Buffer.alloc(32, 7);
const note = signCheckpoint({ origin, size: 5, root }, [openSigner(keys.private)]);
const code = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('a signed note', () => {
  it("of Go's own example opens by its published key", () => {
    expect(openNote(neumannNote, [openVerifier(neumann)]).text).toMatch(/^If you think/);
    expect(code(() => openNote(neumannNote.replace('answer', 'Answer'), [openVerifier(neumann)]))).toBe('signature-wrong');
  });

  it('opens by one of several known keys and passes over lines of strangers', () => {
    const strangers = makeNoteKeys('stranger.example/key');
    const both = signNote('text\n', [openSigner(strangers.private), openSigner(keys.private)]);
    expect(openNote(both, [log]).verified.map(({ name }) => name)).toEqual([origin]);
    expect(openNote(both, [log, openVerifier(strangers.public)]).verified).toHaveLength(2);
    expect(code(() => openNote(both, [openVerifier(makeNoteKeys(origin).public)]))).toBe('note-unsigned');
  });

  it.each([
    ['no empty line', 'text\n— a AAAAAAAA\n'],
    ['no signature', 'text\n\n'],
    ['a control character', neumannNote.replace('the', 'the\u0007')],
    ['no last newline', neumannNote.slice(0, -1)],
    ['a line that is no signature', `${neumannNote}plain\n`],
    ['base64 with spare bits', neumannNote.replace('nAM=', 'nAN=')],
  ])('is refused with %s', (_, wrong) => {
    expect(code(() => readNote(wrong))).toBe('note-malformed');
  });

  it('keeps a private key out of a refusal', () => {
    expect(() => openSigner(keys.private.replace('example', 'exemple'))).toThrow(
      /^The id of this private key is not that of its name and key\.$/,
    );
    expect(code(() => openSigner('PRIVATE+KEY+x'))).toBe('key-refused');
    expect(code(() => openVerifier(keys.public.replace('example', 'exemple')))).toBe('key-refused');
  });
});

describe('a checkpoint', () => {
  it("says origin, size and root, and is opened by the log's key alone", () => {
    expect(openCheckpoint(note, origin, log)).toMatchObject({ origin, size: 5, root });
    expect(checkpointText({ origin, size: 0, root: emptyRoot })).toBe(`${origin}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`);
    expect(code(() => openCheckpoint(note, 'example.org/other', log))).toBe('origin-other');
    expect(code(() => openCheckpoint(note, origin, openVerifier(makeNoteKeys(origin).public)))).toBe('note-unsigned');
    expect(code(() => openCheckpoint(note.replace('\n5\n', '\n6\n'), origin, log))).toBe('signature-wrong');
  });

  it.each([
    'o\n05\nA\n',
    'o\n1\nAAAA\n',
    `o\n-1\n${root.toString('base64')}\n`,
    `\n1\n${root.toString('base64')}\n`,
    `o\n1\n${root.toString('base64')}`,
    `o\n9007199254740993\n${root.toString('base64')}\n`,
  ])('%j is none', (text) => {
    expect(code(() => readCheckpoint(text))).toBe('checkpoint-malformed');
  });

  it('may bear a second line by SM2, which is checked where its key is known and passed over elsewhere', () => {
    const sm2 = makeSm2Keys(origin);
    const two = signCheckpoint({ origin, size: 5, root }, [openSigner(keys.private), sm2Signer(origin, sm2.private)]);
    expect(openCheckpoint(two, origin, log, [openVerifier(sm2.public)]).note.verified.map(({ kind }) => kind)).toEqual(['ed25519', 'sm2']);
    expect(openCheckpoint(two, origin, log).note.verified).toHaveLength(1);
    const [, line = ''] = two.trimEnd().split('\n').slice(-2);
    const other = signCheckpoint({ origin, size: 6, root }, [openSigner(keys.private)]);
    expect(code(() => openCheckpoint(`${other}${line}\n`, origin, log, [openVerifier(sm2.public)]))).toBe('signature-wrong');
  });
});

describe('the SM2 line', () => {
  it('is SM2 with the empty identity as openssl checks it, where this machine has openssl with SM2', () => {
    const directory = mkdtempSync(join(tmpdir(), 'lianxi-sm2-'));
    try {
      const sm2 = makeSm2Keys(origin);
      const { text } = readNote(note);
      const file = (name: string, bytes: string | Buffer): string => {
        writeFileSync(join(directory, name), bytes);
        return join(directory, name);
      };
      const key = file('key.pem', createPublicKey(createPrivateKey(sm2.private)).export({ format: 'pem', type: 'spki' }));
      const signature = file('signature', sm2Signer(origin, sm2.private).sign(text));
      const check = (content: string): SpawnSyncReturns<string> =>
        spawnSync('openssl', ['dgst', '-sm3', '-sigopt', 'distid:', '-verify', key, '-signature', signature, file('text', content)], {
          encoding: 'utf8',
        });
      if (spawnSync('openssl', ['pkey', '-pubin', '-in', key, '-noout']).status !== 0) {
        process.stdout.write('Not checked by openssl: this machine has none that knows SM2.\n');
        return;
      }
      expect(check(text).stdout).toBe('Verified OK\n');
      expect(check(text.replace('5', '6')).status).not.toBe(0);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe('a cosignature', () => {
  const witnesses = ['w1', 'w2', 'w3'].map((name) => makeNoteKeys(`${name}.example/witness`, 'cosignature'));
  const policy = { witnesses: witnesses.map((each) => openVerifier(each.public)), quorum: 2 };
  const { text } = readNote(note);
  const cosigned = (count: number): string =>
    `${note}${witnesses
      .slice(0, count)
      .map((each) => openCosigner(each.private).cosign(text, 1_795_000_000))
      .join('')}`;
  const open = (whole: string) => openCheckpoint(whole, origin, log, policy.witnesses).note;

  it('tells when the witness saw which checkpoint', () => {
    const [, line] = open(cosigned(1)).verified;
    expect([line?.kind, cosignedAt(line?.bytes ?? Buffer.alloc(8))]).toEqual(['cosignature', 1_795_000_000]);
  });

  it('counts towards the policy once for each witness', () => {
    expect(code(() => requireWitnesses(open(cosigned(2)), policy))).toBeUndefined();
    expect(code(() => requireWitnesses(open(cosigned(1)), policy))).toBe('witnesses-missing');
    const [line = ''] = cosigned(1).split('\n').slice(-2);
    expect(code(() => requireWitnesses(open(`${cosigned(1)}${line}\n`), policy))).toBe('witnesses-missing');
  });

  it('of another checkpoint or with another time is refused', () => {
    const elsewhere = openCosigner(witnesses[0]?.private ?? '').cosign(text.replace('5', '6'), 1_795_000_000);
    expect(code(() => open(`${note}${elsewhere}`))).toBe('signature-wrong');
    const bytes = Buffer.from(
      openCosigner(witnesses[0]?.private ?? '')
        .cosign(text, 1)
        .split(' ')[2] ?? '',
      'base64',
    );
    bytes[11] = 2;
    expect(code(() => open(`${note}— w1.example/witness ${bytes.toString('base64')}\n`))).toBe('signature-wrong');
  });

  it("is never given by a log's key, nor a checkpoint by a witness's", () => {
    expect(code(() => openCosigner(keys.private))).toBe('key-refused');
    expect(code(() => openSigner(witnesses[0]?.private ?? ''))).toBe('key-refused');
  });
});

describe('a request to a witness', () => {
  it('is read as it is written', () => {
    const request = { old: 3, proof: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)], note };
    expect(readWitnessRequest(witnessRequest(request))).toEqual(request);
    expect(readWitnessRequest(witnessRequest({ old: 0, proof: [], note }))).toEqual({ old: 0, proof: [], note });
  });

  it.each([
    '',
    'old 3\n',
    `old 03\n\n${note}`,
    `old -1\n\n${note}`,
    `old 3\nAAAA\n\n${note}`,
    `old 3\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n${note}`,
    'old 3\n\nno note',
  ])('%j is refused', (body) => {
    expect(code(() => readWitnessRequest(body))).toBe('request-malformed');
  });
});
