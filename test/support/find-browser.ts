import { existsSync } from 'node:fs';

/** A Chromium of this machine (`apt-get install chromium`), or the one LIANXI_CHROMIUM names; undefined when there is none. */
export const findBrowser = (): string | undefined => [process.env['LIANXI_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== '' && existsSync(path));

export const quietBrowser = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
