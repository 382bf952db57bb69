import type { Form, Standing, Subject } from './procedure';

/** Says why an act may not be done now, as a code, or nothing. A guard on the form runs only when the act is done. */
export interface Guard {
  readonly readsForm?: true;
  /** The act that another person must have done before. */
  readonly secondTo?: string;
  readonly refuse: (subject: Subject, standing: Standing, form: Form) => string | undefined;
}

/** The refusal's code where something speaks against the act. */
export const when = (refused: boolean, code: string): string | undefined => (refused ? code : undefined);
