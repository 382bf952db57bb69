import { useMemo, useState } from 'react';
import type { DeskLineView } from '../api/views';

/** Cases ticked in a list; undefined while none are to be ticked. */
export interface Selection {
  readonly chosen: ReadonlyMap<string, DeskLineView> | undefined;
  readonly begin: () => void;
  readonly end: () => void;
  readonly toggle: (line: DeskLineView) => void;
  readonly addAll: (lines: readonly DeskLineView[]) => void;
}

export const keyOf = ({ servedBy, id }: DeskLineView): string => `${servedBy} ${id}`;

/** What is elsewhere already can be given to nobody here. */
export const isSelectable = ({ standing }: DeskLineView): boolean => standing === 'holding';

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, DeskLineView>>();
  return useMemo(
    () => ({
      chosen,
      begin: () => setChosen(new Map()),
      end: () => setChosen(undefined),
      toggle: (line) =>
        setChosen((before) => {
          const after = new Map(before);
          if (!after.delete(keyOf(line))) after.set(keyOf(line), line);
          return after;
        }),
      addAll: (lines) =>
        setChosen((before) => new Map([...(before ?? []), ...lines.filter(isSelectable).map((line) => [keyOf(line), line] as const)])),
    }),
    [chosen],
  );
}
