import { useCallback, useEffect, useState, type RefObject } from 'react';
import { useBeforePrint } from '../frame/use-before-print';

const narrow = '(max-width: 46rem)';

/** Which rows are near the screen. A row's height is the same for all, and larger where the screen is narrow or the text enlarged. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
): { readonly first: number; readonly last: number; readonly height: number } {
  const [place, setPlace] = useState({ top: 0, screen: window.innerHeight, height: rowHeight() });
  useEffect(() => {
    const measure = (): void =>
      setPlace({ top: box.current?.getBoundingClientRect().top ?? 0, screen: window.innerHeight, height: rowHeight() });
    measure();
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [box, count]);
  useBeforePrint(useCallback(() => setPlace((before) => ({ ...before, top: 0, screen: count * before.height })), [count]));
  const above = Math.max(0, -place.top);
  return {
    first: Math.max(0, Math.floor(above / place.height) - 10),
    last: Math.min(count, Math.ceil((above + place.screen) / place.height) + 10),
    height: place.height,
  };
}

const rowHeight = (): number =>
  (window.matchMedia(narrow).matches ? 8.25 : 4.25) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
