import { hkdfSync } from 'node:crypto';
import { register } from '@lianxi/jurisdiction';
import { join } from 'node:path';
import { loginsOf, publicOf, schemaOf } from '@lianxi/chassis';
import { audience } from './issuer';
import type { Secrets } from './secrets';

/** What the parts around the services turned out to be: where they listen and which secrets they share. */
export interface Surroundings {
  readonly mode: 'demo' | 'test' | 'production';
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsMonitorUrl: string;
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly secrets: Secrets;
  readonly ports: Readonly<Record<string, number>>;
  readonly papersDirectory: string;
  readonly ledgerDirectory: string;
  /** Witnesses of the ledger; none unless told. */
  readonly witnesses?: readonly { readonly url: string; readonly key: string }[];
  /** Where the witness that runs beside the services remembers; none runs unless told. */
  readonly witnessDirectory?: string;
  readonly log: string;
  readonly postsFile?: string;
  readonly pool?: number;
  readonly filingsAMinute?: number;
}

/** The variables one service, or the witness, reads. */
export function environmentFor(service: string, around: Surroundings): Record<string, string> {
  if (service === 'witness') return witnessEnvironment(around);
  const { secrets, ports } = around;
  const url = new URL(around.databaseUrl);
  return {
    LIANXI_MODE: around.mode,
    LIANXI_PG_URL: `postgres://${url.host}${url.pathname}`,
    LIANXI_NATS_URL: around.natsUrl,
    LIANXI_NATS_MONITOR_URL: around.natsMonitorUrl,
    LIANXI_HTTP_HOST: '127.0.0.1',
    LIANXI_HTTP_PORT: String(ports[service] ?? 0),
    LIANXI_PAPERS_DIR: join(around.papersDirectory, service),
    LIANXI_ISSUER: around.issuer,
    LIANXI_AUDIENCE: audience,
    LIANXI_JWKS_URL: around.jwksUrl,
    LIANXI_LOG: around.log,
    LIANXI_SERVICE_URLS: JSON.stringify(
      Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `http://127.0.0.1:${port}`])),
    ),
    LIANXI_POOL: String(around.pool ?? 4),
    LIANXI_FILINGS_A_MINUTE: String(around.filingsAMinute ?? 60),
    ...(service === 'portal' ? signInAt(around) : {}),
    ...(service === 'coordination' && around.postsFile !== undefined ? { LIANXI_POSTS_FILE: around.postsFile } : {}),
    ...(service === 'audit'
      ? { LIANXI_LEDGER_DIR: around.ledgerDirectory, LIANXI_LEDGER_WITNESSES: JSON.stringify(around.witnesses ?? []) }
      : {}),
    ...(process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] === undefined
      ? {}
      : { OTEL_EXPORTER_OTLP_ENDPOINT: process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] }),
    ...(process.env['LIANXI_SCANNER'] === undefined ? {} : { LIANXI_SCANNER: process.env['LIANXI_SCANNER'] }),
    ...keysFor(service, secrets),
  };
}

/** A witness knows nothing of the services but the public key of their log. */
function witnessEnvironment({ secrets, ports, log, witnessDirectory = '' }: Surroundings): Record<string, string> {
  return {
    LIANXI_HTTP_HOST: '127.0.0.1',
    LIANXI_HTTP_PORT: String(ports['witness'] ?? 0),
    LIANXI_WITNESS_DIR: witnessDirectory,
    LIANXI_LOG: log,
    ...witnessKeys(secrets),
  };
}

export const witnessKeys = ({ ledger }: Secrets): Record<string, string> => ({
  LIANXI_WITNESS_KEY: ledger.witness.private,
  LIANXI_WITNESS_LOGS: JSON.stringify([ledger.log.public]),
});

export const portalAddress = (ports: Readonly<Record<string, number>>): string => `http://127.0.0.1:${ports['portal'] ?? 0}`;

/** How the portal signs people in at the local provider, which lies beside its public keys. */
const signInAt = ({ jwksUrl, ports, secrets }: Surroundings): Record<string, string> => ({
  LIANXI_PORTAL_URL: portalAddress(ports),
  LIANXI_OIDC_DISCOVERY: new URL('/.well-known/openid-configuration', jwksUrl).href,
  LIANXI_OIDC_CLIENT_ID: portalClient,
  LIANXI_OIDC_CLIENT_SECRET: clientSecretOf(secrets),
  LIANXI_OIDC_PROMPT: 'login',
});

export const portalClient = 'lianxi-portal';
export const clientSecretOf = ({ receiptKey }: Secrets): string => ownKey(receiptKey, 'sign-in');

/** The variables of one service that nobody else may know. */
export function keysFor(service: string, secrets: Secrets): Record<string, string> {
  const logins = loginsOf(schemaOf(service));
  return {
    LIANXI_PG_OFFICER_PASSWORD: secrets.passwords[logins.officer] ?? '',
    LIANXI_PG_COURIER_PASSWORD: secrets.passwords[logins.courier] ?? '',
    LIANXI_NATS_SEED: secrets.nkeys[service]?.seed ?? '',
    LIANXI_SEAL_SECRET: secrets.sealing[service]?.secret ?? '',
    LIANXI_SEAL_PUBLIC: JSON.stringify(Object.fromEntries(Object.entries(secrets.sealing).map(([name, pair]) => [name, pair.public]))),
    LIANXI_OFFICE_PUBLIC: JSON.stringify(ofCities((city) => publicOf(officeSeed(secrets.receiptKey, city)))),
    ...(service === 'coordination'
      ? { LIANXI_OFFICE_SECRET: JSON.stringify(ofCities((city) => officeSeed(secrets.receiptKey, city))) }
      : {}),
    LIANXI_CUSTODIANS: JSON.stringify(
      Object.fromEntries(
        Object.entries(secrets.custodians).map(([city, keys]) => [
          city,
          Object.fromEntries(Object.entries(keys).map(([name, pair]) => [name, pair.public])),
        ]),
      ),
    ),
    LIANXI_RECEIPT_KEY: ownKey(secrets.receiptKey, service),
    LIANXI_RECEIPT_HASH_KEY: ownKey(secrets.receiptKey, 'receipt hashes'),
    LIANXI_PAPER_KEY: ownKey(secrets.paperKey, service),
    ...(service === 'audit' ? { LIANXI_LEDGER_KEY: secrets.ledger.log.private } : {}),
    ...(service === 'coordination' ? { LIANXI_NATS_RECONCILER_SEED: secrets.nkeys['reconciler']?.seed ?? '' } : {}),
  };
}

/** Each service has keys of its own, so that one that is broken into opens nobody else's papers. */
const ownKey = (secret: string, service: string): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), service, 'lianxi service key', 32)).toString('base64');

const ofCities = (make: (city: string) => string): Record<string, string> =>
  Object.fromEntries(register.cities.map(({ id }) => [id, make(id)]));

/** With what a city's office signs its rules; only coordination is told. */
const officeSeed = (secret: string, city: string): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), city, 'lianxi office signature', 32)).toString('base64');
