/** An answer to a request that cannot be done, in the shape of RFC 9457; `code` is the contract, the title is for people. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly field?: string;
  readonly allowed?: unknown;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Thrown where a request meets the service (form, token, limits); the kernel's own refusals are mapped by `ProblemMap`. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Turns the kernel's refusals into problems; undefined for what it does not know. */
export type ProblemMap = (error: unknown) => Problem | undefined;
export const PROBLEM_MAP = Symbol('ProblemMap');
