import { ConfigurationRefused, type Configuration } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';

/** Whose looks the inspected body is not shown at once, and for how long. */
export interface Inspecting {
  readonly roles: readonly string[];
  /** Discipline and audit bodies whose every post inspects. */
  readonly bodies: readonly string[];
  readonly hiddenDays: number;
  readonly confirmed: boolean;
}

/** No regulation found sets the days, and no discipline body has a desk here yet: what holds until an office says what its own practice is. */
export const usualInspecting: Inspecting = { roles: ['auditor', 'audit-administrator'], bodies: [], hiddenDays: 180, confirmed: false };

/** As the installation was told it (`LIANXI_INSPECTING`). Throws {@link ConfigurationRefused}: a body that is misspelt would be shown to whom it inspects. */
export function inspectingOf({ LIANXI_INSPECTING: given }: Configuration): Inspecting {
  const { bodies = [], hiddenDays = usualInspecting.hiddenDays, confirmed = false, ...more } = given ?? {};
  const isRight =
    Object.keys(more).length === 0 &&
    Array.isArray(bodies) &&
    bodies.every((body) => typeof body === 'string' && register.findBody(body) !== undefined) &&
    Number.isInteger(hiddenDays) &&
    (hiddenDays as number) >= 0 &&
    (hiddenDays as number) <= 3_660 &&
    typeof confirmed === 'boolean';
  if (!isRight)
    throw new ConfigurationRefused(
      'Wrong or missing: LIANXI_INSPECTING ({"bodies":[…known bodies],"hiddenDays":0 to 3660,"confirmed":true or false})',
    );
  return { roles: usualInspecting.roles, bodies: bodies as string[], hiddenDays: hiddenDays as number, confirmed };
}
