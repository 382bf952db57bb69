import { findRetentionClass, usualRetention } from './retention-classes';

/** Which class a case has until somebody says otherwise on it. Each organ has a schedule of its own, approved by the archive authority. */
export interface RetentionSchedule {
  readonly usual: string;
  /** By kind of matter; work for a matter has its kind. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Whether the organ says that this is its approved schedule. */
  readonly confirmed: boolean;
}

/** What holds where no organ has given its own: nobody approved it (U24). */
export const unsetSchedule: RetentionSchedule = { usual: usualRetention, kinds: {}, confirmed: false };

/** Reads a schedule as an installation is told it. Throws a RangeError naming what is wrong: a class nobody knows would keep, or lose, by a slip of the pen. */
export function readSchedule(given: Readonly<Record<string, unknown>>): RetentionSchedule {
  const stranger = Object.keys(given).find((name) => !['usual', 'kinds', 'confirmed'].includes(name));
  if (stranger !== undefined) throw new RangeError(`a schedule has no ${stranger}`);
  const { usual = usualRetention, kinds = {}, confirmed = false } = given;
  if (typeof confirmed !== 'boolean' || typeof kinds !== 'object' || kinds === null || Array.isArray(kinds))
    throw new RangeError('kinds is an object, confirmed true or false');
  const wrong = [usual, ...Object.values(kinds)].find((code) => typeof code !== 'string' || !findRetentionClass(code));
  if (wrong !== undefined) throw new RangeError(`no class ${JSON.stringify(wrong)} is known`);
  return { usual: usual as string, kinds: kinds as Record<string, string>, confirmed };
}
