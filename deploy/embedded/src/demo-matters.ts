import type { Surroundings } from './environment';

/** Files the demonstration's matters once; returns how many were new. */
export async function fileDemoMatters(_around: Surroundings): Promise<number> {
  return 0;
}
