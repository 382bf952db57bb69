import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Configuration, Provider } from 'oidc-provider';
import { demoPosts } from './demo-people';
import { clientSecretOf, portalAddress, portalClient, type Surroundings } from './environment';
import { audience } from './issuer';
import { peoplePage, personName } from './people-page';

type Around = Pick<Surroundings, 'issuer' | 'secrets' | 'ports'>;

/**
 * An OpenID Connect provider at which anybody may be any person of the demonstration, without a password. Whoever calls it has asked
 * `refuseUnlessDemo` before. Its public keys lie where those of the local issuer lie, and it signs with the same key.
 */
export function startOpenIdProvider(around: Around, port: number): Promise<Server> {
  const people = new Set(demoPosts().map(({ subject }) => subject));
  const provider = quietly(
    () => new (require('oidc-provider') as typeof import('oidc-provider')).Provider(around.issuer, configurationFor(around, people)),
  );
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void chooseWhoToBe(provider, people, request, response).catch(() => {
        if (!response.headersSent) response.writeHead(400).end('Start again: 请重新登录');
      });
    else void answer(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** What the library warns of (that it forgets at a restart, that it prefers a newer Node) is meant for those who would keep real people in it. */
function quietly<T>(work: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}

const resource = 'urn:lianxi:services';

function configurationFor({ secrets, ports }: Around, people: ReadonlySet<string>): Configuration {
  return {
    clients: [
      {
        client_id: portalClient,
        client_secret: clientSecretOf(secrets),
        redirect_uris: [`${portalAddress(ports)}/sign-in/callback`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [secrets.issuerKey as never] },
    cookies: { keys: [secrets.receiptKey] },
    routes: { jwks: '/.well-known/jwks.json' },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 900,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 900,
      IdToken: 900,
      RefreshToken: 12 * 3_600,
      Grant: 12 * 3_600,
      Session: 12 * 3_600,
      Interaction: 3_600,
      AuthorizationCode: 60,
    },
    findAccount: (_ctx, id) => (people.has(id) ? { accountId: id, claims: () => ({ sub: id, name: personName(id) }) } : undefined),
    /** Our own portal asks nobody for consent. */
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(resource, 'openid');
      await grant.save();
      return grant;
    },
  } as Configuration;
}

async function chooseWhoToBe(
  provider: Provider,
  people: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      })
      .end(peoplePage());
    return;
  }
  const person = new URLSearchParams(await bodyOf(request)).get('person') ?? '';
  if (!people.has(person)) throw new Error('Nobody of that name belongs to the demonstration.');
  await provider.interactionFinished(request, response, { login: { accountId: person } }, { mergeWithLastSubmission: false });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 2_000) throw new Error('Too long.');
  }
  return text;
}
