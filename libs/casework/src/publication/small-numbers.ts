/** A count below this is not shown: of so few somebody could be known. No instrument prints a number; this one is the office's own. */
export const fewestShown = 5;

/** The count, or null where it is too small to be shown. */
export const shownCount = (count: number): number | null => (count < fewestShown ? null : count);
