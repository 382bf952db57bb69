import { createHmac } from 'node:crypto';
import { sha256 } from '@lianxi/chassis';

/**
 * The reporter's receipt: sixteen digits derived from the service's key, the idempotency key within its scope, and the body, so that the same
 * filing sent again gets the same receipt though only its hash is kept.
 */
export function receiptFor(serviceKey: string, idempotencyKey: string, requestHash: string): string {
  const digest = createHmac('sha256', Buffer.from(serviceKey, 'base64')).update(`${idempotencyKey}\n${requestHash}`).digest();
  const digits = (digest.readBigUInt64BE(0) % 10n ** 16n).toString().padStart(16, '0');
  return digits.replace(/(\d{4})(?=\d)/g, '$1-');
}

const digitsOf = (receipt: string): string => receipt.replaceAll(/\D/g, '');

/** What is kept of a receipt, by a key that all services of an installation have: without it, 10^16 plain hashes could be tried out on a copy of the record. */
export const receiptHash = (hashKey: string, receipt: string): string =>
  createHmac('sha256', Buffer.from(hashKey, 'base64'))
    .update(`receipt ${digitsOf(receipt)}`)
    .digest('hex');

/** Under what a receipt may be kept: also as an older build hashed it. */
export const receiptHashes = (hashKey: string, receipt: string): readonly string[] => [
  receiptHash(hashKey, receipt),
  sha256(`receipt ${digitsOf(receipt)}`),
];
