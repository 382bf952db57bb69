/** The JSON text of a T, written before it is answered so that a repetition is answered with the same bytes. */
export type JsonOf<_T> = string;

/** A T that the method sends itself, with headers of its own. */
export type Sent<_T> = void;
