import { readFileSync } from 'node:fs';
import sodium from 'libsodium-wrappers-sumo';
import { handIn, type Challenge } from '@lianxi/chassis';

const usage =
  'Usage: npm run --silent custodian -- KEYFILE < challenge.json, the challenge being that of the page of identities, or of GET /v1/openings/ID at the vault.';

/** `npm run --silent custodian -- KEYFILE < challenge.json`: opens a custodian's halves on the custodian's own machine, and prints what is handed in with the approval. */
async function main([keyFile]: readonly string[]): Promise<string> {
  if (keyFile === '--help') return usage;
  if (keyFile === undefined) throw new Error(usage);
  await sodium.ready;
  return handIn(JSON.parse(readFileSync(0, 'utf8')) as Challenge, readFileSync(keyFile, 'utf8').trim());
}

main(process.argv.slice(2)).then(
  (share) => process.stdout.write(`${share}\n`),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
