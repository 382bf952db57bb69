import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { receiptFor, receiptHash, receiptHashes } from './receipt';

const key = randomBytes(32).toString('base64');

describe('a receipt', () => {
  it('has sixteen digits, is the same for the same filing, and another for any other', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.string(), (one, other, hash) => {
        const receipt = receiptFor(key, one, hash);
        expect(receipt).toMatch(/^\d{4}(-\d{4}){3}$/);
        expect(receiptFor(key, one, hash)).toBe(receipt);
        expect(receiptHash(key, receipt)).toBe(receiptHash(key, receipt.replaceAll('-', '')));
        fc.pre(one !== other);
        expect(receiptFor(key, other, hash)).not.toBe(receipt);
      }),
    );
  });

  it('is kept under a key: whoever has the record alone can try no receipt, and one of an older build is found all the same', () => {
    const receipt = receiptFor(key, randomUUID(), '');
    expect(receiptHash(randomBytes(32).toString('base64'), receipt)).not.toBe(receiptHash(key, receipt));
    expect(receiptHashes(key, receipt)).toEqual([
      receiptHash(key, receipt),
      createHash('sha256')
        .update(`receipt ${receipt.replaceAll('-', '')}`)
        .digest('hex'),
    ]);
  });

  it('is spread over all there are: each digit of each place is as frequent as any other', () => {
    const given = 20_000;
    const counts = Array.from({ length: 16 }, () => new Array<number>(10).fill(0));
    for (let times = 0; times < given; times += 1)
      [...receiptFor(key, randomUUID(), '').replaceAll('-', '')].forEach((digit, place) => {
        (counts[place] as number[])[Number(digit)]! += 1;
      });
    // So a guess is right for one receipt of 10^16. Nine degrees of freedom: by chance one of sixteen places goes beyond 45 less than once in 50,000 runs.
    for (const place of counts) expect(place.reduce((sum, count) => sum + (count - given / 10) ** 2 / (given / 10), 0)).toBeLessThan(45);
  });
});
