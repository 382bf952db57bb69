import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../api/client';
import type { DeskLineView, DeskPageView } from '../api/views';

export interface LoadedWorklist {
  readonly lines: readonly DeskLineView[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly unreachable: readonly string[];
  readonly problem: Problem | undefined;
  readonly more: () => void;
  readonly again: () => void;
  /** Looks again without the reader having asked; false where more is shown than one page can replace. */
  readonly refresh: () => boolean;
}

const empty = {
  lines: [] as readonly DeskLineView[],
  next: null as string | null,
  isLoading: true,
  unreachable: [] as readonly string[],
  problem: undefined as Problem | undefined,
};

const largest = 100;

/** A worklist page by page, each asked for when the last comes near; `filter` narrows it, as the query of an address. */
export function useWorklist(list: string, filter: string): LoadedWorklist {
  const name = `${list}?${filter}${filter === '' ? '' : '&'}`;
  const [state, setState] = useState(empty);
  const current = useRef({ name, asking: false });
  const load = useCallback(
    async (after: string | null, before: readonly DeskLineView[]) => {
      const mine = { name, asking: true };
      current.current = mine;
      setState((known) => ({ ...(after === null ? empty : known), isLoading: true, problem: undefined }));
      try {
        const page = await ask<DeskPageView>(`/api/desk/worklists/${name}limit=50${after === null ? '' : `&after=${after}`}`);
        if (current.current === mine)
          setState({
            lines: [...before, ...page.lines],
            next: page.next,
            isLoading: false,
            unreachable: page.unreachable,
            problem: undefined,
          });
      } catch (error) {
        if (current.current === mine)
          setState((known) => ({ ...known, isLoading: false, problem: error instanceof Problem ? error : new Problem(0, 'internal', '') }));
      } finally {
        mine.asking = false;
      }
    },
    [name],
  );
  useEffect(() => {
    void load(null, []);
  }, [load]);
  const { lines, next } = state;
  const more = useCallback(() => {
    if (next !== null && !current.current.asking) void load(next, lines);
  }, [load, next, lines]);
  const again = useCallback(() => {
    void load(null, []);
  }, [load]);
  const refresh = useCallback(() => {
    if (current.current.asking) return true;
    if (lines.length > largest) return false;
    const mine = current.current;
    ask<DeskPageView>(`/api/desk/worklists/${name}limit=${Math.max(50, lines.length)}`, { isUnasked: true }).then(
      (page) => {
        if (current.current === mine && !mine.asking)
          setState({ lines: page.lines, next: page.next, isLoading: false, unreachable: page.unreachable, problem: undefined });
      },
      () => undefined,
    );
    return true;
  }, [name, lines.length]);
  return {
    lines,
    isLoading: state.isLoading,
    hasMore: next !== null,
    unreachable: state.unreachable,
    problem: state.problem,
    more,
    again,
    refresh,
  };
}
