/** Whose looks the inspected body is not shown at once, and for how long. No regulation found sets the days: each office's own practice, unconfirmed. */
export const inspecting = {
  roles: ['auditor', 'audit-administrator'],
  /** Discipline and audit bodies whose every post inspects. None has a desk here yet. */
  bodies: [] as readonly string[],
  hiddenDays: 180,
  confirmed: false,
} as const;
