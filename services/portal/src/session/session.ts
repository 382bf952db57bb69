import type { LianxiRequest } from '@lianxi/chassis';

/** What the provider gave at sign-in. It never leaves the backend. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Seconds since 1970 by the database's clock. */
  readonly until: number;
  readonly name?: string;
}

/** Somebody who is signed in, as the request at hand shows it. */
export interface Session {
  readonly secret: string;
  readonly handle: string;
  readonly person: string;
  readonly post: string | null;
  readonly tokens: Tokens;
  readonly csrf: string;
  readonly endsAt: string;
}

export interface PortalRequest extends LianxiRequest {
  session?: Session;
}

/** `__Host-` binds a cookie to this very host, to TLS (or this machine) and to the whole site: no other host can set or read it. */
export const cookies = { session: '__Host-lianxi', signIn: '__Host-lianxi-sign-in' } as const;
const both = { path: '/', httpOnly: true, secure: true } as const;
export const sessionCookie = { ...both, sameSite: 'strict' } as const;
/** The provider sends people back from another site, so this one comes along then; it opens nothing but that one sign-in. */
export const signInCookie = { ...both, sameSite: 'lax', maxAge: 600 } as const;
