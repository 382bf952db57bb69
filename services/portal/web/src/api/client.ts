/** A refusal, in the words of whoever refused. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
  }
}

const standing: { csrf: string; language: string; onSignedOut: (() => void) | undefined } = {
  csrf: '',
  language: 'zh',
  onSignedOut: undefined,
};

/** What every request carries: proof that it comes from this page, and the language of refusals. */
export function standAs(change: Partial<typeof standing>): void {
  Object.assign(standing, change);
}

/** What goes with every request of this page. */
export const standingHeaders = (method: string): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': standing.language === 'en' ? 'en' : 'zh',
  ...(method === 'GET' ? {} : { 'x-lianxi-csrf': standing.csrf }),
});

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked by the page and not by its reader: a page left open does not keep a sign-in alive. */
  readonly isUnasked?: boolean;
}

/** Throws {@link Problem}; a 401 also tells the page, which keeps everything and asks for a new sign-in. */
export async function ask<T>(path: string, { method = 'GET', body, form, key, headers = {}, isUnasked = false }: Asked = {}): Promise<T> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      ...standingHeaders(method),
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(isUnasked ? { 'x-lianxi-unasked': '1' } : {}),
    },
    ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Problem(0, 'offline', '');
  });
  return readAnswer<T>(answer.status, await answer.text());
}

/** What was answered; throws {@link Problem} as {@link ask}. */
export function readAnswer<T>(status: number, text: string): T {
  const said = parse(text);
  if (status >= 200 && status < 300) return said as T;
  const {
    code = 'internal',
    title = '',
    status: _status,
    type: _type,
    ...more
  } = (said ?? {}) as { code?: string; title?: string; status?: number; type?: string };
  if (status === 401) standing.onSignedOut?.();
  throw new Problem(status, code, title, more);
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** A file's bytes; throws {@link Problem} as {@link ask}. */
export async function fetchBytes(path: string): Promise<Blob> {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { ...standingHeaders('GET'), accept: '*/*' } }).catch(() => {
    throw new Problem(0, 'offline', '');
  });
  return answer.ok ? answer.blob() : readAnswer<never>(answer.status, await answer.text());
}
