import { isUnitCode } from './unit-code';

describe('a unit', () => {
  it.each(['91350100M000100Y43', 'OWN-EXAMPLE-LAB'])('is named by %s', (code) => {
    expect(isUnitCode(code)).toBe(true);
  });

  it.each([
    ['one symbol is wrong', '91350100M000100Y44'],
    ['two are exchanged', '91350100M000010Y43'],
    ['it is too short', '91350100M000100Y4'],
    ['a letter is none of the code', '91350100M0001O0Y43'],
    ['it is a name', '示例医院'],
    ['nothing follows', 'OWN-'],
  ])('is not, where %s: %s', (_why, code) => {
    expect(isUnitCode(code)).toBe(false);
  });
});
