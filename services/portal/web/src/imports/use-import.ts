import { useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../api/client';
import type { CheckedRowView, CheckedWorkbookView, FiledAnswer } from '../api/views';

export type RowResult = FiledAnswer | Problem;

export interface Importing {
  readonly checked: CheckedWorkbookView | undefined;
  readonly results: ReadonlyMap<number, RowResult>;
  /** Rows that can be filed. */
  readonly fileable: readonly CheckedRowView[];
  /** Why it is not read, or where it stopped. */
  readonly problem: Problem | undefined;
  readonly busy: 'checking' | 'filing' | undefined;
  readonly check: (file: File) => Promise<void>;
  readonly fileAll: () => Promise<void>;
}

/** What stops the whole list, and not one row of it. */
const stops = ({ status }: Problem): boolean => status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;
const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : new Problem(0, 'internal', String(error)));

/** Files a list row by row, each under the key of its words: what was filed before answers with its receipt again, so a list that stopped goes on. */
export function useImport(): Importing {
  const [checked, setChecked] = useState<CheckedWorkbookView>();
  const [results, setResults] = useState<ReadonlyMap<number, RowResult>>(new Map());
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState<Importing['busy']>();
  const isLeft = useRef(false);
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );
  const fileable = (checked?.rows ?? []).filter(({ faults, sameAs }) => faults.length === 0 && sameAs === null);

  const check = async (file: File): Promise<void> => {
    setBusy('checking');
    setProblem(undefined);
    setChecked(undefined);
    setResults(new Map());
    const form = new FormData();
    form.append('paper', file, file.name);
    try {
      setChecked(await ask<CheckedWorkbookView>('/api/imports/checked', { method: 'POST', form }));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(undefined);
  };
  const fileAll = async (): Promise<void> => {
    if (!checked) return;
    setBusy('filing');
    setProblem(undefined);
    for (const { place, form, key } of fileable.filter((row) => !results.has(row.place))) {
      if (isLeft.current) return;
      const result = await ask<FiledAnswer>(`/api/at/${checked.service}/v1/matters/on-behalf`, { method: 'POST', body: form, key }).catch(
        asProblem,
      );
      if (result instanceof Problem && stops(result)) {
        setProblem(result);
        break;
      }
      setResults((before) => new Map(before).set(place, result));
    }
    setBusy(undefined);
  };
  return { checked, results, fileable, problem, busy, check, fileAll };
}
