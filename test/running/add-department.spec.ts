import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { waitFor } from '../support/lianxi';

const root = join(__dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'lianxi-copy-'));
const home = join(copy, 'home');
let added = 0;
let running: ChildProcess | undefined;

const read = (file: string): string => readFileSync(join(copy, file), 'utf8');
function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}
/** A file of its own: every line counts. */
function add(file: string, text: string): void {
  added += text.trimEnd().split('\n').length;
  write(file, text);
}
function insertBefore(file: string, place: string, text: string): void {
  if (!read(file).includes(place)) throw new Error(`${file} has no ${place}`);
  added += text.split('\n').length - 1;
  write(file, read(file).replace(place, `${text}${place}`));
}
const node = (...args: string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', timeout: 300_000 });
  return { status, said: `${stdout}${stderr}` };
};

beforeAll(() => {
  for (const part of [
    'libs',
    'services',
    'deploy',
    'test/bench',
    'nest-cli.json',
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
    'tsconfig.json',
    'README.md',
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  if (running?.pid !== undefined)
    try {
      process.kill(-running.pid, 'SIGKILL');
    } catch {
      /* it has ended */
    }
  rmSync(copy, { recursive: true, force: true });
});

describe('README, followed by somebody new', () => {
  it('adds a department in under 60 lines', () => {
    const profile =
      /```ts\n([\s\S]*?)```/.exec(read('README.md').split('## Add a department')[1] ?? '')?.[1]?.replaceAll(/^ {3}/gm, '') ?? '';
    const line = /one line, `(\{ id: 'fisheries'.*?\})`\./.exec(read('README.md'))?.[1] ?? '';
    add('services/fisheries/src/profile.ts', profile);
    for (const file of ['service.ts', 'main.ts']) add(`services/fisheries/src/${file}`, read(`services/fintech/src/${file}`));
    insertBefore(
      'nest-cli.json',
      '    "coordination": {',
      '    "fisheries": {\n      "type": "application",\n      "root": "services/fisheries",\n      "entryFile": "main",\n      "sourceRoot": "services/fisheries/src"\n    },\n',
    );
    insertBefore('libs/jurisdiction/src/register/services.ts', "  { id: 'coordination'", `  ${line},\n`);
    insertBefore(
      'libs/jurisdiction/src/editions/beijing.ts',
      "      fieldRule('bj-agriculture'",
      "      { ...fieldRule('bj-fisheries', 'agriculture', ['bj-agri'], 'fisheries'), when: [{ fact: 'fields', has: 'agriculture' }, { fact: 'unit.kind', is: 'research-institution' }] },\n",
    );
    expect(added).toBeLessThan(60);
  });

  it('adds a city as a file of data', () => {
    const shenzhen = read('libs/jurisdiction/src/editions/shenzhen.ts');
    write(
      'libs/jurisdiction/src/editions/zhuhai.ts',
      shenzhen
        .replaceAll("'sz-", "'zh-")
        .replaceAll('`sz-', '`zh-')
        .replaceAll("'shenzhen'", "'zhuhai'")
        .replaceAll('shenzhen-2024', 'zhuhai-2024')
        .replace('export const shenzhen', 'export const zhuhai')
        .replaceAll('深圳', '珠海')
        .replace('深科伦', '珠科伦'),
    );
    const register = read('libs/jurisdiction/src/register/register.ts');
    const cities = /`(\[beijing, shenzhen, \w+\])` are the cities/.exec(read('README.md').split('## Add a city')[1] ?? '')?.[1] ?? '';
    write(
      'libs/jurisdiction/src/register/register.ts',
      register
        .replace('import { shenzhen }', "import { zhuhai } from '../editions/zhuhai';\nimport { shenzhen }")
        .replace('[beijing, shenzhen]', cities),
    );
    expect(read('libs/jurisdiction/src/register/register.ts')).toContain('[beijing, shenzhen, zhuhai]');
  });

  it('has both proved, and sees a matter arrive at the new department', async () => {
    write(
      'tsconfig.added.json',
      JSON.stringify({ extends: './tsconfig.json', include: ['services/fisheries/src/*.ts', 'libs/jurisdiction/src/index.ts'] }),
    );
    expect(node('node_modules/typescript7/bin/tsc', '-p', 'tsconfig.added.json', '--noEmit', '--types', 'node,jest')).toEqual({
      status: 0,
      said: '',
    });
    expect(node('node_modules/@nestjs/cli/bin/nest.js', 'build', '--all').status).toBe(0);
    const proof = node('dist/libs/jurisdiction/src/commands/prove.js');
    expect([proof.status, proof.said]).toEqual([0, expect.stringContaining('zhuhai (zhuhai-2024-11-09)')]);
    running = spawn(process.execPath, ['dist/deploy/embedded/src/start.js'], {
      cwd: copy,
      env: { ...process.env, LIANXI_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    for (const stream of [running.stdout, running.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    await waitFor(
      'it is up',
      async () => {
        if (running?.exitCode !== null) throw new Error(said);
        return said.includes('已启动');
      },
      80_000,
    );
    const address = (service: string): string => new RegExp(`\\(${service}\\)\\s+(http://\\S+?)/pages`).exec(said)?.[1] ?? '';
    const facts = {
      city: 'beijing',
      kind: 'incident',
      fields: ['agriculture'],
      unit: { kind: 'research-institution', educationSystem: false, affiliation: null },
      funding: 'none',
      fundManager: null,
      receivedBy: 'bj-health',
    };
    const filed = await fetch(`${address('health')}/v1/matters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'add-department' },
      body: JSON.stringify({ facts, report: { title: '示例', text: '示例' }, noStateSecrets: true }),
    });
    const { caseId, service } = (await filed.json()) as { caseId: string; service: string };
    expect(service).toBe('fisheries');
    const elsewhere = await fetch(`${address('health')}/v1/matters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'add-city' },
      body: JSON.stringify({
        facts: { ...facts, city: 'zhuhai', receivedBy: 'zh-health', unit: { ...facts.unit, affiliation: 'zh-rural' } },
        report: { title: '示例', text: '示例' },
        noStateSecrets: true,
      }),
    });
    expect([elsewhere.status, await elsewhere.json()]).toEqual([
      201,
      expect.objectContaining({ holder: expect.stringMatching(/^zh-/), edition: 'zhuhai-2024-11-09' }),
    ]);
    const token = spawnSync(process.execPath, ['dist/deploy/embedded/src/token.js', 'bj-agri-case-officer'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, LIANXI_HOME: home },
    }).stdout.trim();
    await waitFor(
      'it has arrived',
      async () =>
        (await fetch(`${address('fisheries')}/v1/cases/${caseId}`, { headers: { authorization: `Bearer ${token}` } })).status === 200,
    );
  }, 600_000);
});
