import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPosts } from './demo-people';
import { issuer, IssuerRefused, signToken } from './issuer';
import { home } from './places';
import type { Secrets } from './secrets';

/** `npm run --silent token -- PERSON [--minutes N]`: an access token of the local issuer, for demonstrations. */
async function main(args: readonly string[]): Promise<string> {
  if (process.env['LIANXI_MODE'] === 'production') throw new IssuerRefused('The local issuer gives no tokens in production mode.');
  const [subject, flag, value] = args;
  const people = demoPosts().map((post) => post.subject);
  if (subject === undefined || !people.includes(subject))
    throw new Error(`Usage: npm run --silent token -- PERSON, where PERSON is one of:\n${people.join('\n')}`);
  const secretsFile = join(home(), 'secrets.json');
  if (!existsSync(secretsFile)) throw new Error('Nothing is installed here yet: run npm start first.');
  const { issuerKey } = JSON.parse(readFileSync(secretsFile, 'utf8')) as Secrets;
  const minutes = flag === '--minutes' ? Number(value) : 480;
  if (!Number.isFinite(minutes) || minutes <= 0) throw new Error('--minutes takes a number of minutes.');
  return signToken(issuerKey, { subject, issuer, minutes, now: performance.timeOrigin / 1000 + performance.now() / 1000 });
}

main(process.argv.slice(2)).then(
  (token) => process.stdout.write(`${token}\n`),
  (error: Error & { exitCode?: number }) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode ?? 1;
  },
);
