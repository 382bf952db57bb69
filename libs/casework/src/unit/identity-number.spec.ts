import { isIdentity, isIdentityNumber } from './identity-number';

describe('the number of an identity card', () => {
  it.each(['11010519491231002X', '440524188001010014'])('%s is one', (number) => {
    expect(isIdentityNumber(number)).toBe(true);
  });

  it.each([
    ['the last symbol is wrong', '110105194912310021'],
    ['two digits are exchanged', '11010519491321002X'],
    ['there is no such day', '11010519490230002X'],
    ['it is too short', '1101051949123100'],
    ['it has a small x', '11010519491231002x'],
    ['it is a name', '张三'],
    ['it begins with a nought', '01010519491231002X'],
  ])('it is none where %s: %s', (_why, number) => {
    expect(isIdentityNumber(number)).toBe(false);
  });

  it('stands for a person as a credit code stands for a unit', () => {
    expect(['11010519491231002X', '91350100M000100Y43', '张三', ''].map(isIdentity)).toEqual([true, true, false, false]);
  });
});
