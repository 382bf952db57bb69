import type { PastAct } from '../procedure/procedure';

/** A piece of evidence, named by the paper that shows or lists it: with whom it is, and whether it must go back to whom it was taken from. */
export interface Evidence {
  readonly paper: string;
  readonly isBorrowed: boolean;
  /** The post it is with; null once it went back. */
  readonly keptBy: string | null;
}

/** The chain of custody, as the acts tell it: taken in, handed over, given back. */
export function evidenceIn(past: readonly PastAct[]): Evidence[] {
  const kept = new Map<string, Evidence>();
  for (const { act, post, detail } of past) {
    const paper = String(detail['evidence']);
    const known = kept.get(paper);
    if (act === 'take-in-evidence') kept.set(paper, { paper, isBorrowed: detail['borrowed'] === true, keptBy: post });
    if (act === 'hand-over-evidence' && known) kept.set(paper, { ...known, keptBy: String(detail['post']) });
    if (act === 'return-evidence' && known) kept.set(paper, { ...known, keptBy: null });
  }
  return [...kept.values()];
}
