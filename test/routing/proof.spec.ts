import { prove, register } from '@lianxi/jurisdiction';

describe('every combination of facts that the rules of Beijing and Shenzhen can tell apart', () => {
  it('has one answer, a holder with a desk, and a service that serves it; every rule applies to some matter', () => {
    const counts = prove(register);
    expect(counts.map(({ city }) => city)).toEqual(['beijing', 'shenzhen']);
    for (const { combinations, decided, designationRequired, unassigned } of counts) {
      expect(combinations).toBeGreaterThan(400_000);
      expect(decided + designationRequired + unassigned).toBe(combinations);
      expect(Math.min(decided, designationRequired, unassigned)).toBeGreaterThan(0);
    }
  });
});
