import { isSignedBy, publicOf, signText } from './office-signature';

// The first test vector of RFC 8032, 7.1: an empty message.
const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex').toString('base64');
const known = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64');
const signature = Buffer.from(
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  'hex',
).toString('base64');

describe("an office's signature", () => {
  it('is Ed25519 as others make and check it', () => {
    expect([publicOf(seed), signText(seed, ''), isSignedBy(known, '', signature)]).toEqual([known, signature, true]);
  });

  it.each<[string, string | undefined, string, string]>([
    ['another text', known, 'x', signature],
    ['another key', publicOf(Buffer.alloc(32, 1).toString('base64')), '', signature],
    ['no key', undefined, '', signature],
    ['half a key', 'AAAA', '', signature],
    ['no signature', known, '', ''],
    ['a changed signature', known, '', signature.replace('5', '6')],
  ])('does not hold for %s', (_what, key, text, given) => {
    expect(isSignedBy(key, text, given)).toBe(false);
  });
});
