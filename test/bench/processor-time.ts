import { existsSync, readdirSync, readFileSync } from 'node:fs';

const ticksASecond = 100;

/** Milliseconds of processor time this process and all that descend from it have used, also those that have ended; undefined where there is no /proc. */
export function processorTime(): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const read = readStat(name);
        return read ? [[Number(name), read] as const] : [];
      }),
  );
  const isOurs = (pid: number): boolean => {
    for (let each = pid; each > 1; each = all.get(each)?.parent ?? 0) if (each === process.pid) return true;
    return false;
  };
  const ticks = [...all].filter(([pid]) => isOurs(pid)).reduce((sum, [, { used }]) => sum + used, 0);
  return (ticks * 1_000) / ticksASecond;
}

/** The same of one process alone. */
export const processorTimeOf = (pid: number): number => ((readStat(String(pid))?.used ?? Number.NaN) * 1_000) / ticksASecond;

function readStat(pid: string): { parent: number; used: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), used: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) };
  } catch {
    return undefined;
  }
}
