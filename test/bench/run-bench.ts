import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { home } from '../../deploy/embedded/src/places';
import { clockBacklog } from './clock-backlog';
import { exportSpeed } from './export-speed';
import { filingDelay, filingSpeed } from './filing-speed';
import { ledgerCost } from './ledger-cost';
import { holds, type Line } from './measure';
import { references } from './references';
import { routingSpeed } from './routing-speed';
import { worklistGrowth } from './worklist-growth';
import { writeSpeed } from './write-speed';

const programs = join(__dirname, '../..');

interface Setting {
  readonly ground: ProvingGround;
  readonly isQuick: boolean;
  readonly directory: string;
}

const parts: Readonly<Record<string, (setting: Setting) => Promise<readonly Line[]>>> = {
  machine: ({ ground }) => references(ground.admin),
  filing: async ({ ground, isQuick, directory }) => {
    const { lines, aSecond } = await filingSpeed(ground, {
      filings: isQuick ? 400 : 3_000,
      rounds: isQuick ? 1 : 3,
      seconds: isQuick ? 2 : 6,
      directory,
    });
    return [...lines, ...(await filingDelay(ground, { aSecond: aSecond / 2, seconds: isQuick ? 3 : 15 }))];
  },
  ledger: ({ ground, isQuick }) => ledgerCost(ground, { filings: isQuick ? 300 : 3_000, rounds: isQuick ? 1 : 5 }),
  writes: ({ ground, isQuick }) => writeSpeed(ground, { rounds: isQuick ? 2 : 5, acts: isQuick ? 500 : 3_000 }),
  routing: ({ isQuick }) => routingSpeed({ rounds: isQuick ? 2 : 5, decisions: isQuick ? 2_000 : 20_000 }),
  worklists: ({ ground, isQuick }) =>
    worklistGrowth(ground, programs, { many: isQuick ? 20_000 : 1_000_000, few: 1_000, rounds: isQuick ? 2 : 5 }),
  clocks: ({ ground, isQuick }) => clockBacklog(ground, { moments: isQuick ? 6_000 : 100_000 }),
  export: ({ ground, isQuick, directory }) =>
    exportSpeed(ground, programs, { rows: isQuick ? 20_000 : 1_000_000, rounds: isQuick ? 1 : 3, directory }),
};

/** `npm run bench [-- --quick] [--only PART,PART]`: a table and .lianxi/bench.json; exits 1 when a ratio is not held. `--quick` measures less of everything, for a look. */
async function main(isQuick: boolean, chosen: readonly string[]): Promise<boolean> {
  const unknown = chosen.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. --only takes ${Object.keys(parts).join(', ')}.`);
  const directory = mkdtempSync(join(tmpdir(), 'lianxi-bench-'));
  const ground = await ProvingGround.open(programs);
  try {
    const lines: Line[] = [];
    for (const name of chosen) {
      const more = (await parts[name]?.({ ground, isQuick, directory })) ?? [];
      lines.push(...more);
      process.stdout.write(more.map(asText).join(''));
    }
    const file = join(home(), 'bench.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ isQuick, lines: lines.map((line) => ({ ...line, holds: holds(line) })) }, null, 1)}\n`);
    return lines.every(holds);
  } finally {
    await ground.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function asText(line: Line): string {
  const bound = line.atLeast !== undefined ? `at least ${line.atLeast}` : line.atMost !== undefined ? `at most ${line.atMost}` : '';
  const value = Number.isNaN(line.value) ? '-' : line.value >= 100 ? line.value.toFixed(0) : line.value.toPrecision(3);
  return `${holds(line) ? ' ' : '!'} ${line.name.padEnd(72)} ${value.padStart(8)} ${line.unit.padEnd(3)} ${bound}${line.remark === undefined ? '' : `  ${line.remark}`}\n`;
}

if (require.main === module) {
  const isQuick = process.argv.includes('--quick');
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
  main(isQuick, only?.split(',') ?? Object.keys(parts)).then(
    (held) => {
      process.exitCode = held || isQuick ? 0 : 1;
    },
    (error: Error) => {
      process.stderr.write(`${error.stack ?? error.message}\n`);
      process.exitCode = 1;
    },
  );
}
