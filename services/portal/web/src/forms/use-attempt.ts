import { useRef, useState } from 'react';
import { ask, Problem } from '../api/client';

interface Attempting<T> {
  readonly problem: Problem | undefined;
  readonly isSending: boolean;
  /** What is sent next is something else. */
  readonly changed: () => void;
  /** `work` is given the key under which a repetition is known. */
  readonly attempt: (work: (key: string) => Promise<T>) => Promise<void>;
}

/** Sends once, however often the button is pressed while nothing was changed, and keeps what was typed when it is refused. */
export function useAttempt<T>(done: (answer: T) => void): Attempting<T> {
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const key = useRef(crypto.randomUUID());
  const attempt = async (work: (key: string) => Promise<T>): Promise<void> => {
    setProblem(undefined);
    setSending(true);
    try {
      done(await work(key.current));
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'internal', ''));
    } finally {
      setSending(false);
    }
  };
  return {
    problem,
    isSending,
    changed: () => {
      key.current = crypto.randomUUID();
    },
    attempt,
  };
}

/** The same for one form that goes to one address. */
export function useSending<T = unknown>(
  done: (answer: T) => void,
): Omit<Attempting<T>, 'attempt'> & { readonly send: (path: string, body: unknown) => Promise<void> } {
  const { attempt, ...more } = useAttempt<T>(done);
  return { ...more, send: (path, body) => attempt((key) => ask<T>(path, { method: 'POST', body, key })) };
}
