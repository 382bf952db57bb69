import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const known = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const findInstalled = (): string | undefined => {
  const given = process.env['LIANXI_BROWSER'];
  if (given !== undefined) return given;
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0 && stdout.trim() !== '') return stdout.trim();
  }
  return known.find((path) => existsSync(path));
};

/** Asks for a Chromium once, however many ask at the same time: who comes later waits, and finds it installed. */
const install = `command -v chromium && exit
get() { apt-get -q -y install --no-install-recommends chromium fonts-noto-cjk; }
get || { apt-get -q update; get; }`;

/** A Chromium of this machine; where Debian or Ubuntu can give one to root, it is installed. Undefined where none can be had. */
export function findBrowser(): string | undefined {
  const installed = findInstalled();
  if (installed !== undefined || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return installed;
  spawnSync('flock', [join(tmpdir(), 'lianxi-browser.lock'), 'sh', '-c', install], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
  });
  return findInstalled();
}

export const browserArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const noBrowser = `
================================================================================
 浏览器测试没有运行：本机没有 Chromium，也无法安装。
 THE BROWSER TESTS DID NOT RUN: this machine has no Chromium and none could be
 installed. Install chromium, or name one in LIANXI_BROWSER.
================================================================================
`;
