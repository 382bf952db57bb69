import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask, Problem } from '../api/client';
import type { Drafting } from '../forms/use-draft';
import { carryFile } from './carry-file';

/** A file of a form as its draft keeps it: `at` is where it lies on the server, `changed` tells it from another of the same name. */
export interface Attached {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly changed: number;
  readonly at: string | null;
  readonly hasArrived: boolean;
}

/** `gone` is one whose bytes this page does not have: it must be chosen again, and goes on where it stopped. */
export type Way = 'moving' | 'waiting' | 'arrived' | 'gone' | 'refused';
export interface Carried extends Attached {
  readonly way: Way;
  readonly share: number;
  readonly problem?: Problem | undefined;
}

export interface Uploading {
  readonly files: readonly Carried[];
  readonly choose: (chosen: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly goOn: () => void;
  /** Sends the form with its files once all have arrived; undefined where one of them was refused or must be chosen again. */
  readonly send: <T>(to: string, form: unknown, key: string) => Promise<T | undefined>;
  /** The form was taken: what was uploaded for it is no longer needed. */
  readonly done: () => void;
}

export const uploadsAt = (isPublic: boolean): string => (isPublic ? '/api/public/uploads' : '/api/uploads');
const keptName = 'uploads';

/** The files of a form: each begins to move when it is chosen, and belongs to the form's draft, so that it is still there when the form is opened again. */
export function useUploads(draft: Drafting, most: number, isPublic = false): Uploading {
  const at = uploadsAt(isPublic);
  const carried = useRef<readonly Carried[]>([]);
  const sources = useRef(new Map<string, { readonly file: File; stop: () => void }>());
  const waiters = useRef<(() => void)[]>([]);
  const [files, show] = useState<readonly Carried[]>([]);
  const keep = draft.set;

  const become = useCallback(
    (next: readonly Carried[], isToKeep = false): void => {
      carried.current = next;
      show(next);
      if (isToKeep)
        keep({
          [keptName]: next.map(({ id, name, size, changed, at: place, hasArrived }) => ({
            id,
            name,
            size,
            changed,
            at: place,
            hasArrived,
          })),
        });
      for (const tell of waiters.current.splice(0)) tell();
    },
    [keep],
  );
  const change = useCallback(
    (id: string, to: Partial<Carried>, isToKeep = false): void =>
      become(
        carried.current.map((each) => (each.id === id ? { ...each, ...to } : each)),
        isToKeep,
      ),
    [become],
  );
  const carry = useCallback(
    (id: string): void => {
      const source = sources.current.get(id);
      const known = carried.current.find((each) => each.id === id);
      if (!source || !known) return;
      source.stop();
      change(id, { way: 'moving', problem: undefined });
      source.stop = carryFile(at, source.file, known.at, {
        at: (place) => change(id, { at: place }, true),
        moved: (share) => change(id, { way: 'moving', share }),
        waits: () => change(id, { way: 'waiting' }),
        arrived: () => change(id, { way: 'arrived', share: 1, hasArrived: true }, true),
        refused: (problem) => change(id, { way: 'refused', problem }),
      });
    },
    [at, change],
  );
  const giveUp = useCallback(({ id, at: place }: Attached): void => {
    sources.current.get(id)?.stop();
    sources.current.delete(id);
    if (place !== null) void ask(place, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => undefined);
  }, []);
  const remove = useCallback(
    (id: string): void => {
      carried.current.filter((each) => each.id === id).forEach(giveUp);
      become(
        carried.current.filter((each) => each.id !== id),
        true,
      );
    },
    [become, giveUp],
  );
  const choose = useCallback(
    (chosen: readonly File[]): void => {
      for (const file of chosen.slice(0, most)) {
        const again = carried.current.find(
          (each) => each.way === 'gone' && each.name === file.name && each.size === file.size && each.changed === file.lastModified,
        );
        if (!again && carried.current.length >= most) {
          if (most > 1) continue;
          carried.current.forEach(({ id }) => remove(id));
        }
        const id = again?.id ?? crypto.randomUUID();
        sources.current.set(id, { file, stop: () => undefined });
        if (!again)
          become(
            [
              ...carried.current,
              { id, name: file.name, size: file.size, changed: file.lastModified, at: null, hasArrived: false, way: 'moving', share: 0 },
            ],
            true,
          );
        carry(id);
      }
    },
    [become, carry, most, remove],
  );
  const goOn = useCallback((): void => {
    for (const { id, way } of carried.current) if (way === 'waiting') carry(id);
  }, [carry]);
  const arrived = useCallback(async (): Promise<readonly Carried[] | undefined> => {
    goOn();
    for (;;) {
      if (carried.current.some(({ way }) => way === 'gone' || way === 'refused')) return undefined;
      if (carried.current.every(({ way }) => way === 'arrived')) return carried.current;
      await new Promise<void>((resolve) => {
        waiters.current.push(resolve);
      });
    }
  }, [goOn]);
  const send = useCallback(
    async <T>(to: string, form: unknown, key: string): Promise<T | undefined> => {
      const all = await arrived();
      if (!all) return undefined;
      try {
        return await ask<T>(`${at}/sent-to/${to}`, {
          method: 'POST',
          key,
          body: { form, files: all.map(({ at: place, name }) => ({ id: place?.split('/').at(-1) ?? '', name })) },
        });
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.code !== 'upload-unknown') throw problem;
        for (const { id } of all) {
          change(id, { at: null, hasArrived: false, share: 0, way: 'gone' }, true);
          carry(id);
        }
        return send<T>(to, form, key);
      }
    },
    [arrived, at, carry, change],
  );
  const done = useCallback((): void => {
    carried.current.forEach(giveUp);
    become([]);
  }, [become, giveUp]);

  const { isReady, values } = draft;
  useEffect(() => {
    const kept = (values[keptName] ?? []) as readonly Attached[];
    if (isReady && carried.current.length === 0 && kept.length > 0 && draft.isBack)
      become(kept.map((each) => ({ ...each, way: each.hasArrived ? 'arrived' : 'gone', share: each.hasArrived ? 1 : 0 })));
  }, [isReady, draft.isBack]);
  useEffect(() => {
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [goOn]);
  useEffect(
    () => () => {
      for (const { stop } of sources.current.values()) stop();
    },
    [],
  );
  return useMemo(() => ({ files, choose, remove, goOn, send, done }), [files, choose, remove, goOn, send, done]);
}
