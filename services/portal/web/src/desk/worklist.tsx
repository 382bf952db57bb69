import { Empty, Skeleton } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSpeaker } from '../words/language';
import type { Selection } from './use-selection';
import type { LoadedWorklist } from './use-worklist';
import { useWindow } from './use-window';
import { WorklistRow } from './worklist-row';

/** Only the rows near the screen are on the page, however long the list; the next page is fetched before its end is reached. */
export function Worklist({ worklist, selection }: { readonly worklist: LoadedWorklist; readonly selection: Selection }): ReactNode {
  const { say } = useSpeaker();
  const { lines, hasMore, isLoading, more } = worklist;
  const box = useRef<HTMLUListElement>(null);
  const { first, last, height } = useWindow(box, lines.length);
  const [at, setAt] = useState(-1);
  const go = useNavigate();
  useEffect(() => {
    if (hasMore && last > lines.length - 20) more();
  }, [last, lines.length, hasMore, more]);
  const move = (to: number): void => {
    const place = Math.max(0, Math.min(lines.length - 1, to));
    setAt(place);
    box.current?.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(() => focusRow(box.current, place, height));
  };
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && /INPUT|TEXTAREA|SELECT/.test(event.target.tagName)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') move(at + 1);
      else if (event.key === 'k') move(at - 1);
      else if (event.key === 'g') void go('/desk');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  const onArrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(at + (event.key === 'ArrowDown' ? 1 : -1));
  };
  if (lines.length === 0)
    return isLoading ? (
      <div role="status" aria-label={say('loading')}>
        <Skeleton active />
      </div>
    ) : (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            {say('emptyList')}
            <br />
            <span className="hint">{say('emptyListHint')}</span>
          </>
        }
      />
    );
  return (
    <>
      <ul className="worklist" ref={box} style={{ height: lines.length * height }} onKeyDown={onArrow}>
        {lines.slice(first, last).map((line, place) => (
          <WorklistRow
            key={`${line.servedBy}${line.id}`}
            line={line}
            place={first + place}
            top={(first + place) * height}
            total={hasMore ? -1 : lines.length}
            selection={selection}
            onFocus={() => setAt(first + place)}
          />
        ))}
      </ul>
      <p className="hint" role="status">
        {say('linesShown', { n: lines.length })} · {say(hasMore ? 'moreLines' : 'allLines')}
      </p>
    </>
  );
}

function focusRow(box: HTMLUListElement | null, place: number, height: number): void {
  const top = (box?.getBoundingClientRect().top ?? 0) + window.scrollY + place * height;
  if (top < window.scrollY + 80) window.scrollTo(0, top - 80);
  else if (top + height > window.scrollY + window.innerHeight) window.scrollTo(0, top + height - window.innerHeight + 24);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => box?.querySelector<HTMLElement>(`[data-place="${place}"] a`)?.focus({ preventScroll: true })),
  );
}
