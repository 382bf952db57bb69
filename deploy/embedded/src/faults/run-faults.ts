import { join } from 'node:path';
import { runCampaign, type CampaignOrder, type CampaignResult } from './campaign';
import { plant, plantedDefects } from './planted-defects';

const programs = join(__dirname, '../../../..');
const fewestFaultsAMinute = 20;
const mostCampaigns = 4;

/**
 * `npm run faults -- --seconds N --seed S`: breaks everything at random while people work, and checks that nothing was lost or
 * done twice. `--plant NAME` (or `all`) does it to a program with a mistake in it, and fails when the mistake is not found.
 */
async function main(args: readonly string[]): Promise<number> {
  const option = (name: string, otherwise: string): string =>
    args.includes(`--${name}`) ? (args[args.indexOf(`--${name}`) + 1] ?? otherwise) : otherwise;
  const seconds = Number(option('seconds', '60'));
  const seed = Number(option('seed', '1'));
  if (!Number.isFinite(seconds) || seconds <= 0 || !Number.isInteger(seed))
    throw new Error('Usage: npm run faults -- [--seconds N] [--seed S] [--plant NAME|all] [--quiet]');
  const planted = option('plant', '');
  const say = args.includes('--quiet')
    ? (): void => undefined
    : (line: string): void => {
        process.stdout.write(`${line}\n`);
      };
  if (planted === '') return report(await runCampaign({ seconds, seed, programs, say }));
  let missed = 0;
  for (const name of planted === 'all' ? Object.keys(plantedDefects) : [planted]) {
    const { violations, campaigns } = await hunt(plant(programs, name), { seconds, seed, say });
    process.stdout.write(
      `${violations.length > 0 ? 'FOUND ' : 'MISSED'} ${name} in ${campaigns} campaign${campaigns === 1 ? '' : 's'}: ${plantedDefects[name]?.what}\n${violations
        .slice(0, 3)
        .map((line) => `         ${line.slice(0, 200)}\n`)
        .join('')}`,
    );
    if (violations.length === 0) missed += 1;
  }
  return missed === 0 ? 0 : 1;
}

/** What shows only when two rare things meet may take more than one campaign; each has the next seed. */
async function hunt(
  planted: string,
  order: Omit<CampaignOrder, 'programs'>,
): Promise<{ violations: readonly string[]; campaigns: number }> {
  for (let campaigns = 1; ; campaigns += 1) {
    const { violations } = await runCampaign({ ...order, seed: order.seed + campaigns - 1, programs: planted });
    if (violations.length > 0 || campaigns === mostCampaigns) return { violations, campaigns };
  }
}

function report(result: CampaignResult): number {
  const isTooFew = result.faultsAMinute < fewestFaultsAMinute;
  process.stdout.write(`
${[...result.faults]
  .sort(([, a], [, b]) => b - a)
  .map(([kind, count]) => `${String(count).padStart(5)}  ${kind}`)
  .join('\n')}
${result.faultsAMinute.toFixed(0)} faults a minute${isTooFew ? ` (fewer than ${fewestFaultsAMinute})` : ''}
${result.filed} filings answered, ${result.acts} acts, ${result.handOvers} hand-overs, ${result.designations} designations, ${result.firings} moments of periods, ${result.measures} measures opened, ${result.lapsed} lapsed
too late to have an effect: ${[...result.stale].map(([kind, count]) => `${count} × ${kind}`).join(', ') || 'nothing'}
not done at the first try: ${[...result.troubles]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([why, count]) => `${count} × ${why}`)
    .join(', ')}
at rest after ${(result.restAfterMs / 1000).toFixed(1)} s; ${result.snapshots} snapshots checked on the way
${result.violations.length === 0 ? 'Nothing was lost, nothing was done twice.' : `${result.violations.length} violations:\n${result.violations.slice(0, 20).join('\n')}`}
`);
  return result.violations.length === 0 && !isTooFew ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(2);
  },
);
