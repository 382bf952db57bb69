import { requireDurableBroker, whyNotDurable } from './durable-broker';

const syncing = { config: { sync_always: true } };

describe('a broker for production', () => {
  it.each(['2.10.23', '2.10.27', '2.11.0', '3.0.0'])('of version %s that syncs always is accepted', (version) => {
    expect(whyNotDurable({ version, jetstream: syncing })).toBeUndefined();
  });

  it.each(['2.10.22', '2.9.10', '1.99.99', ''])('of version "%s" is refused', (version) => {
    expect(whyNotDurable({ version, jetstream: syncing })).toContain('older than 2.10.23');
  });

  it.each([[{}], [{ jetstream: {} }], [{ jetstream: { config: { sync_always: false } } }]])(
    'that does not sync always is refused: %j',
    (facts) => {
      expect(whyNotDurable({ version: '2.10.27', ...facts })).toContain('sync_interval: always');
    },
  );

  it('that cannot be asked is refused', async () => {
    await expect(requireDurableBroker(undefined)).rejects.toMatchObject({ code: 'broker-not-durable' });
    await expect(requireDurableBroker('http://127.0.0.1:1')).rejects.toMatchObject({ code: 'broker-not-durable' });
  });
});
