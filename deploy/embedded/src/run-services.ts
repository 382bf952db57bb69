import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { environmentFor, type Surroundings } from './environment';
import { endOf, startChild } from './child-server';
import { loadService, serviceNames } from './load-service';

const namesIn = (around: Surroundings): string[] => [...serviceNames, ...(around.witnessDirectory === undefined ? [] : ['witness'])];

export interface RunningServices {
  stop(): Promise<void>;
}

/** All services in this process; each with its own variables, pools, logins and broker user. */
export async function runTogether(around: Surroundings): Promise<RunningServices> {
  const running = await Promise.all(namesIn(around).map(async (name) => (await loadService(name)).start(environmentFor(name, around))));
  return {
    stop: async () => {
      await Promise.all(running.map((service) => service.close()));
    },
  };
}

/** Each service as its own process; one that dies is started again. */
export async function runSeparately(around: Surroundings): Promise<RunningServices> {
  const children = new Map<string, ChildProcess>();
  let stopping = false;
  const run = (name: string): void => {
    const main = join(__dirname, '../../../services', name, 'src/main.js');
    const child = startChild(process.execPath, [main], {
      env: { PATH: process.env['PATH'], ...environmentFor(name, around) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.set(name, child);
    child.once('exit', () => {
      if (!stopping)
        setTimeout(() => {
          if (!stopping) run(name);
        }, 250);
    });
  };
  namesIn(around).forEach(run);
  await Promise.all(namesIn(around).map((name) => whenHealthy(`http://127.0.0.1:${around.ports[name]}/health`)));
  return {
    stop: async () => {
      stopping = true;
      await Promise.all(
        [...children.values()].map((child) => {
          child.kill('SIGTERM');
          return endOf(child, 10_000);
        }),
      );
    },
  };
}

async function whenHealthy(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}
