import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginsOf, schemaOf } from '@lianxi/chassis';
import { keysFor, witnessKeys } from '../../embedded/src/environment';
import { serviceNames } from '../../embedded/src/load-service';
import { natsConfiguration } from '../../embedded/src/nats-configuration';
import { keepSecrets, type Secrets } from '../../embedded/src/secrets';

/** The oldest broker the containers may run: it can sync always. */
const natsVersion = [2, 12, 0] as const;

/**
 * Makes, once, what each container must know and no other may: under `directory` a folder for each, mounted into that container alone.
 * `all` stays with the two containers that prepare. Run again, it changes no key and writes what is derived anew.
 */
export async function keepKeys(directory: string): Promise<void> {
  const logins = serviceNames.flatMap((name) => Object.values(loginsOf(schemaOf(name))) as string[]);
  const secrets = await keepSecrets(join(directory, 'all/secrets.json'), serviceNames, logins);
  const users = Object.fromEntries(Object.entries(secrets.nkeys).map(([name, { public: key }]) => [name, key]));
  write(
    join(directory, 'nats/nats.conf'),
    natsConfiguration({ host: '0.0.0.0', port: 4222, monitorPort: 8222, storeDirectory: '/data', users, version: natsVersion }),
  );
  if (!existsSync(join(directory, 'postgres/password'))) write(join(directory, 'postgres/password'), randomBytes(24).toString('base64url'));
  for (const name of serviceNames)
    write(
      join(directory, name, 'service.env'),
      lines(name === 'audit' ? { ...keysFor(name, secrets), ...witnessOf(secrets) } : keysFor(name, secrets)),
    );
  write(join(directory, 'witness/service.env'), lines(witnessKeys(secrets)));
}

/** The witness of these containers; where other bodies run theirs, their addresses and keys stand here instead (docs/ledger.md). */
const witnessOf = ({ ledger }: Secrets): Record<string, string> => ({
  LIANXI_LEDGER_WITNESSES: JSON.stringify([{ url: 'http://witness:4111', key: ledger.witness.public }]),
  LIANXI_LEDGER_QUORUM: '1',
});

/** As `node --env-file` reads it: nothing is replaced between single quotes. */
const lines = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

/** Readable to all within a container, since Postgres and NATS run as users of their own; the folder is mounted into no other. */
function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text, { mode: 0o644 });
}

if (require.main === module) {
  keepKeys(process.env['LIANXI_KEYS'] ?? '/keys').catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
