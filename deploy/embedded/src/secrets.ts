import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { register } from '@lianxi/jurisdiction';
import { makeNoteKeys, type NoteKeys } from '@lianxi/ledger';
import sodium from 'libsodium-wrappers-sumo';

/** Everything secret of one installation, made once and kept in a file only its owner may read. */
export interface Secrets {
  readonly passwords: Readonly<Record<string, string>>;
  readonly nkeys: Readonly<Record<string, { readonly seed: string; readonly public: string }>>;
  readonly sealing: Readonly<Record<string, { readonly secret: string; readonly public: string }>>;
  readonly receiptKey: string;
  readonly paperKey: string;
  /** The log's own key, and that of the witness which runs beside it where nobody else runs one. Their names are made once, as the keys are. */
  readonly ledger: { readonly log: NoteKeys; readonly witness: NoteKeys };
  /** By city and name, whose keys two together open a reporter's identity. The secret halves are handed over when they are made, and kept nowhere else. */
  readonly custodians: Readonly<Record<string, Readonly<Record<string, { readonly secret?: string; readonly public: string }>>>>;
  readonly issuerKey: Readonly<Record<string, unknown>>;
}

/** Makes what is missing, also what an older version did not know yet; never changes what is there. */
export async function keepSecrets(file: string, services: readonly string[], logins: readonly string[]): Promise<Secrets> {
  const made = await makeSecrets(services, logins);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : undefined;
  const secrets = before ? withWhatIsNew(before, made) : made;
  mkdirSync(dirname(file), { recursive: true });
  handOverKeys(join(dirname(file), 'custodians'), secrets.custodians);
  writeFileSync(file, JSON.stringify({ ...secrets, custodians: publicHalves(secrets.custodians) }, null, 2), { mode: 0o600 });
  return secrets;
}

/** A file for each custodian, to be taken away to a place of the custodian's own. */
function handOverKeys(directory: string, custodians: Secrets['custodians']): void {
  for (const [name, { secret }] of Object.values(custodians).flatMap((keys) => Object.entries(keys))) {
    if (secret === undefined) continue;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(join(directory, `${name}.key`), `${secret}\n`, { mode: 0o600 });
  }
}

const publicHalves = (custodians: Secrets['custodians']): Secrets['custodians'] =>
  Object.fromEntries(
    Object.entries(custodians).map(([city, keys]) => [
      city,
      Object.fromEntries(Object.entries(keys).map(([name, pair]) => [name, { public: pair.public }])),
    ]),
  );

/** A service that came with an upgrade gets keys; none that was ever handed out changes. */
const withWhatIsNew = (kept: Secrets, made: Secrets): Secrets => ({
  ...made,
  ...kept,
  passwords: { ...made.passwords, ...kept.passwords },
  nkeys: { ...made.nkeys, ...kept.nkeys },
  sealing: { ...made.sealing, ...kept.sealing },
});

export async function makeSecrets(services: readonly string[], logins: readonly string[]): Promise<Secrets> {
  await sodium.ready;
  const each = <T>(names: readonly string[], make: () => T): Record<string, T> => Object.fromEntries(names.map((name) => [name, make()]));
  return {
    passwords: each(logins, () => randomBytes(18).toString('base64url')),
    nkeys: each([...services, 'reconciler'], makeUser),
    sealing: each(services, makeSealingPair),
    receiptKey: randomBytes(32).toString('base64'),
    paperKey: randomBytes(32).toString('base64'),
    custodians: Object.fromEntries(register.cities.map(({ id }) => [id, each([`${id}-first`, `${id}-second`], makeSealingPair)])),
    ledger: makeLedgerKeys(),
    issuerKey: {
      ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
      kid: randomBytes(6).toString('hex'),
      alg: 'ES256',
      use: 'sig',
    },
  };
}

function makeLedgerKeys(): Secrets['ledger'] {
  const installation = randomBytes(4).toString('hex');
  return {
    log: makeNoteKeys(`lianxi.example/record/${installation}`),
    witness: makeNoteKeys(`lianxi.example/witness/${installation}`, 'cosignature'),
  };
}

function makeUser(): { seed: string; public: string } {
  const user = createUser();
  return { seed: new TextDecoder().decode(user.getSeed()), public: user.getPublicKey() };
}

function makeSealingPair(): { secret: string; public: string } {
  const pair = sodium.crypto_box_keypair();
  const text = (key: Uint8Array): string => Buffer.from(key).toString('base64');
  return { secret: text(pair.privateKey), public: text(pair.publicKey) };
}
