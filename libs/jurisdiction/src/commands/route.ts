import { readFileSync } from 'node:fs';
import { checkFacts } from '../decision/check-facts';
import { decide } from '../decision/decide';
import { FactRefused } from '../decision/fact-refused';

/** One line of JSON for a matter: the decision, or the error that names the fact. */
export function routeLine(matter: unknown): string {
  const id = (matter as { id?: unknown } | null)?.id ?? null;
  try {
    return JSON.stringify({ id, ...decide(checkFacts(matter)) });
  } catch (error) {
    if (!(error instanceof FactRefused)) throw error;
    return JSON.stringify({ id, error: { code: error.code, fact: error.fact, message: error.message } });
  }
}

function main(file: string | undefined): number {
  if (file === undefined) {
    process.stderr.write('Usage: npm run --silent route -- FILE\n');
    return 2;
  }
  let matters: unknown;
  try {
    matters = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    process.stderr.write(`${file} cannot be read as JSON: ${(error as Error).message}\n`);
    return 1;
  }
  if (!Array.isArray(matters)) {
    process.stderr.write(`${file} is not an array of matters.\n`);
    return 1;
  }
  for (const matter of matters) process.stdout.write(`${routeLine(matter)}\n`);
  return 0;
}

if (require.main === module) process.exitCode = main(process.argv[2]);
