import fc from 'fast-check';
import { findUnprintable } from './printable-text';

describe('a text for an official letter', () => {
  it.each([
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\u0000', 'U+0000'],
    ['\u001b', 'U+001B'],
    ['\ud800', 'U+D800'],
    ['\u{20000}', 'U+20000'],
    ['\ufeff', 'U+FEFF'],
    ['\u200b', 'U+200B'],
    ['\u2028', 'U+2028'],
    ['\ue000', 'U+E000'],
    ['\t', 'U+0009'],
  ])('is refused where it holds %j', (mark, named) => {
    expect(findUnprintable(`示例${mark}示例`)).toBe(named);
  });

  it.each(['示例，（一）“引”', 'a\nb', 'a\r\nb', '京卫伦〔2026〕3号', '<w:p>&{{x}}'])('is taken as it is: %j', (text) => {
    expect(findUnprintable(text)).toBeUndefined();
  });

  it('has no mark by which a letter could read otherwise than it was written, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        if (findUnprintable(text) === undefined) expect(text).not.toMatch(/[\p{Cf}\p{Cs}\p{Co}]|[^\P{Cc}\r\n]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
