/** A browser without a screen: it keeps cookies as one does, and signs in as a person would. */
export class PortalVisitor {
  readonly cookies = new Map<string, string>();
  csrf = '';

  constructor(readonly portal: string) {}

  /** Follows nothing by itself. */
  async go(
    address: string,
    { method = 'GET', body, headers = {} }: { method?: string; body?: string; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Response> {
    const url = new URL(address, this.portal);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  /** Asks the portal's backend as its pages do. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await this.go(path, {
      method,
      headers: { 'x-lianxi-csrf': this.csrf, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown> };
  }

  /** To the provider, where `person` is chosen, and back; returns the address to come back to, which has not been gone to. */
  async untilReturn(person: string): Promise<string> {
    let next = placeOf(await this.go('/sign-in?to=/desk'));
    next = placeOf(await this.go(next), next);
    const chosen = await this.go(next, {
      method: 'POST',
      body: `person=${person}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const resumed = placeOf(chosen, next);
    return placeOf(await this.go(resumed), resumed);
  }

  async signIn(person: string): Promise<this> {
    await this.go(await this.untilReturn(person));
    const { body } = await this.ask('GET', '/api/session');
    const session = body['session'] as { csrf: string } | null;
    if (!session) throw new Error(`${person} is not signed in.`);
    this.csrf = session.csrf;
    return this;
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const hasEnded = attributes.some((attribute) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(attribute)) || pair.endsWith('=');
    if (hasEnded) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(name.length + 1));
  }
}

function placeOf(answer: Response, from = answer.url): string {
  const place = answer.headers.get('location');
  if (place === null) throw new Error(`${answer.url} answered ${answer.status} and leads nowhere.`);
  return new URL(place, from === '' ? answer.url : from).href;
}
