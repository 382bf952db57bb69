import { prove, ProofFailed } from '../proof/prove';
import { register } from '../register/register';

if (require.main === module) {
  try {
    for (const count of prove(register)) {
      process.stdout.write(
        `${count.city} (${count.edition}): ${count.combinations} combinations walked: ${count.decided} decided, ` +
          `${count.designationRequired} designation-required, ${count.unassigned} unassigned; ${count.uncovered} with something uncovered\n`,
      );
    }
  } catch (error) {
    if (!(error instanceof ProofFailed)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
