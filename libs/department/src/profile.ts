import type { Procedure } from '@lianxi/casework';

export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** A further question of a field's filing form; answers are particulars unless `codes` lists what may be answered. */
export interface ProfileQuestion {
  readonly name: string;
  readonly label: Label;
  readonly codes?: readonly { readonly code: string; readonly label: Label }[];
  readonly required?: boolean;
}

/** Under which Nest hands out the department's profile. */
export const PROFILE = Symbol('DepartmentProfile');

/** What differs between departments, as a value: the office procedure itself is the same for all. */
export interface DepartmentProfile {
  readonly service: string;
  readonly title: Label;
  readonly fields: readonly string[];
  readonly questions: readonly ProfileQuestion[];
  /** What an officer checks at screening, shown beside the act. */
  readonly checklist: readonly Label[];
  /** Numbers of the listed activities (清单) whose re-review this department meets. */
  readonly listedItems: readonly number[];
  readonly procedures?: readonly Procedure[];
}
