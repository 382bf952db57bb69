import { App } from 'antd';
import { useCallback } from 'react';
import { ask, Problem } from '../api/client';
import { useAsk } from '../api/use-ask';
import type { SavedCountsView, SavedFilterView } from '../api/views';
import { troubleText } from '../frame/trouble';
import { useSpeaker } from '../words/language';

/** The lists somebody wants to find again; they are kept for the person, on every computer. */
export interface SavedFilters {
  readonly lines: readonly SavedFilterView[];
  /** How many cases each finds, by its id. */
  readonly counts: ReadonlyMap<string, string>;
  readonly keep: (filter: SavedFilterView) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

export function useSavedFilters(): SavedFilters {
  const speaker = useSpeaker();
  const { message } = App.useApp();
  const { value, again } = useAsk<{ lines: readonly SavedFilterView[] }>('/api/filters');
  const counts = useAsk<SavedCountsView>('/api/desk/saved-counts');
  const change = useCallback(
    async (path: string, method: string, body?: unknown) => {
      try {
        await ask(path, { method, ...(body === undefined ? {} : { body }) });
        again();
        counts.again();
      } catch (error) {
        if (error instanceof Problem) void message.error(troubleText(error, speaker));
      }
    },
    [again, counts.again, message, speaker],
  );
  return {
    lines: value?.lines ?? [],
    counts: new Map(counts.value?.counts.map(({ id, count, isMore }) => [id, isMore ? `${count}+` : String(count)])),
    keep: ({ id, ...filter }) => change(`/api/filters/${id}`, 'PUT', filter),
    forget: (id) => change(`/api/filters/${id}`, 'DELETE'),
  };
}

/** Where a saved filter leads. */
export const addressOf = ({ list, filter }: SavedFilterView): string =>
  `/desk/${list}?${new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString()}`;
