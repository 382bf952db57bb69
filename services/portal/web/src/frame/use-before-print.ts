import { useEffect } from 'react';
import { flushSync } from 'react-dom';

/** What must be on paper though it is not on the screen is put on the page before the browser takes its picture. */
export function useBeforePrint(show: () => void): void {
  useEffect(() => {
    const before = (): void => flushSync(show);
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, [show]);
}
