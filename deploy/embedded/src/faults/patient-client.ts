import { randomUUID } from 'node:crypto';
import type { ProvingGround } from './proving-ground';
import { pause, type SeededRandom } from './seeded-random';

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Whoever gets no answer, or one that says "later", sends the same again with the same key, as the rules say. */
export class PatientClient {
  readonly unexpected: string[] = [];
  /** Why work was not done, and how often: expected while things are broken, telling when nothing is done at all. */
  readonly troubles = new Map<string, number>();
  stopped = false;

  constructor(
    private readonly ground: ProvingGround,
    private readonly random: SeededRandom,
  ) {}

  note(trouble: string): void {
    this.troubles.set(trouble, (this.troubles.get(trouble) ?? 0) + 1);
  }

  async send(service: string, path: string, as: string, body: unknown): Promise<Answered | undefined> {
    const content = body instanceof FormData ? body : JSON.stringify(body);
    const answer = await this.untilAnswered(
      service,
      path,
      { 'idempotency-key': randomUUID(), authorization: `Bearer ${await this.ground.tokenOf(as)}` },
      content,
    );
    if (answer && answer.status >= 400 && ![403, 404, 409].includes(answer.status) && !isLateChoice(answer))
      this.unexpected.push(`${path} was answered ${answer.status}: ${answer.text.slice(0, 200)}`);
    return answer;
  }

  async read(service: string, path: string, as: string): Promise<Record<string, unknown> | undefined> {
    const answer = await fetch(`${this.ground.url(service)}${path}`, {
      headers: { authorization: `Bearer ${await this.ground.tokenOf(as)}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) this.note(`reading was answered ${answer.status}`);
    return answer.ok ? ((await answer.json()) as Record<string, unknown>) : undefined;
  }

  async untilAnswered(
    service: string,
    path: string,
    headers: Record<string, string>,
    body: string | FormData,
  ): Promise<Answered | undefined> {
    const described = body instanceof FormData ? headers : { 'content-type': 'application/json', ...headers };
    for (let attempt = 0; attempt < 400 && !(this.stopped && attempt > 60); attempt += 1) {
      try {
        const answer = await fetch(`${this.ground.url(service)}${path}`, {
          method: 'POST',
          headers: described,
          body,
          signal: AbortSignal.timeout(10_000),
        });
        const text = await answer.text();
        if (answer.status < 500) return { status: answer.status, text };
        if (answer.status === 500) this.unexpected.push(`${path} was answered 500: ${text.slice(0, 200)}`);
      } catch {
        /* no answer: again */
      }
      await pause(this.random.between(50, 250));
    }
    return undefined;
  }
}

/** To whom a case may be given changes between looking and asking: whoever has it by now is no choice. */
const isLateChoice = ({ status, text }: Answered): boolean => status === 400 && text.includes('"field":"form.post"');
