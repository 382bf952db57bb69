import type { Guard } from '../procedure/guard';
import { fenOf } from './money';
import { proposedMeasures } from './proposing';

/** What must be true of a measure before money is taken in for it, or before it counts as carried out. */
export const measureGuards = {
  'measure-proposed': { refuse: ({ past }) => (proposedMeasures(past).length === 0 ? 'no-such-proposal' : undefined) },
  'measures-fit-outcome': {
    readsForm: true,
    refuse: ({ past }, _standing, { outcome }) =>
      outcome === 'no-violation' && proposedMeasures(past).length > 0 ? 'measures-without-violation' : undefined,
  },
  'recovers-money': {
    refuse: ({ facts: { measure } }) => (measure === undefined || measure.left === null ? 'no-money-to-recover' : undefined),
  },
  'money-is-owed': {
    refuse: ({ facts: { measure } }) =>
      typeof measure?.left === 'string' && fenOf(measure.left) === 0n ? 'nothing-left-to-recover' : undefined,
  },
  'money-is-in': {
    refuse: ({ facts: { measure } }) => (typeof measure?.left === 'string' && fenOf(measure.left) > 0n ? 'money-left' : undefined),
  },
  'not-more-than-owed': {
    readsForm: true,
    refuse: ({ facts: { measure } }, _standing, { amount }) =>
      typeof measure?.left === 'string' && fenOf(String(amount)) > fenOf(measure.left) ? 'more-than-owed' : undefined,
  },
  'orders-settled': {
    refuse: ({ facts: { works } }) =>
      works.some(({ procedure, final }) => procedure === 'measure-order' && !final) ? 'order-open' : undefined,
  },
} as const satisfies Readonly<Record<string, Guard>>;
