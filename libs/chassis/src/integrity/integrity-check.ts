/** Words for officials, in both languages. */
interface Label {
  readonly zh: string;
  readonly en: string;
}

/** Something that must never be so. It is looked for all the time; what is found stays listed until it is mended. */
export interface IntegrityCheck {
  readonly id: string;
  readonly label: Label;
  /** What to do about it, step by step. */
  readonly recipe: Label;
  /**
   * Selects `subject` (text: the id of what is wrong). With `bySlices` it is asked of the cases between `$1` (without) and `$2` (with), so that
   * a look costs the same however many cases there are; otherwise it has no parameters and must be served by an index.
   */
  readonly sql: string;
  readonly bySlices: boolean;
}

/** A check and what it found, as far as it looked. */
export interface IntegrityReport {
  readonly id: string;
  readonly label: Label;
  readonly recipe: Label;
  readonly subjects: readonly string[];
}
