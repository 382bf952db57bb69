// Runs every command that README names, as a newcomer would; long ones for a short while.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = mkdtempSync(join(tmpdir(), 'lianxi-readme-'));
const env = { ...process.env, LIANXI_HOME: home };
const readme = readFileSync('README.md', 'utf8');
const named = [
  ...new Set([...readme.matchAll(/`(?:[A-Z_]+=\S+ )?(npm [^`]+)`/g), ...readme.matchAll(/^(npm \S.*)$/gm)].map((found) => found[1].trim())),
];
const failures = [];

function run(command, { within = 120_000 } = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8', timeout: within, maxBuffer: 1e9 });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${command}`);
  if (status !== 0) failures.push(`${command}\n${`${stdout}${stderr}`.slice(-2_000)}`);
  return stdout ?? '';
}

/** Starts what stays up until it says so, does something with it, and stops it. */
async function whileUp(command, sign, work, more = {}) {
  const child = spawn('sh', ['-c', `exec ${command}`], { env: { ...env, ...more }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const end = Date.now() + 120_000;
  while (!said.includes(sign) && child.exitCode === null && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  const isUp = said.includes(sign);
  console.log(`${isUp ? 'ok    ' : 'FAILED'} ${command}${Object.keys(more).length > 0 ? ` (${JSON.stringify(more)})` : ''}`);
  if (!isUp) failures.push(`${command}\n${said.slice(-2_000)}`);
  else await work(said);
  await stopped(child, command);
}

/** As Ctrl-C does it: every process of the terminal hears it. */
async function stopped(child, command) {
  if (child.exitCode === null) process.kill(-child.pid, 'SIGINT');
  const patience = setTimeout(() => {
    failures.push(`${command}\ndid not stop`);
    process.kill(-child.pid, 'SIGKILL');
  }, 30_000);
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(patience);
}

/** The way of README's first page: a matter filed at agriculture is found at health by somebody who signed in. */
async function tryIt(said) {
  const address = (service) => new RegExp(`\\(${service}\\)\\s+(http://\\S+?)/pages`).exec(said)?.[1];
  const token = run('npm run --silent token -- bj-health-case-officer').trim();
  const facts = {
    city: 'beijing',
    kind: 'incident',
    fields: ['human-life-medicine'],
    unit: { kind: 'medical-institution', educationSystem: false, affiliation: null },
    funding: 'none',
    fundManager: null,
    receivedBy: 'bj-agri',
  };
  const filed = await fetch(`${address('agriculture')}/v1/matters`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `readme-${Date.now()}` },
    body: JSON.stringify({ facts, report: { title: '示例', text: '示例' }, noStateSecrets: true }),
  });
  const { caseId, receipt } = await filed.json();
  let status = 0;
  for (let attempt = 0; attempt < 100 && status !== 200; attempt += 1) {
    status = (await fetch(`${address('health')}/v1/cases/${caseId}`, { headers: { authorization: `Bearer ${token}` } })).status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  console.log(`${status === 200 ? 'ok    ' : 'FAILED'} filed at agriculture (${receipt}), read at health`);
  if (status !== 200) failures.push(`The matter filed at agriculture did not arrive at health (${status}).`);
  for (let attempt = 0; attempt < 20 && spawnSync('sh', ['-c', 'npm run ledger'], { env }).status !== 0; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 500));
  run('npm run ledger');
}

// `npm test` has just run the programs of the last two, the campaign for a shorter time.
const done = new Set(['npm test', 'npm run check', 'npm run routing:prove', 'npm run faults -- --seconds 60 --seed 1']);
await whileUp('npm start', '已启动', tryIt);
await whileUp('npm start', '已启动', async () => undefined, { LIANXI_PROCESSES: 'separate' });
await whileUp('npm run dev', '重新加载 Change', async () => undefined);
for (const command of ['npm start', 'npm run dev', 'npm run ledger', 'npm run --silent token -- bj-health-case-officer']) done.add(command);
for (const command of named.filter((each) => !done.has(each))) {
  // All unit tests have just run as part of `npm test`.
  const short = command
    .replace(/^npm run test:unit$/, 'npm run test:unit -- libs/contracts')
    // Without the part in which all periods of the parts before fall due too, which takes two minutes.
    .replace('npm run bench -- --quick', 'npm run bench -- --quick --only machine,filing,ledger,writes,routing,worklists,export')
    .replace('npm run faults -- --plant all', 'npm run faults -- --plant two-holders --seconds 10 --quiet');
  run(short, { within: 240_000 });
}
const changed = spawnSync('git', ['status', '--porcelain', 'docs'], { encoding: 'utf8' }).stdout.trim();
if (changed !== '') failures.push(`README's commands changed files: ${changed}`);
rmSync(home, { recursive: true, force: true });
if (failures.length > 0) {
  console.error(`\n${failures.join('\n\n')}`);
  process.exit(1);
}
