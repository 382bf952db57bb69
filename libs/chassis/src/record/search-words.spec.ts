import fc from 'fast-check';
import { readTerms, searchWords } from './search-words';

const words =
  searchWords('report', {
    title: '关于市卫健委AI辅助诊断系统的伦理审查',
    unitName: '重庆示例医院',
    partyName: '欧阳示例',
    text: '正文不在其中',
  }) ?? '';

/** As the database looks for them. */
function isFound(terms: string, among = words): boolean {
  const { text, syllables } = readTerms(terms);
  return among.includes(text) || (syllables !== null && new RegExp(syllables).test(among));
}

describe('what a report is found by', () => {
  it.each([
    '卫健委',
    '伦理审查',
    'wjw',
    'WJW',
    'weijianwei',
    'wei jian wei',
    'weijianw',
    'ai',
    'AI辅助',
    'ＡＩ',
    'chongqing',
    'cqslyy',
    'llsc',
    '欧阳示例',
    'oysl',
    "wei'jian",
  ])('%s finds it', (terms) => expect(isFound(terms)).toBe(true));

  it.each(['卫生部', 'eijian', 'wjb', 'zhongqing', '正文', 'jwei·', '.*', '[a-z]'])('%s does not', (terms) =>
    expect(isFound(terms)).toBe(false),
  );

  it('is nothing for any other particular', () => {
    for (const kind of ['contact', 'given-by', 'note.text']) expect(searchWords(kind, { title: '卫健委' })).toBeNull();
    expect(searchWords('report', null)).toBeNull();
  });

  it('is every piece of a title, and nothing that somebody types breaks the pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (title, a, b) => {
        const piece = title.slice(Math.min(a, b) % title.length, (Math.max(a, b) % title.length) + 1);
        expect(() => new RegExp(readTerms(piece).syllables ?? '')).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'卫健委伦理审查医院临床研究人工智能'), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
        (characters, start, length) => {
          const title = characters.join('');
          expect(isFound(title.slice(start % title.length, (start % title.length) + length), searchWords('report', { title }) ?? '')).toBe(
            true,
          );
        },
      ),
    );
  });
});
