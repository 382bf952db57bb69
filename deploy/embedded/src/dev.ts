import { execFile, fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { transformFile } from '@swc/core';
import { endOf } from './child-server';
import { portalAddress } from './environment';
import { openInstallation } from './installation';
import { onStop } from './on-stop';
import { home } from './places';

const root = join(__dirname, '../../../..');
const folders = ['libs', 'services', 'deploy'];

/** `npm run dev`: servers stay up; a changed file is compiled by itself and the services are started again. */
async function main(): Promise<void> {
  const installation = await openInstallation(home());
  const changed = new Set<string>();
  let services = await run(installation.around);
  let busy: Promise<void> = Promise.resolve();
  const reload = async (): Promise<void> => {
    if (changed.size === 0) return;
    const began = performance.now();
    const files = [...changed];
    changed.clear();
    await Promise.all(files.map(compile));
    services.kill('SIGTERM');
    await endOf(services, 2_000);
    services = await run(installation.around);
    process.stdout.write(`重新加载 Reloaded in ${Math.round(performance.now() - began)} ms: ${files.join(', ')}\n`);
  };
  for (const folder of folders)
    watch(join(root, folder), { recursive: true }, (_kind, name) => {
      if (name !== null && isOfPages(join(folder, name))) {
        busy = busy
          .then(() => buildPages())
          .catch((error: Error) => {
            process.stderr.write(`${error.message}\n`);
          });
        return;
      }
      if (!name?.endsWith('.ts') || name.endsWith('.spec.ts')) return;
      changed.add(join(folder, name));
      busy = busy
        .then(() => reload())
        .catch((error: Error) => {
          process.stderr.write(`${error.message}\n`);
        });
    });
  process.stdout.write(
    `联席 Lianxi: ${portalAddress(installation.around.ports)}\n修改源文件即自动重新加载 Change a source file and it is loaded again. Stop: Ctrl-C\n`,
  );
  onStop(async () => {
    installation.end();
    services.kill('SIGTERM');
    await endOf(services, 3_000).finally(() => installation.stop());
  });
}

function run(around: object): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'dev-services.js'), { env: { ...process.env, LIANXI_AROUND: JSON.stringify(around) } });
  return new Promise((resolve) => {
    child.once('message', () => resolve(child));
    child.once('exit', () => resolve(child));
  });
}

const isOfPages = (file: string): boolean => file.startsWith(join('services', 'portal', 'web'));

/** The portal's pages are built by themselves: the services need not start again for them. */
async function buildPages(): Promise<void> {
  const began = performance.now();
  await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', join(root, 'services/portal/web/vite.config.mts')],
    { cwd: root },
  );
  process.stdout.write(`重新编译门户页面 Rebuilt the portal's pages in ${Math.round(performance.now() - began)} ms\n`);
}

/** A file that does not compile is said so, and the services go on with what they had. */
async function compile(file: string): Promise<void> {
  const { code, map } = await transformFile(join(root, file), {
    cwd: root,
    configFile: join(root, '.swcrc'),
    filename: join(root, file),
    jsc: { baseUrl: root },
  });
  const target = join(root, 'dist', file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  if (map !== undefined) writeFileSync(`${target}.map`, map);
}

main().catch((error: Error & { exitCode?: number }) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode ?? 1);
});
