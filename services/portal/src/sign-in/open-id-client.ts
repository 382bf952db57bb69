import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { PORTAL, type PortalConfiguration } from '../portal-configuration';
import { portalProblems } from '../portal-problems';
import type { Tokens } from '../session/session';

/** What must be remembered between leaving for the provider and coming back. */
export interface SignInBegun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go afterwards: a path of this site. */
  readonly to: string;
}

export interface SignedIn extends Omit<Tokens, 'until'> {
  readonly subject: string;
  /** Seconds from now. */
  readonly lasts: number;
}

/** Sign-in at any OpenID Connect provider: authorization code with PKCE; the provider is asked for only when somebody signs in. */
@Injectable()
export class OpenIdClient {
  private known: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(PORTAL) private readonly portal: PortalConfiguration) {}

  get returnAddress(): string {
    return new URL('/sign-in/callback', this.portal.url).href;
  }

  /** Throws a 503 problem when the provider does not answer, and never remembers that it did not. */
  async begin(to: string): Promise<{ address: URL; begun: SignInBegun }> {
    const provider = await this.provider();
    const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), to };
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.returnAddress,
      scope: this.portal.scope,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      ...(this.portal.prompt === undefined ? {} : { prompt: this.portal.prompt }),
    });
    return { address, begun };
  }

  /** Throws a problem for an answer that does not belong to this sign-in, or that the provider does not stand by. */
  async complete(answer: URL, { state, nonce, verifier }: SignInBegun): Promise<SignedIn> {
    const provider = await this.provider();
    const given = await oidc
      .authorizationCodeGrant(provider, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      .catch(() => {
        throw portalProblems.signInRefused();
      });
    const claims = given.claims();
    if (claims === undefined) throw portalProblems.signInRefused();
    const name = claims['name'];
    return {
      subject: claims.sub,
      accessToken: given.access_token,
      lasts: given.expires_in ?? 300,
      ...(given.refresh_token === undefined ? {} : { refreshToken: given.refresh_token }),
      ...(typeof name === 'string' ? { name } : {}),
    };
  }

  /** Undefined when the provider no longer vouches; throws a 503 problem when it cannot be asked. */
  async renew(tokens: Tokens, now: number): Promise<Tokens | undefined> {
    const provider = await this.provider();
    const given = await oidc.refreshTokenGrant(provider, tokens.refreshToken ?? '').catch((error: unknown) => {
      if (error instanceof oidc.ResponseBodyError) return undefined;
      throw portalProblems.providerUnreachable();
    });
    return (
      given && {
        ...tokens,
        accessToken: given.access_token,
        until: now + (given.expires_in ?? 300),
        ...(given.refresh_token === undefined ? {} : { refreshToken: given.refresh_token }),
      }
    );
  }

  private provider(): Promise<oidc.Configuration> {
    this.known ??= this.discover().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  /** The description may lie elsewhere than at the issuer's name, but must name that issuer: persons are known by it. */
  private async discover(): Promise<oidc.Configuration> {
    const { discovery, issuer, clientId, clientSecret } = this.portal;
    const answer = await fetch(discovery, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    const described = answer?.ok ? ((await answer.json()) as oidc.ServerMetadata) : undefined;
    if (described?.issuer !== issuer) throw portalProblems.providerUnreachable();
    const provider = new oidc.Configuration(described, clientId, { client_secret: clientSecret }, oidc.ClientSecretBasic(clientSecret));
    if (discovery.protocol === 'http:') oidc.allowInsecureRequests(provider);
    oidc.enableNonRepudiationChecks(provider);
    return provider;
  }
}
