import { linkedWork, matter } from '@lianxi/casework';

/** States in which nothing more is to be done, of every procedure a case may run by. */
export const endedStates: readonly string[] = [
  ...new Set(
    [matter, ...linkedWork].flatMap(({ states }) =>
      Object.entries(states)
        .filter(([, { final }]) => final)
        .map(([state]) => state),
    ),
  ),
].sort();

export const endedStatesSql = `'{${endedStates.join(',')}}'::text[]`;
