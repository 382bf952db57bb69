import { designation } from './designation';
import { handOver } from './hand-over';
import { matter } from './matter';
import type { Procedure } from '../procedure/procedure';

/** Every procedure this build knows; each was checked when it was loaded. */
export const procedures: readonly Procedure[] = [matter, handOver, designation];
