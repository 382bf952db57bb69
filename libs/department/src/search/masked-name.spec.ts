import fc from 'fast-check';
import { maskedName } from './masked-name';

describe('a person’s name in a list', () => {
  it.each([
    ['王小明', '王**'],
    ['欧阳修', '欧**'],
    ['Li Wei', 'L*****'],
    ['王', '王*'],
    ['𠮷田', '𠮷*'],
    [' 王明 ', '王*'],
  ])('%s is shown as %s', (name, shown) => expect(maskedName(name)).toBe(shown));

  it('never shows more than its first character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name.trim() !== ''),
        (name) => {
          expect(
            Array.from(maskedName(name))
              .slice(1)
              .every((character) => character === '*'),
          ).toBe(true);
        },
      ),
    );
  });
});
