import sodium from 'libsodium-wrappers-sumo';

/** Sealed boxes: anyone may close one for a service, only that service can open it. */
export class Sealing {
  private constructor(
    private readonly publicKeys: ReadonlyMap<string, Uint8Array>,
    private readonly own: { publicKey: Uint8Array; secret: Uint8Array },
  ) {}

  /** `publicKeys`: service to base64 key; `secret`: this service's own key, base64. */
  static async open(publicKeys: Readonly<Record<string, string>>, secret: string): Promise<Sealing> {
    await sodium.ready;
    const keys = new Map(Object.entries(publicKeys).map(([service, key]) => [service, new Uint8Array(Buffer.from(key, 'base64'))]));
    const own = new Uint8Array(Buffer.from(secret, 'base64'));
    return new Sealing(keys, { publicKey: sodium.crypto_scalarmult_base(own), secret: own });
  }

  /** Seals a JSON value for `service`; base64. Throws when the service has no known key: nothing leaves in clear instead. */
  seal(service: string, value: unknown): string {
    return this.sealBytes(service, Buffer.from(JSON.stringify(value))).toString('base64');
  }

  open(sealed: string): unknown {
    return JSON.parse(this.openBytes(Buffer.from(sealed, 'base64')).toString('utf8'));
  }

  sealBytes(service: string, bytes: Buffer): Buffer {
    const key = this.publicKeys.get(service);
    if (!key) throw new Error(`No sealing key of ${service} is known.`);
    return Buffer.from(sodium.crypto_box_seal(bytes, key));
  }

  openBytes(sealed: Buffer): Buffer {
    const { publicKey, secret } = this.own;
    return Buffer.from(sodium.crypto_box_seal_open(new Uint8Array(sealed), publicKey, secret));
  }
}
