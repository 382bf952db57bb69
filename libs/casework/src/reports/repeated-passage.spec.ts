import fc from 'fast-check';
import { repeatedFrom, repeatsPassage } from './repeated-passage';

const report = '十月八日下午，我在三号实验室看到王某没有拿到伦理委员会的批件就开始给受试者注射，当时还有两名护士在场。';

describe('a passage of a report', () => {
  it.each([
    ['copied', '据反映，看到王某没有拿到伦理委员会的批件就开始给受试者注射。'],
    ['with other marks and spaces between', '看到王某，没有拿到 伦理委员会的「批件」，就开始给受试者 注射'],
    ['with letters of another width and case', 'ＩＮ ＴＨＥ ＴＨＩＲＤ ＬＡＢＯＲＡＴＯＲＹ'],
  ])('is found %s', (_name, text) => {
    expect(repeatsPassage(text, [report, 'It was in the third laboratory.'])).toBe(true);
  });

  it('is not found in what was written anew, nor in a text that is too short', () => {
    expect(repeatsPassage('反映：某项目未经审查即对受试者用药。', [report])).toBe(false);
    expect(repeatsPassage('伦理委员会的批件', [report])).toBe(false);
    expect(repeatsPassage('', [report])).toBe(false);
    expect(repeatsPassage(report, [])).toBe(false);
  });

  const word = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: repeatedFrom, maxLength: 60 });
  it('is found wherever it stands, if it is as long as that, and only then', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.string(), fc.string(), (source, at, before, after) => {
        const place = at % (source.length - repeatedFrom + 1);
        const passage = source.slice(place, place + repeatedFrom);
        expect(repeatsPassage(`${before}${passage}${after}`, ['other', source])).toBe(true);
        expect(repeatsPassage(passage.slice(1), [source])).toBe(false);
      }),
    );
  });
});
