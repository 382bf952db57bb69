import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps values that only who knows `secret` and runs this service can read (AES-256-GCM under a derived key). */
export class SealedBox {
  private readonly key: Buffer;

  constructor(serviceKey: string, purpose: string, secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', Buffer.from(serviceKey, 'base64'), secret, `lianxi portal ${purpose}`, 32));
  }

  seal(value: unknown): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    return Buffer.concat([nonce, cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Undefined for what was not sealed here, or was changed since. */
  open<T>(sealed: Buffer): T | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')) as T;
    } catch {
      return undefined;
    }
  }
}
