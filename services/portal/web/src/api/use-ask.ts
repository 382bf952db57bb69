import { useCallback, useEffect, useState } from 'react';
import { ask, Problem } from './client';

export interface Asking<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
  /** Asks anew without the reader having done anything; what is shown stays until the answer is there, and also where there is none. */
  readonly refresh: () => void;
}

/** Asks when shown and whenever the path changes; an answer to an earlier path is dropped. Null asks nothing. */
export function useAsk<T>(path: string | null): Asking<T> {
  const [state, setState] = useState<{ path: string | null; value?: T; problem?: Problem }>({ path });
  const [round, setRound] = useState({ number: 0, isUnasked: false });
  useEffect(() => {
    let isCurrent = true;
    if (path === null) return undefined;
    ask<T>(path, { isUnasked: round.isUnasked }).then(
      (value) => {
        if (isCurrent) setState({ path, value });
      },
      (error: unknown) => {
        if (isCurrent && !round.isUnasked)
          setState({ path, problem: error instanceof Problem ? error : new Problem(0, 'internal', String(error)) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [path, round]);
  const again = useCallback(() => setRound(({ number }) => ({ number: number + 1, isUnasked: false })), []);
  const refresh = useCallback(() => setRound(({ number }) => ({ number: number + 1, isUnasked: true })), []);
  return {
    ...(state.path === path ? { value: state.value, problem: state.problem } : { value: undefined, problem: undefined }),
    again,
    refresh,
  };
}
