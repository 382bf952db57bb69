import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Actor, type Configuration } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { portalProblems } from '../portal-problems';
import type { Session } from '../session/session';

/** What fetch takes. */
export type PassedBody = NonNullable<RequestInit['body']>;

/** A request to a department's service on somebody's behalf, or the public's. */
export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly session?: Session | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: PassedBody;
  /** Ends the question; without it, it ends by itself after half a minute. */
  readonly signal?: AbortSignal;
}

/** The services behind the portal: which of them has what of a body's work, and how they are asked. */
@Injectable()
export class Departments {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** Services where cases of this actor's body may lie. */
  servicesOf({ body }: Pick<Actor, 'body'>): string[] {
    return register.services.filter(({ id, kind }) => holdsCases(kind) && register.servesBody(id, body)).map(({ id }) => id);
  }

  /** Services where cases of any body of this actor's city may lie. */
  servicesIn({ city }: Pick<Actor, 'city'>): string[] {
    const desks = register.bodies.filter((body) => body.desk && body.city === city);
    return register.services
      .filter(({ id, kind }) => holdsCases(kind) && desks.some((body) => register.servesBody(id, body.id)))
      .map(({ id }) => id);
  }

  /** Throws a 404 problem for a service nobody knows, a 503 one for one that does not answer. */
  async ask(
    service: string,
    { method = 'GET', path, session, headers = {}, body, signal = AbortSignal.timeout(30_000) }: Ask,
  ): Promise<Response> {
    const base = register.services.some(({ id }) => id === service) ? this.configuration.LIANXI_SERVICE_URLS[service] : undefined;
    if (base === undefined) throw portalProblems.serviceUnknown({ field: 'service' });
    const standing =
      session === undefined
        ? {}
        : { authorization: `Bearer ${session.tokens.accessToken}`, ...(session.post === null ? {} : { 'x-lianxi-post': session.post }) };
    return fetch(new URL(path, base), {
      method,
      headers: { ...headers, ...standing },
      redirect: 'manual',
      signal,
      ...(body === undefined ? {} : { body, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) }),
    } as RequestInit).catch(() => {
      throw portalProblems.serviceUnreachable({ details: { service } });
    });
  }
}

export const holdsCases = (kind: string): boolean => ['department', 'coordination', 'investigation'].includes(kind);
