import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { ProofCount } from '@lianxi/jurisdiction';

/** The compiled program walks the combinations several times as fast as the test's own copy of it would. */
const provedCounts = (): ProofCount[] => {
  const library = JSON.stringify(join(__dirname, '../../dist/libs/jurisdiction/src/index.js'));
  return JSON.parse(
    execFileSync(
      process.execPath,
      ['-e', `const { prove, register } = require(${library}); console.log(JSON.stringify(prove(register)))`],
      { encoding: 'utf8' },
    ),
  ) as ProofCount[];
};

describe('every combination of facts that the rules of Beijing and Shenzhen can tell apart', () => {
  it('has one answer, a holder with a desk, and a service that serves it; every rule applies to some matter', () => {
    const counts = provedCounts();
    expect(counts.map(({ city }) => city)).toEqual(['beijing', 'shenzhen']);
    for (const { combinations, decided, designationRequired, unassigned } of counts) {
      expect(combinations).toBeGreaterThan(400_000);
      expect(decided + designationRequired + unassigned).toBe(combinations);
      expect(Math.min(decided, designationRequired, unassigned)).toBeGreaterThan(0);
    }
  });
});
