import { refusalLabels } from './refusal-labels';

/** A refusal of the kernel. `code` is stable and public; nothing in it is personal, so it may be logged. */
export abstract class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly details: { readonly field?: string; readonly allowed?: unknown } & Readonly<Record<string, unknown>> = {},
  ) {
    super(refusalLabels[code] ? `${code}: ${refusalLabels[code].en}` : code);
    this.name = new.target.name;
  }
}

/** The act is not allowed: wrong state, wrong part, wrong role, or a guard says no. `allowed` names what is. */
export class ActRefused extends DomainError {}

/** A field of an act's form is missing or has a value that is not among the allowed. */
export class FormRefused extends DomainError {}

/** The case has changed since the actor read it; `since` lists who changed what. */
export class StaleVersion extends DomainError {
  constructor(details: { readonly version: number; readonly since: readonly unknown[] }) {
    super('stale-version', details);
  }
}

/** The case changed hands since the actor read it. */
export class StaleEpoch extends DomainError {
  constructor(details: { readonly epoch: number }) {
    super('stale-epoch', details);
  }
}

/** Committed to another body, whose receipt is not in: the origin answers reads and refuses acts. */
export class InHandOver extends DomainError {
  constructor(details: { readonly to: string }) {
    super('in-hand-over', details);
  }
}

/** The case is held elsewhere; this service keeps only what it did. */
export class HeldElsewhere extends DomainError {
  constructor(details: { readonly service: string; readonly holder: string }) {
    super('held-elsewhere', details);
  }
}

/** A procedure table contradicts itself; it must not be loaded. */
export class ProcedureFaulty extends DomainError {}

/** Entries of a clock's ledger come in an order that cannot have happened. */
export class ClockLedgerRefused extends DomainError {}

/** An official number that no organ could have issued. */
export class ReferenceRefused extends DomainError {}
