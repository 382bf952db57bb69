import { useCallback, useEffect, useState } from 'react';
import { ask, Problem } from './client';

export interface Asking<T> { readonly value: T | undefined; readonly problem: Problem | undefined; readonly again: () => void }

/** Asks when shown and whenever the path changes; an answer to an earlier path is dropped. Null asks nothing. */
export function useAsk<T>(path: string | null): Asking<T> {
  const [state, setState] = useState<{ path: string | null; value?: T; problem?: Problem }>({ path });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    if (path === null) return undefined;
    ask<T>(path).then((value) => { if (isCurrent) setState({ path, value }); }, (error: unknown) => { if (isCurrent) setState({ path, problem: error instanceof Problem ? error : new Problem(0, 'internal', String(error)) }); });
    return () => { isCurrent = false; };
  }, [path, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return state.path === path ? { value: state.value, problem: state.problem, again } : { value: undefined, problem: undefined, again };
}
