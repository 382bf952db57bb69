import { useRef, useState } from 'react';
import { ask, Problem } from '../api/client';

interface Sending {
  readonly problem: Problem | undefined;
  readonly isSending: boolean;
  /** What is sent next is something else. */
  readonly changed: () => void;
  readonly send: (path: string, body: unknown) => Promise<void>;
}

/** Sends once, however often the button is pressed while nothing was changed, and keeps what was typed when it is refused. */
export function useSending<T = unknown>(done: (answer: T) => void): Sending {
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const key = useRef(crypto.randomUUID());
  const send = async (path: string, body: unknown): Promise<void> => {
    setProblem(undefined);
    setSending(true);
    try {
      done(await ask<T>(path, { method: 'POST', body, key: key.current }));
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'internal', ''));
    } finally {
      setSending(false);
    }
  };
  return { problem, isSending, changed: () => { key.current = crypto.randomUUID(); }, send };
}
