import { JetStreamStrategy, NatsLink } from '@lianxi/chassis';
import { Lianxi } from '../support/lianxi';

let lianxi: Lianxi;
let link: NatsLink;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['education', 'coordination'] });
  link = new NatsLink(lianxi.nats.url, 'education', lianxi.around.secrets.nkeys['education']?.seed ?? '');
  const connected = new Promise<void>((resolve) => link.onConnected(resolve));
  link.open();
  await connected;
});
afterAll(async () => {
  await link.close();
  await lianxi.stop();
});

const takesNothing = {
  take: () => {
    throw new Error('Nothing was sent.');
  },
} as unknown as ConstructorParameters<typeof JetStreamStrategy>[2];

describe('consuming from the broker', () => {
  it('ends when it is told to while it is still binding, and does not wait for a message', async () => {
    const strategy = new JetStreamStrategy('education', link, takesNothing);
    strategy.listen(() => undefined);
    await strategy.close();
    expect(strategy.whyNotConsuming()).toBe('consumption ended');
  });
});
