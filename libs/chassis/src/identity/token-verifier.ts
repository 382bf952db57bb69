import { createRemoteJWKSet, jwtVerify } from 'jose';
import { sha256 } from '../record/canonical';
import { problems } from '../problem/problems';

/** Proves who holds an access token, and nothing else: what that person may do are posts. */
export class TokenVerifier {
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  private readonly known = new Map<string, { person: string; until: number }>();

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
    jwksUrl: string,
  ) {
    this.keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 3_000, cooldownDuration: 1_000 });
  }

  /** Whose this token is, and until when, where it was proved before: whether it has expired meanwhile is for the database's clock to say. */
  findProved(authorization: string | undefined): { readonly person: string; readonly until: number } | undefined {
    const token = bearer(authorization);
    return token === undefined ? undefined : this.known.get(sha256(token));
  }

  /** The person's opaque id; throws a 401 problem for a token that is missing, forged, expired or meant for others. */
  async personOf(authorization: string | undefined, nowSeconds: number): Promise<string> {
    const token = bearer(authorization);
    if (token === undefined) throw authorization === undefined ? problems.notSignedIn() : problems.tokenRefused();
    const fingerprint = sha256(token);
    const known = this.known.get(fingerprint);
    if (known && known.until > nowSeconds) return known.person;
    const { payload } = await jwtVerify(token, this.keys, {
      issuer: this.issuer,
      audience: this.audience,
      algorithms: ['ES256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: new Date(nowSeconds * 1_000),
    }).catch(() => {
      throw problems.tokenRefused();
    });
    const person = personId(this.issuer, payload.sub ?? '');
    if (this.known.size > 10_000) this.known.clear();
    this.known.set(fingerprint, { person, until: payload.exp ?? 0 });
    return person;
  }
}

const bearer = (authorization: string | undefined): string | undefined => /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];

/** How a person is known in posts and guards: no journal or message ever holds the subject itself. */
export const personId = (issuer: string, subject: string): string => sha256(`${issuer}\n${subject}`);
