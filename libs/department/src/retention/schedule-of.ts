import { readSchedule, unsetSchedule, type RetentionSchedule } from '@lianxi/casework';
import { ConfigurationRefused, type Configuration } from '@lianxi/chassis';
import { kinds } from '@lianxi/jurisdiction';

/** The organs' schedule as this installation was told it. Throws {@link ConfigurationRefused} at the start, before anything is kept by it. */
export function scheduleOf({ LIANXI_RETENTION: given }: Configuration): RetentionSchedule {
  if (given === undefined) return unsetSchedule;
  try {
    const schedule = readSchedule(given);
    const stranger = Object.keys(schedule.kinds).find((kind) => !(kinds as readonly string[]).includes(kind));
    if (stranger !== undefined) throw new RangeError(`no kind of matter is called ${stranger}`);
    return schedule;
  } catch (error) {
    throw new ConfigurationRefused(`Wrong or missing: LIANXI_RETENTION (${(error as Error).message})`);
  }
}
