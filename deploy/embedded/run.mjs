// Makes `npm start`, `npm test` and the rest work on a machine with nothing but Node.js and npm: installs what is missing,
// builds what has changed, then runs the command. Uses only what Node itself brings.
import { availableParallelism } from 'node:os';
import { spawnSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const [command, ...args] = process.argv.slice(2);
const isQuiet = [
  'route',
  'routing:prove',
  'token',
  'custodian',
  'procedures:draw',
  'permissions:propose',
  'audit:verify',
  'audit:page',
].includes(command);

const programs = {
  start: 'deploy/embedded/src/start.js',
  token: 'deploy/embedded/src/token.js',
  custodian: 'deploy/embedded/src/custodian.js',
  ledger: 'deploy/embedded/src/tell-ledger.js',
  reset: 'deploy/embedded/src/reset.js',
  doctor: 'deploy/embedded/src/doctor.js',
  dev: 'deploy/embedded/src/dev.js',
  'api:describe': 'deploy/embedded/src/api/describe-api.js',
  screens: 'deploy/embedded/src/screens.js',
  demo: 'deploy/embedded/src/demo/tell-story.js',
  faults: 'deploy/embedded/src/faults/run-faults.js',
  bench: 'test/bench/run-bench.js',
  'audit:page': 'libs/checker/src/commands/write-page.js',
  'audit:verify': 'libs/checker/src/commands/verify-package.js',
  route: 'libs/jurisdiction/src/commands/route.js',
  'routing:prove': 'libs/jurisdiction/src/commands/prove.js',
  'permissions:propose': 'libs/casework/src/commands/propose-permissions.js',
  'procedures:draw': 'libs/casework/src/commands/draw-procedures.js',
};

function say(text) {
  if (!isQuiet) process.stderr.write(`${text}\n`);
}

function runOrStop(program, parameters, what) {
  const { status } = spawnSync(program, parameters, {
    cwd: root,
    stdio: ['ignore', isQuiet ? 'ignore' : 2, 2],
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (status !== 0) {
    process.stderr.write(`${what} failed.\n`);
    process.exit(status ?? 1);
  }
}

/** A mark says for which lock file the modules were installed. */
function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules/.lianxi-installed');
  const isPresent = existsSync(join(root, 'node_modules/@nestjs/cli')) && existsSync(join(root, 'node_modules/jest'));
  if (isPresent && (!existsSync(mark) || readFileSync(mark, 'utf8') === wanted)) {
    if (!existsSync(mark)) writeFileSync(mark, wanted);
    return;
  }
  say('安装依赖 Installing packages …');
  runOrStop(npm, ['ci', '--no-audit', '--no-fund'], 'npm ci');
  writeFileSync(mark, wanted);
}

const sourcesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesUnder(path);
    return entry.name.endsWith('.ts') && !path.includes('services/portal/web/') ? [path] : [];
  });
const allUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? allUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const stateOf = (paths) =>
  createHash('sha256')
    .update(
      paths
        .map((path) => `${relative(root, path)} ${statSync(path).size} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
        .join('\n'),
    )
    .digest('hex');

/** Builds when any source, or the way of building, differs from what was built last. */
function build() {
  const sources = ['libs', 'services', 'deploy', 'test/bench']
    .map((folder) => join(root, folder))
    .filter(existsSync)
    .flatMap(sourcesUnder)
    .sort();
  const state = stateOf([...sources, join(root, 'nest-cli.json'), join(root, 'tsconfig.base.json'), join(root, 'package-lock.json')]);
  const mark = join(root, 'dist/.lianxi-built');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return;
  say('编译 Building …');
  for (const name of existsSync(join(root, 'dist')) ? readdirSync(join(root, 'dist')) : [])
    if (name !== 'web') rmSync(join(root, 'dist', name), { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', '--all'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}\nThe build failed.\n`);
    process.exit(status ?? 1);
  }
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, state);
}

/** The portal's pages, which people's browsers run: built apart, so that neither waits for a change of the other. */
function buildWeb() {
  const folder = join(root, 'services/portal/web');
  const state = stateOf([...allUnder(folder).sort(), join(root, 'package-lock.json')]);
  const mark = join(root, 'dist/web/.lianxi-built');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return;
  say('编译门户页面 Building the portal’s pages …');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', join(folder, 'vite.config.mts')],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}\nThe build of the portal's pages failed.\n`);
    process.exit(status ?? 1);
  }
  writeFileSync(mark, state);
}

function passOn(program, parameters) {
  const child = spawn(program, parameters, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
  child.on('exit', (status, signal) => process.exit(status ?? (signal ? 130 : 1)));
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Node.js 20.19 or newer is needed; this is ${process.version}.\n`);
  process.exit(1);
}
install();
if (command === 'build') {
  build();
  buildWeb();
} else if (command === 'test' || command === 'test:unit') {
  const jest = [join(root, 'node_modules/jest/bin/jest.js')];
  const chosen = command === 'test:unit' ? ['--selectProjects', 'unit'] : [];
  build();
  if (command === 'test') buildWeb();
  // More workers than processors keep these busy, but on a slow machine services then answer later than anybody waits for them.
  const workers = Math.min(Math.max(availableParallelism(), 2), 4);
  passOn(process.execPath, [
    ...jest,
    ...chosen,
    `--maxWorkers=${workers}`,
    ...args.flatMap((name) => (name.startsWith('-') ? [name] : ['--testPathPatterns', name])),
  ]);
} else {
  const program = programs[command];
  if (!program) {
    process.stderr.write(`Unknown command ${command ?? ''}.\n`);
    process.exit(2);
  }
  if (!(command === 'token' && existsSync(join(root, 'dist/.lianxi-built')))) build();
  if (['start', 'dev', 'screens'].includes(command)) buildWeb();
  passOn(process.execPath, ['--enable-source-maps', join(root, 'dist', program), ...args]);
}
