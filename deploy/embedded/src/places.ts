import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isFree } from './free-port';
import { serviceNames } from './load-service';

/** Everything this installation keeps lies here; deleting it is a fresh start. */
export const home = (): string => process.env['LIANXI_HOME'] ?? join(process.cwd(), '.lianxi');

const firstPort = 4101;
const wanted: Readonly<Record<string, number>> = {
  portal: firstPort - 1,
  ...Object.fromEntries(serviceNames.filter((name) => name !== 'portal').map((name, place) => [name, firstPort + place])),
  issuer: 4110,
  witness: 4111,
  postgres: 4120,
  nats: 4122,
  'nats-monitor': 4123,
};

/** The ports this installation had at its last start, or would try first; nothing is changed. */
export function lastPorts(directory: string): Readonly<Record<string, number>> {
  const file = join(directory, 'ports.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : wanted;
}

/** The ports of this installation: the usual ones, or the next free ones when somebody else has them; kept for the next start. */
export async function keepPorts(directory: string): Promise<Record<string, number>> {
  const file = join(directory, 'ports.json');
  const before = lastPorts(directory);
  const taken = new Set<number>();
  const ports: Record<string, number> = {};
  for (const [name, usual] of Object.entries(wanted)) {
    ports[name] = await nextFree(before[name] ?? usual, taken);
    taken.add(ports[name]);
  }
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(ports, null, 2)}\n`);
  return ports;
}

async function nextFree(from: number, taken: ReadonlySet<number>): Promise<number> {
  for (let port = from; port < 4200; port += 1) if (!taken.has(port) && (await isFree(port))) return port;
  return freePort();
}
