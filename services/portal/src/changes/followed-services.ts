import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout } from 'node:timers/promises';
import type { ChangeLine } from '@lianxi/department';
import type { Departments } from '../departments/departments';
import type { PlaceInAll } from '../desk/merge-pages';
import type { Session } from '../session/session';

/** Cases that moved on, as the pages hear of them; `all` says that whatever is shown may have. */
export interface Changes {
  readonly cases: readonly { readonly service: string; readonly id: string; readonly version: number }[];
  readonly all?: true;
}

interface Follower {
  readonly departments: Departments;
  readonly session: Session;
  readonly services: readonly string[];
  /** Called with what moved on, and where each service's record is by then. */
  readonly tell: (changes: Changes | undefined, place: PlaceInAll) => void;
}

const tryAgainAfterMs = 3_000;

/**
 * Listens to all services where a body's cases may lie, each from where it was left, until `signal`, or until one of them ends it or refuses, but then not at once,
 * since the others have something to tell: who comes again does so with a token that is good. One that cannot be reached is asked again.
 */
export async function followServices(
  { departments, session, services, tell }: Follower,
  from: PlaceInAll,
  signal: AbortSignal,
): Promise<void> {
  const place: Record<string, string> = { ...from };
  const open = async (service: string): Promise<Response | undefined> => {
    const after = place[service];
    const answer = await departments
      .ask(service, { path: `/v1/changes${after === undefined ? '' : `?after=${after}`}`, session, signal })
      .catch(() => undefined);
    return answer === undefined || answer.status >= 500 ? undefined : answer;
  };
  const hear = (service: string, { position, cases = [], all }: ChangeLine): void => {
    place[service] = String(position);
    const isNews = cases.length > 0 || all === true;
    tell(isNews ? { cases: cases.map((each) => ({ service, ...each })), ...(all ? { all } : {}) } : undefined, place);
  };
  const follow = async (service: string): Promise<void> => {
    let answer = await open(service);
    for (; answer === undefined; answer = await open(service)) await setTimeout(tryAgainAfterMs, undefined, { signal });
    if (!answer.ok || answer.body === null) return setTimeout(tryAgainAfterMs, undefined, { signal });
    for await (const text of createInterface({ input: Readable.fromWeb(answer.body as ReadableStream) }))
      if (text !== '') hear(service, JSON.parse(text) as ChangeLine);
  };
  await Promise.race(services.map((service) => follow(service).catch(() => undefined)));
}
