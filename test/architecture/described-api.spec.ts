import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const command = join(root, 'dist/deploy/embedded/src/api/describe-api.js');

describe('what the services’ OpenAPI documents say of answers, and the portal’s client', () => {
  it('are what the controllers return: `npm run api:describe` would change nothing', () => {
    expect(existsSync(command)).toBe(true);
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, '--check'], { cwd: root, encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });
});
