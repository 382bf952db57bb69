import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { home } from '../../deploy/embedded/src/places';
import { exportSpeed } from './export-speed';
import { filingDelay, filingSpeed } from './filing-speed';
import { ledgerCost } from './ledger-cost';
import { holds, type Line } from './measure';
import { references } from './references';
import { routingSpeed } from './routing-speed';
import { worklistGrowth } from './worklist-growth';
import { writeSpeed } from './write-speed';

const programs = join(__dirname, '../..');

/** `npm run bench [-- --quick]`: a table and .lianxi/bench.json; exits 1 when a ratio is not held. `--quick` measures less of everything, for a look. */
async function main(isQuick: boolean): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), 'lianxi-bench-'));
  const ground = await ProvingGround.open(programs);
  try {
    const lines: Line[] = [];
    const tell = (more: readonly Line[]): void => { lines.push(...more); process.stdout.write(more.map(asText).join('')); };
    tell(await references(ground.admin));
    const filing = await filingSpeed(ground, { filings: isQuick ? 400 : 3_000, rounds: isQuick ? 1 : 3, seconds: isQuick ? 2 : 6, directory });
    tell(filing.lines);
    tell(await filingDelay(ground, { aSecond: filing.aSecond / 2, seconds: isQuick ? 3 : 15 }));
    tell(await ledgerCost(ground, { filings: isQuick ? 300 : 3_000, rounds: isQuick ? 1 : 5 }));
    tell(await writeSpeed(ground, { rounds: isQuick ? 2 : 5, acts: isQuick ? 500 : 3_000 }));
    tell(await routingSpeed({ rounds: isQuick ? 2 : 5, decisions: isQuick ? 2_000 : 20_000 }));
    tell(await worklistGrowth(ground, programs, { many: isQuick ? 20_000 : 1_000_000, few: 1_000, rounds: isQuick ? 2 : 5 }));
    tell(await exportSpeed(ground, programs, { rows: isQuick ? 20_000 : 1_000_000, directory }));
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
  main(isQuick).then((held) => { process.exitCode = held || isQuick ? 0 : 1; }, (error: Error) => { process.stderr.write(`${error.stack ?? error.message}\n`); process.exitCode = 1; });
}
