import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@lianxi/chassis';
import { Departments } from '../departments/departments';
import { sessionOf } from '../session/session.controller';
import type { PortalRequest } from '../session/session';
import { mergeNewest } from './merge-pages';

/** A page of one list out of those of several services; `unreachable` names those that did not answer. */
export interface NewestPage<L> {
  readonly lines: readonly (L & { readonly servedBy: string })[];
  readonly next: string | null;
  readonly unreachable: readonly string[];
}

/** Asks services under the token of whoever is signed in. */
@Injectable()
export class AskServices {
  constructor(@Inject(Departments) private readonly departments: Departments) {}

  /** One page of what each service lists newest first. */
  async newest<L extends { id: string }>(
    services: readonly string[],
    path: string,
    limit: number,
    request: PortalRequest,
    body?: unknown,
  ): Promise<NewestPage<L>> {
    const asked = await Promise.all(
      services.map(async (service) => {
        const page = await this.read<{ lines: L[]; next: string | null }>(service, path, request, { body });
        return typeof page === 'string' ? page : { service, ...page };
      }),
    );
    return {
      ...mergeNewest(
        asked.flatMap((page) => (typeof page === 'string' ? [] : [page])),
        limit,
      ),
      unreachable: asked.filter((page) => typeof page === 'string'),
    };
  }

  /** The service's name instead of an answer where it gave none; what it refused is refused here in its own words. */
  async read<T>(
    service: string,
    path: string,
    request: PortalRequest,
    { body, signal }: { readonly body?: unknown; readonly signal?: AbortSignal } = {},
  ): Promise<T | string> {
    const form = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const within = signal === undefined ? {} : { signal };
    const answer = await this.departments
      .ask(service, { path, session: sessionOf(request), ...form, ...within })
      .catch((error: unknown) => {
        if (error instanceof ProblemError && error.problem.status === 503) return undefined;
        throw error;
      });
    if (answer === undefined || answer.status >= 500) return service;
    const said = (await answer.json()) as T & { code?: string; title?: string; allowed?: unknown };
    if (answer.ok) return said;
    throw new ProblemError({
      status: answer.status,
      code: said.code ?? 'refused',
      title: { zh: said.title ?? '', en: said.title ?? '' },
      allowed: said.allowed,
    });
  }
}
