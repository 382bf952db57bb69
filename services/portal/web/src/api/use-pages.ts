import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, Problem } from './client';

interface Page<L> {
  readonly lines: readonly L[];
  readonly next: string | number | null;
}

/** A list that grows a page at a time; `again` asks anew for as much of it as one page can hold. */
export interface Pages<L> {
  readonly lines: readonly L[];
  readonly isLoading: boolean;
  readonly problem: Problem | undefined;
  readonly more: (() => void) | undefined;
  readonly again: () => void;
}

const most = 100;

/** `path` may have a question of its own; null asks nothing. What an earlier path answered is dropped. */
export function usePages<L>(path: string | null, limit = 20): Pages<L> {
  const [state, setState] = useState<{ path: string | null; page: Page<L>; problem?: Problem }>({
    path: null,
    page: { lines: [], next: null },
  });
  const current = useRef(path);
  current.current = path;
  const load = useCallback(
    async (size: number, from?: Page<L>) => {
      if (path === null) return;
      const after = from === undefined ? '' : `&after=${encodeURIComponent(String(from.next))}`;
      try {
        const { lines, next } = await ask<Page<L>>(`${path}${path.includes('?') ? '&' : '?'}limit=${size}${after}`);
        if (current.current === path) setState({ path, page: { lines: [...(from?.lines ?? []), ...lines], next } });
      } catch (error) {
        if (current.current === path)
          setState((before) => ({ ...before, path, problem: error instanceof Problem ? error : new Problem(0, 'internal', '') }));
      }
    },
    [path],
  );
  useEffect(() => {
    void load(limit);
  }, [load, limit]);
  const isCurrent = state.path === path;
  const { page } = state;
  const again = useCallback(() => {
    void load(Math.min(most, Math.max(limit, page.lines.length)));
  }, [load, limit, page.lines.length]);
  return {
    lines: isCurrent ? page.lines : [],
    isLoading: !isCurrent,
    problem: isCurrent ? state.problem : undefined,
    more: isCurrent && page.next !== null ? () => void load(limit, page) : undefined,
    again,
  };
}
