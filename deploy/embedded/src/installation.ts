import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { loginsOf, schemaOf } from '@lianxi/chassis';
import { demoPosts } from './demo-people';
import type { Surroundings } from './environment';
import { issuer, keysAt, refuseProduction, refuseUnlessDemo } from './issuer';
import { holdHome } from './home-lock';
import { preparedServices, serviceNames } from './load-service';
import { natsConfiguration } from './nats-configuration';
import { getNatsServer, natsVersion, startNats } from './nats-server';
import { startOpenIdProvider } from './open-id-provider';
import { keepPorts } from './places';
import { startPostgres } from './postgres-server';
import { prepareDatabase } from './prepare-database';
import { keepSecrets } from './secrets';

/** The parts around the services, up and ready. */
export interface Installation {
  readonly around: Surroundings;
  /** Says that this is about to stop, so that a start right after waits for it. */
  end(): void;
  stop(): Promise<void>;
}

/** Brings up Postgres, NATS and the local issuer, and a database with every schema up to date; all of it again with its data. */
export async function openInstallation(
  directory: string,
  mode: 'demo' | 'test' = 'demo',
  { database = 'lianxi', pool = 4, filingsAMinute = 60 } = {},
): Promise<Installation> {
  refuseProduction(process.env['LIANXI_MODE']);
  const lock = await holdHome(directory);
  const ports = await keepPorts(directory);
  const secrets = await keepSecrets(
    join(directory, 'secrets.json'),
    serviceNames,
    serviceNames.flatMap((name) => Object.values(loginsOf(schemaOf(name))) as string[]),
  );
  const given = process.env['DATABASE_URL'];
  const postgres =
    given === undefined ? await startPostgres({ directory: join(directory, 'postgres'), port: portOf(ports, 'postgres') }) : undefined;
  const superuserUrl = given ?? postgres?.url ?? '';
  const databaseUrl = await prepareDatabase(
    superuserUrl,
    given === undefined ? database : new URL(given).pathname.slice(1),
    await preparedServices(),
    secrets,
    mode,
  );
  const nats = process.env['NATS_URL'] === undefined ? await startBroker(directory, ports, secrets.nkeys) : undefined;
  await refuseUnlessDemo({ mode: process.env['LIANXI_MODE'] ?? mode, host: '127.0.0.1', databaseUrl });
  const provider: Server = await startOpenIdProvider({ issuer, secrets, ports }, portOf(ports, 'issuer'));
  const postsFile = join(directory, 'posts.json');
  writeFileSync(postsFile, JSON.stringify(demoPosts(), null, 1));
  const around: Surroundings = {
    mode,
    databaseUrl,
    natsUrl: nats?.url ?? process.env['NATS_URL'] ?? '',
    natsMonitorUrl: nats?.monitorUrl ?? `http://127.0.0.1:${portOf(ports, 'nats-monitor')}`,
    issuer,
    jwksUrl: keysAt(portOf(ports, 'issuer')),
    secrets,
    ports,
    papersDirectory: join(directory, 'papers'),
    ledgerDirectory: join(directory, 'ledger'),
    witnesses: [{ url: `http://127.0.0.1:${portOf(ports, 'witness')}`, key: secrets.ledger.witness.public }],
    witnessDirectory: join(directory, 'witness'),
    log: join(directory, 'services.log'),
    postsFile,
    pool,
    filingsAMinute,
  };
  return {
    around,
    end: () => lock.end(),
    stop: async () => {
      provider.close();
      await nats?.stop();
      await postgres?.stop();
      lock.release();
    },
  };
}

function startBroker(
  directory: string,
  ports: Record<string, number>,
  nkeys: Readonly<Record<string, { readonly public: string }>>,
): ReturnType<typeof startNats> {
  const plan = { port: portOf(ports, 'nats'), monitorPort: portOf(ports, 'nats-monitor') };
  const users = Object.fromEntries(Object.entries(nkeys).map(([name, { public: key }]) => [name, key]));
  const configuration = natsConfiguration({
    ...plan,
    storeDirectory: join(directory, 'nats', 'store'),
    users,
    version: natsVersion(getNatsServer()),
  });
  return startNats({ directory: join(directory, 'nats'), ...plan, configuration });
}

const portOf = (ports: Readonly<Record<string, number>>, name: string): number => ports[name] ?? 0;
