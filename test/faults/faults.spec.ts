import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const program = join(__dirname, '../../dist/deploy/embedded/src/faults/run-faults.js');

describe('a campaign in which servers, services and connections are killed at random', () => {
  it('loses nothing, does nothing twice, holds every case in one place, and lets each measure of a decision take effect once', () => {
    if (!existsSync(program)) throw new Error('The services are not built: run npm test, or npm run build first.');
    const seed = process.env['LIANXI_FAULTS_SEED'] ?? '20261121';
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--seconds', '30', '--seed', seed], {
      encoding: 'utf8',
      timeout: 280_000,
    });
    expect(`${stdout}${stderr}`).toContain('Nothing was lost, nothing was done twice.');
    expect(stdout).toMatch(/[1-9]\d* measures opened/);
    const dealt = [...stdout.matchAll(/^ {1,5}(\d+) {2}\S/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(dealt).toBeGreaterThanOrEqual(5);
    // Fewer faults in a minute than asked for are a slow machine's, and no fault of the program's.
    expect(status === 0 || stdout.includes('(fewer than')).toBe(true);
  }, 300_000);
});
