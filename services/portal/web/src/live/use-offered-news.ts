import { useEffect, useRef } from 'react';
import { useChanges } from './changes';

const everyMs = 30_000;

/** For what is offered to a body and no case of it yet, of which the changes say nothing: looks again with each change, and every half minute while the page is seen. */
export function useOfferedNews(refresh: () => void): void {
  const current = useRef(refresh);
  current.current = refresh;
  useChanges(() => true, refresh);
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) current.current();
    }, everyMs);
    return () => window.clearInterval(timer);
  }, []);
}
