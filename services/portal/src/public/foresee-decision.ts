import {
  checkFiledFacts,
  conditionalFacts,
  decisionRecord,
  FactRefused,
  unconfirmedLabels,
  unknownFacts,
  type DecisionRecord,
  type Label,
  type MatterFacts,
} from '@lianxi/jurisdiction';

/** Where a matter with these facts would go, as far as they are known: what the filing form shows while it is filled in. */
export interface Foreseen {
  /** Facts that are asked only of matters like this one. */
  readonly asked: readonly string[];
  /** The first fact that is missing or cannot be; then nothing is decided. */
  readonly wanting: { readonly fact: string; readonly code: string } | null;
  readonly unknown: readonly string[];
  readonly decision: ForeseenDecision | null;
}

export interface ForeseenDecision {
  readonly status: string;
  readonly holder: string;
  readonly service: string;
  readonly lead: string | null;
  readonly candidates: readonly string[];
  readonly edition: string;
  readonly reasons: DecisionRecord['reasons'];
  readonly unconfirmed: readonly { readonly mark: string; readonly label: Label | undefined }[];
}

/** The same decision that a filing would make; `today` is the day on which it would be made. */
export function foreseeDecision(given: Readonly<Record<string, unknown>>, today: string): Foreseen {
  const facts = { ...given, on: today };
  const asked = conditionalFacts({
    kind: given['kind'],
    fields: Array.isArray(given['fields']) ? given['fields'].map(String) : [],
    funding: given['funding'],
  });
  const wanting = findWanting(facts);
  if (wanting) return { asked, wanting, unknown: [], decision: null };
  const unknown = unknownFacts(facts);
  return { asked, wanting: null, unknown, decision: unknown.length > 0 ? null : decided(facts as unknown as MatterFacts) };
}

function findWanting(facts: Readonly<Record<string, unknown>>): Foreseen['wanting'] {
  try {
    checkFiledFacts(facts);
    return null;
  } catch (error) {
    if (error instanceof FactRefused) return { fact: error.fact, code: error.code };
    throw error;
  }
}

function decided(facts: MatterFacts): ForeseenDecision {
  const { decision, edition, reasons } = decisionRecord(facts);
  const { status, holder, service, lead, candidates } = decision.supervision;
  return {
    status,
    holder,
    service,
    lead,
    candidates,
    edition,
    reasons,
    unconfirmed: decision.unconfirmed.map((mark) => ({ mark, label: unconfirmedLabels[mark] })),
  };
}
