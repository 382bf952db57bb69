import type { GuardFacts, PastAct } from '../procedure/procedure';
import { leftToRecover } from './money';

/** Of a measure's own acts: what it is, and how much money is still to come in. Undefined before it was opened. */
export function measureOf(past: readonly PastAct[]): GuardFacts['measure'] {
  const opened = past.find(({ act }) => act === 'open')?.detail;
  if (typeof opened?.['measure'] !== 'string') return undefined;
  const paidIn = past.filter(({ act }) => act === 'take-in-money').map(({ detail }) => String(detail['amount']));
  return { code: opened['measure'], left: typeof opened['amount'] === 'string' ? leftToRecover(opened['amount'], paidIn) : null };
}
