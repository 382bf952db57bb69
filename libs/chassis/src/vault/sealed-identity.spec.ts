import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { areSharesOf, openIdentity, openShares, sealIdentity, type SealedIdentity } from './sealed-identity';

interface Keys {
  readonly public: Record<string, string>;
  readonly secret: Record<string, string>;
}
const text = (key: Uint8Array): string => Buffer.from(key).toString('base64');

function custodians(...names: string[]): Keys {
  const pairs = names.map((name) => [name, sodium.crypto_box_keypair()] as const);
  return {
    public: Object.fromEntries(pairs.map(([name, pair]) => [name, text(pair.publicKey)])),
    secret: Object.fromEntries(pairs.map(([name, pair]) => [name, text(pair.privateKey)])),
  };
}
const halves = ({ shares }: SealedIdentity, keys: Keys, key: string): Record<string, string> =>
  openShares(
    shares.filter((share) => share.key === key),
    keys.secret[key] ?? '',
  );

beforeAll(() => sodium.ready);

describe('a sealed identity', () => {
  const given = { name: '示例举报人', phone: '010-0000-0000', idNumber: '110101190001010000' };

  it.each([[['a', 'b']], [['a', 'b', 'c', 'd']]])('is opened by any two of the custodians %j', (names) => {
    const keys = custodians(...names);
    const sealed = sealIdentity(given, keys.public);
    for (const one of names)
      for (const other of names)
        if (one !== other) expect(openIdentity(sealed, [halves(sealed, keys, one), halves(sealed, keys, other)])).toEqual(given);
  });

  it('is opened by no one of them alone, not by the same one twice, and not by halves of another', () => {
    const keys = custodians('a', 'b', 'c');
    const [sealed, foreign] = [sealIdentity(given, keys.public), sealIdentity(given, keys.public)];
    const own = halves(sealed, keys, 'a');
    expect(() => openIdentity(sealed, [own, own])).toThrow();
    expect(() => openIdentity(sealed, [own, {}])).toThrow();
    expect(() => openIdentity(sealed, [own, halves(foreign, keys, 'b')])).toThrow();
    expect(() =>
      openShares(
        sealed.shares.filter(({ key }) => key === 'b'),
        keys.secret['a'] ?? '',
      ),
    ).toThrow();
    expect(() => sealIdentity(given, { a: keys.public['a'] ?? '' })).toThrow();
  });

  it('knows the halves of a key from every other bytes', () => {
    const keys = custodians('a', 'b', 'c');
    const sealed = sealIdentity(given, keys.public);
    const own = halves(sealed, keys, 'a');
    expect(areSharesOf(sealed, 'a', own)).toBe(true);
    for (const wrong of [{}, halves(sealed, keys, 'b'), { ...own, 'a+b': own['a+c'] ?? '' }, { 'a+b': own['a+b'] ?? '' }])
      expect(areSharesOf(sealed, 'a', wrong)).toBe(false);
    expect(areSharesOf(sealed, 'nobody', {})).toBe(false);
  });

  it('is as long whoever it is of, also of nobody, and shows no word of it', () => {
    const keys = custodians('a', 'b');
    const length = JSON.stringify(sealIdentity({}, keys.public)).length;
    const field = (most: number): fc.Arbitrary<string> =>
      fc.string({ unit: 'grapheme', maxLength: most }).map((value) => value.slice(0, most));
    fc.assert(
      fc.property(fc.record({ name: field(100), phone: field(40), address: field(300) }, { requiredKeys: [] }), (identity) => {
        const sealed = sealIdentity(identity, keys.public);
        expect(JSON.stringify(sealed)).toHaveLength(length);
        expect(openIdentity(sealed, [halves(sealed, keys, 'a'), halves(sealed, keys, 'b')])).toEqual(identity);
      }),
      { numRuns: 50 },
    );
  });
});
