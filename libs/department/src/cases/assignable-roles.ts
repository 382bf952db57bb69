/** Roles that do the work; those who decide about it are not assigned it. */
export const assignableRoles: readonly string[] = [
  'case-officer',
  'investigator',
  'reviewer',
  'coordinator',
  'secretary',
  'intake-officer',
];
