import { useEffect } from 'react';

const afterMs = 1_500;

/** Asks again a little later, as long as something shown is still under way; each answer begins the wait anew. */
export function useLookAgain(isUnderWay: boolean, shown: unknown, again: () => void): void {
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = window.setTimeout(again, afterMs);
    return () => window.clearTimeout(timer);
  }, [isUnderWay, shown, again]);
}
