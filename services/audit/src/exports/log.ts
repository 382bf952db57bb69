import type { Provider } from '@nestjs/common';
import { openSigner, type NoteSigner, type ReadLog } from '@lianxi/ledger';
import { Ledger } from '../ledger/ledger';

/** The log of the record, as exports need it. */
export interface Log {
  /** The newest checkpoint with its signatures; undefined before the first. */
  checkpoint(): Promise<string | undefined>;
  readonly read: ReadLog;
  readonly signer: NoteSigner & { readonly public: string };
  /** The SM2 key that signs as well, as openssl reads it; absent where none is set. */
  readonly sm2Pem?: string | undefined;
}

/** Undefined where no ledger is written: what was asked for waits until there is one. */
export const LOG = Symbol('Log');

export const logProvider: Provider = {
  provide: LOG,
  inject: [Ledger],
  useFactory: ({ parts }: Ledger): Log | undefined => {
    if (!parts) return undefined;
    const read: ReadLog = (path) => parts.store.read(path);
    return { read, checkpoint: async () => (await read('checkpoint'))?.toString(), signer: openSigner(parts.key), sm2Pem: parts.sm2Pem };
  },
};
