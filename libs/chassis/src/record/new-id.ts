import { v7 } from 'uuid';

/** A globally unique id whose order is roughly that of making, so that a city can be moved out and indexes stay dense. */
export const newId = (): string => v7();
