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

export const receiptHash = (receipt: string): string => sha256(`receipt ${receipt.replaceAll(/\D/g, '')}`);
