import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps values that only who knows `secret` and runs this service can read (AES-256-GCM under a derived key). */
export class SealedBox {
  private readonly key: Buffer;

  constructor(serviceKey: string, purpose: string, secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', Buffer.from(serviceKey, 'base64'), secret, `lianxi portal ${purpose}`, 32));
  }

  seal(value: unknown): Buffer {
    return this.sealBytes(Buffer.from(JSON.stringify(value)));
  }

  sealBytes(bytes: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** Undefined for what was not sealed here, or was changed since. */
  open<T>(sealed: Buffer): T | undefined {
    try {
      return JSON.parse(this.openBytes(sealed).toString('utf8')) as T;
    } catch {
      return undefined;
    }
  }

  /** Throws for what was not sealed here, or was changed since. */
  openBytes(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  }
}
