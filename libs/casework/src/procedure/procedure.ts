import type { Label } from './label';

export const roles = [
  'intake-officer',
  'case-officer',
  'reviewer',
  'decider',
  'head',
  'coordinator',
  'secretary',
  'investigator',
  'auditor',
  'identity-custodian',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
  'unit-contact',
] as const;
export type Role = (typeof roles)[number];

/** What a body is to a subject: it holds it, co-handles it, had it before, is asked to take it, offered it, or is the office; or, of no body, who reported it. */
export type Part = 'holder' | 'co-handler' | 'former-lead' | 'addressee' | 'origin' | 'office' | 'reporter';

export type FieldType =
  'code' | 'body' | 'unit' | 'post' | 'day' | 'text' | 'facts' | 'yes-no' | 'paper' | 'case' | 'amount' | 'count' | 'identity';

/**
 * A field of an act's form. `text` is free text: it goes to particulars, never to the journal; `paper` names a paper by its id; `amount` is yuan as text; `count` a whole number as text;
 * `identity` is a person's identity number or a unit's code, of which only a keyed hash is ever kept.
 */
export interface FormField {
  readonly name: string;
  readonly label: Label;
  readonly type: FieldType;
  readonly required?: boolean;
  /** A body that has no desk in this system; otherwise one that has. */
  readonly outside?: true;
  /** A post of whatever role; otherwise one that work is assigned to. */
  readonly anyRole?: true;
  readonly options?: readonly { readonly code: string; readonly label: Label }[];
}

export type ClockOperation = 'start' | 'pause' | 'resume' | 'meet' | 'extend' | 'cancel';

export interface ClockStep {
  readonly do: ClockOperation;
  readonly clock: string;
  /** Started, it ends on the day that was named when the work was asked for, where one was and is still to come. */
  readonly untilNamed?: true;
}

/** One row: who may do what from which states, under which guards, on which clause, and what it sets going. */
export interface ActRow {
  readonly act: string;
  readonly label: Label;
  readonly from: readonly string[];
  /** `same`: the state stays; `resume`: back to where a pause began. */
  readonly to: string;
  readonly parts: readonly Part[];
  readonly roles: readonly Role[];
  readonly clause: string;
  readonly guards?: readonly string[];
  readonly form?: readonly FormField[];
  readonly clocks?: readonly ClockStep[];
  /** An interim holder may do it too. */
  readonly interim?: true;
  /** A body whose own staff is concerned may do it too: it hands the case over, and nothing else. */
  readonly whileRecused?: true;
  /** Done by an inbox or a clock, never by a person. */
  readonly byCourier?: true;
  /** Done by this clock, in the moment in which it falls due. */
  readonly byClock?: string;
  /** Done by whoever has the receipt, in no post. */
  readonly byReporter?: true;
  /** What the service does in the same transaction beside changing the state. */
  readonly effect?: string;
  /** What follows, shown before the act is done. */
  readonly consequence?: Label;
}

export interface StateRow {
  readonly label: Label;
  readonly final?: true;
  readonly owner: Part;
  readonly clock?: string;
}

/** A procedure is a table; the engine, the forms, the diagrams and the permission proposal all come from it. */
export interface Procedure {
  readonly id: string;
  readonly label: Label;
  readonly initial: readonly string[];
  readonly states: Readonly<Record<string, StateRow>>;
  readonly acts: readonly ActRow[];
}

export interface Actor {
  readonly person: string;
  readonly post: string;
  readonly body: string;
  readonly role: string;
  readonly city: string;
  readonly forPost?: string;
  /** The person acted for. */
  readonly forPerson?: string;
  readonly bodies: readonly string[];
}

export interface PastAct {
  readonly act: string;
  readonly post: string | null;
  /** The post it was done for by who stands in for it. */
  readonly forPost?: string | null;
  readonly person?: string;
  readonly body: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What guards may ask about the subject; the service fills it in from its rows. */
export interface GuardFacts {
  readonly unknownFacts: readonly string[];
  readonly openOffer: boolean;
  readonly supplementAsked: boolean;
  readonly number: string | null;
  readonly holder: string;
  readonly jointBodies: readonly string[];
  /** Persons recused from this subject: a denial that beats every grant. */
  readonly recused: readonly string[];
  /** Bodies whose staff is concerned: they neither handle nor investigate it. */
  readonly recusedBodies?: readonly string[];
  readonly hostIsCandidate: boolean;
  readonly officeHost: string | null;
  readonly viewsMissing: readonly string[];
  /** Bodies whose view on a designation is recorded. */
  readonly viewsHeard: readonly string[];
  /** Bodies that returned this case to the present holder before. */
  readonly returnedBy: readonly string[];
  /** Ids of the papers on the case. */
  readonly papers: readonly string[];
  /** What this case asked other bodies to do. */
  readonly works: readonly {
    readonly procedure: string;
    readonly body: string;
    readonly state: string;
    readonly final: boolean;
    readonly subject?: Readonly<Record<string, unknown>>;
  }[];
  /** Periods of the subject that have run out. */
  readonly overdue?: readonly string[];
  /** Whether the office ever designated the lead. */
  readonly designated: boolean;
  /** Whether only the people named know of this case. */
  readonly sealed?: boolean;
  /** The legal day on which the act is done. */
  readonly today: string;
  /** The last day on which the case is kept; null where none is foreseen. */
  readonly keptUntil?: string | null;
  /** Of a measure: what it is, and how much is still to come in; null where no money is to be recovered. */
  readonly measure?: { readonly code: string; readonly left: string | null };
  /** Whether the matter is a major case. */
  readonly major?: boolean;
  /** Who investigates, as decided: absent where there is nothing to investigate. */
  readonly investigation?: { readonly lead: string | null; readonly mode: string };
  /** Of an edition of the rules: when it begins, and how its proof stands. */
  readonly edition?: {
    readonly from: string;
    readonly fault: string | null;
    readonly provedAsItStands: boolean;
    readonly lastFrom: string;
  };
}

export interface Subject {
  readonly state: string;
  readonly resumesIn: string | null;
  readonly interim: boolean;
  readonly past: readonly PastAct[];
  readonly facts: GuardFacts;
}

export interface Standing {
  readonly actor: Actor;
  readonly parts: readonly Part[];
}

export type Form = Readonly<Record<string, unknown>>;
