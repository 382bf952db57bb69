import { createHmac } from 'node:crypto';
import { isIdentity } from '@lianxi/casework';

/** What is kept of a person's identity number or a unit's code: without the service's key nobody can find out whose it is by trying all there are. */
export const identityHash = (serviceKey: string, number: string): string =>
  createHmac('sha256', Buffer.from(serviceKey, 'base64')).update(`subject\n${number}`).digest('hex');

/** A form as its hash may know it: a plain hash of a number could be guessed. */
export const withoutIdentities = (serviceKey: string, form: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'string' && isIdentity(value) ? identityHash(serviceKey, value) : value,
    ]),
  );
