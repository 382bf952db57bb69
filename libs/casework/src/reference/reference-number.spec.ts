import fc from 'fast-check';
import { findReference, referenceText } from './reference-number';

describe('an official number', () => {
  it('has the mark, the year in tortoise-shell brackets and a serial without zeros before it', () => {
    expect(referenceText({ mark: '京科伦医', year: 2026, serial: 7 })).toBe('京科伦医〔2026〕7号');
  });

  it('is read back as it was written', () => {
    const mark = fc.array(fc.constantFrom(...'京深科伦医智农(stc)(eit)'), { minLength: 1, maxLength: 12 }).map((marks) => marks.join(''));
    fc.assert(
      fc.property(mark, fc.integer({ min: 1949, max: 2999 }), fc.integer({ min: 1, max: 999_999_999 }), (given, year, serial) => {
        expect(findReference(referenceText({ mark: given, year, serial }))).toEqual({ mark: given, year, serial });
      }),
    );
  });

  it.each([
    { mark: '', year: 2026, serial: 1 },
    { mark: '京', year: 26, serial: 1 },
    { mark: '京', year: 2026, serial: 0 },
    { mark: '京〔', year: 2026, serial: 1 },
    { mark: '京2', year: 2026, serial: 1 },
  ])('%j could not be issued', (number) => {
    expect(() => referenceText(number)).toThrow(expect.objectContaining({ code: 'reference-number' }) as Error);
  });

  it.each(['京[2026]1号', '京〔2026〕01号', '京〔2026〕1', '〔2026〕1号', '京〔2026〕1号 '])('"%s" is none', (text) => {
    expect(findReference(text)).toBeUndefined();
  });
});
