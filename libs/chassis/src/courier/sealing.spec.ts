import sodium from 'libsodium-wrappers-sumo';
import { Sealing } from './sealing';

const pair = (): { public: string; secret: string } => {
  const keys = sodium.crypto_box_keypair();
  return { public: Buffer.from(keys.publicKey).toString('base64'), secret: Buffer.from(keys.privateKey).toString('base64') };
};

describe('particulars on their way to another service', () => {
  it('are opened by the service they were sealed for and by no other', async () => {
    await sodium.ready;
    const [one, other] = [pair(), pair()];
    const keys = { one: one.public, other: other.public };
    const sender = await Sealing.open(keys, other.secret);
    const sealed = sender.seal('one', { name: '王某' });
    expect((await Sealing.open(keys, one.secret)).open(sealed)).toEqual({ name: '王某' });
    expect(() => sender.open(sealed)).toThrow();
    expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('王某');
  });

  it('stay where they are when the receiver has no known key', async () => {
    await sodium.ready;
    const own = pair();
    const sender = await Sealing.open({ one: own.public }, own.secret);
    expect(() => sender.seal('unknown', {})).toThrow('No sealing key');
  });
});
