import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../api/client';

export type FormValues = Readonly<Record<string, unknown>>;
export interface Drafting {
  readonly values: FormValues;
  readonly set: (change: FormValues) => void;
  /** When what stands here was last kept; null while nothing was. */
  readonly keptAt: string | null;
  readonly isBack: boolean;
  readonly hasFailed: boolean;
  readonly discard: () => Promise<void>;
  readonly isReady: boolean;
}

/** A form that survives: what is typed is kept on the server shortly after, sealed for this person alone, and is back when the form is opened again. */
export function useDraft(name: string | null, start: FormValues): Drafting {
  const [values, setValues] = useState<FormValues>(start);
  const [kept, setKept] = useState<{ at: string | null; isBack: boolean; hasFailed: boolean; isReady: boolean }>({
    at: null,
    isBack: false,
    hasFailed: false,
    isReady: name === null,
  });
  const timer = useRef(0);
  const path = name === null ? null : `/api/drafts/${encodeURIComponent(name)}`;
  useEffect(() => {
    let isCurrent = true;
    if (path !== null)
      ask<{ form: FormValues | null; savedAt: string }>(path).then(
        ({ form, savedAt }) => {
          if (!isCurrent) return;
          if (form === null) setKept((before) => ({ ...before, isReady: true }));
          else {
            setValues((typed) => (Object.keys(typed).length > Object.keys(start).length ? typed : { ...start, ...form }));
            setKept({ at: savedAt, isBack: true, hasFailed: false, isReady: true });
          }
        },
        () => {
          if (isCurrent) setKept((before) => ({ ...before, isReady: true }));
        },
      );
    return () => {
      isCurrent = false;
    };
    // A form begins once: what it starts with later is not looked at again.
  }, [path]);
  const set = useCallback(
    (change: FormValues) => {
      setValues((before) => {
        const after = { ...before, ...change };
        window.clearTimeout(timer.current);
        if (path !== null)
          timer.current = window.setTimeout(() => {
            ask(path, { method: 'PUT', body: { form: after } })
              .then(() => ask<{ savedAt: string }>(path))
              .then(
                ({ savedAt }) => setKept({ at: savedAt, isBack: false, hasFailed: false, isReady: true }),
                (error: unknown) => setKept((known) => ({ ...known, hasFailed: !(error instanceof Problem && error.status === 401) })),
              );
          }, 700);
        return after;
      });
    },
    [path],
  );
  const discard = useCallback(async () => {
    window.clearTimeout(timer.current);
    setValues(start);
    setKept({ at: null, isBack: false, hasFailed: false, isReady: true });
    if (path !== null) await ask(path, { method: 'DELETE' }).catch(() => undefined);
  }, [path]);
  return { values, set, keptAt: kept.at, isBack: kept.isBack, hasFailed: kept.hasFailed, discard, isReady: kept.isReady };
}
