import { when, type Guard } from '../procedure/guard';
import { isAsked } from '../procedure/is-asked';
import type { Form, GuardFacts, PastAct, Standing, Subject } from '../procedure/procedure';

/** One body is asked for one thing once at a time. */
function notAskedBefore({ facts }: Subject, _standing: Standing, { coHandler }: Form): string | undefined {
  if (coHandler === facts.holder) return 'target-is-holder';
  return when(
    facts.works.some(({ procedure, body, final }) => procedure === 'co-handling' && body === coHandler && !final),
    'asked-before',
  );
}

/** Whose signature counts: a body that was asked again and then released, or that refused, signed nothing. */
const signatories = ({ works }: GuardFacts): string[] =>
  works
    .filter(
      ({ procedure, body, state }, place) =>
        procedure === 'co-handling' &&
        state === 'completed' &&
        !works.slice(place + 1).some((later) => later.procedure === 'co-handling' && later.body === body),
    )
    .map(({ body }) => body);

/** A signature is under one proposal: what was proposed after it, the signatory has not seen. */
function asCountersigned({ past, facts }: Subject, _standing: Standing, { outcome }: Form): string | undefined {
  const signed = signatories(facts);
  if (signed.length === 0) return undefined;
  const proposed = past.findLast(({ act }) => act === 'propose-conclusion');
  const isUnder = (signature: PastAct | undefined): boolean => signature?.detail['proposal'] === proposed?.detail['proposal'];
  const areAll = signed.every((body) => isUnder(past.findLast((entry) => entry.act === 'countersign' && entry.body === body)));
  return when(proposed?.detail['outcome'] !== outcome || !areAll, 'not-as-countersigned');
}

export const coHandlingGuards = {
  'co-handlers-agreed': { refuse: ({ facts }) => when(isAsked(facts, 'co-handling'), 'co-handling-open') },
  'co-handling-open': { refuse: ({ facts }) => when(!isAsked(facts, 'co-handling'), 'no-co-handling-open') },
  'not-asked-before': { readsForm: true, refuse: notAskedBefore },
  'as-countersigned': { readsForm: true, refuse: asCountersigned },
} as const satisfies Readonly<Record<string, Guard>>;
