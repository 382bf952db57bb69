import { findActRow } from '@lianxi/casework';
import { decide, register } from '@lianxi/jurisdiction';
import type { Actor, Configuration } from '@lianxi/chassis';
import type { Session } from '../session/session';
import { exercises } from './exercises';
import { findPractice } from './find-practice';
import { Training } from './training';

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

describe('training', () => {
  it('is nowhere among real cases: neither listed nor begun', async () => {
    const training = new Training(
      { LIANXI_MODE: 'production' } as Configuration,
      ...([] as unknown as Tail<ConstructorParameters<typeof Training>>),
    );
    const [session, actor] = [{} as Session, { city: 'beijing', body: 'bj-health' } as Actor];
    for (const asked of [training.list(session, actor), training.begin('take-in', session, actor, 'key')])
      await expect(asked).rejects.toMatchObject({ problem: { status: 404 } });
  });
});

describe('an exercise', () => {
  it.each(exercises)('$id can be done: each act begins where the one before ended', ({ acts }) => {
    let state = 'received';
    let before = state;
    for (const act of acts) {
      const row = findActRow('matter', act);
      expect([act, row?.from.includes(state)]).toEqual([act, true]);
      const next = row?.to === 'same' ? state : row?.to === 'resume' ? before : String(row?.to);
      [before, state] = [state, next];
    }
  });

  const led = register.bodies.filter(({ desk, city }) => desk && city !== null).map(({ id, city }) => ({ body: id, city: String(city) }));

  it.each(led)('of $body is a matter that $body itself leads, or there is none', ({ body, city }) => {
    const practice = findPractice({ city, body, on: '2026-11-21' });
    expect(practice === undefined ? undefined : decide(practice.facts).supervision).toEqual(
      practice && expect.objectContaining({ status: 'decided', holder: body, service: practice.service }),
    );
  });

  it('is there for every body that leads a field by itself', () => {
    const withPractice = led.filter(({ city, body }) => findPractice({ city, body, on: '2026-11-21' })).map(({ body }) => body);
    expect(withPractice).toEqual(['bj-stc', 'bj-health', 'bj-agri', 'sz-sti', 'sz-iit', 'sz-edu', 'sz-amr', 'sz-rural', 'sz-fin']);
  });
});
