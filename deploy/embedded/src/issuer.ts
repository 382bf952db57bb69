import { createServer, type Server } from 'node:http';
import { Client } from 'pg';
import { importJWK, SignJWT, type JWK } from 'jose';

export const audience = 'lianxi';
/** The local issuer's name. It is no address: persons are known by it, so it must not change with a port. */
export const issuer = 'http://issuer.lianxi.localhost';
export const keysAt = (port: number): string => `http://127.0.0.1:${port}/.well-known/jwks.json`;

export class IssuerRefused extends Error {
  readonly exitCode = 78;
}

export function refuseProduction(mode: string | undefined): void {
  if (mode === 'production')
    throw new IssuerRefused(
      'The local issuer does not run in production mode: configure your OpenID Connect provider and start each service by itself.',
    );
}

/** Tokens for anybody who asks are for demonstrations: never in production, never beyond this machine, never on real data. */
export async function refuseUnlessDemo({ mode, host, databaseUrl }: { mode: string; host: string; databaseUrl: string }): Promise<void> {
  refuseProduction(mode);
  if (!['127.0.0.1', '::1', 'localhost'].includes(host))
    throw new IssuerRefused(`The local issuer listens on loopback only, not on ${host}.`);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ mode: string }>('SELECT mode FROM lianxi.deployment');
    if (!['demo', 'test'].includes(rows[0]?.mode ?? ''))
      throw new IssuerRefused('The local issuer serves only a database that was marked demo when it was made.');
  } finally {
    await client.end();
  }
}

/** Serves the public key under /.well-known/jwks.json. */
export function startIssuer(key: Readonly<Record<string, unknown>>, port: number): Promise<Server> {
  const { d: _private, ...open } = key;
  const server = createServer((request, response) => {
    const isKeys = request.url === '/.well-known/jwks.json';
    response.writeHead(isKeys ? 200 : 404, { 'content-type': 'application/json' }).end(isKeys ? JSON.stringify({ keys: [open] }) : '{}');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

export interface TokenWish {
  readonly subject: string;
  readonly issuer: string;
  readonly minutes?: number;
  /** Seconds since 1970 by the database's clock. */
  readonly now: number;
  readonly audience?: string;
}

export async function signToken(
  key: Readonly<Record<string, unknown>>,
  { subject, issuer, minutes = 480, now, audience: meant = audience }: TokenWish,
): Promise<string> {
  const signing = await importJWK(key as JWK, 'ES256');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: String(key['kid']) })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(meant)
    .setIssuedAt(Math.floor(now))
    .setExpirationTime(Math.floor(now) + minutes * 60)
    .sign(signing);
}
