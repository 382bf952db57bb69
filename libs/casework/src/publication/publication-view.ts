import type { Label } from '../procedure/label';

/** What everybody may read of one violation. */
export interface Publication {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: Label | undefined;
  readonly body: string;
  readonly bodyNames: Label | undefined;
  readonly publishedOn: string;
  /** Null once withdrawn. */
  readonly title: string | null;
  readonly summary: string | null;
  readonly withdrawn: { readonly on: string; readonly ground: Label | undefined } | null;
}

export interface PublicationPage {
  readonly publications: readonly Publication[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** How many decisions were served in a year in a field; null where so few that somebody could be known. */
export interface DecisionFigure {
  readonly year: number;
  readonly field: string;
  readonly decisions: number | null;
}
