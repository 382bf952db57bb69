import type { BodyId } from './body';

/** The body above an authority in its own line of business. None of it is printed in the rules we know (U7, U8), so it is shown as unconfirmed; who is not here has the office find out. */
const superiors: Readonly<Record<BodyId, BodyId>> = {
  'bj-stc': 'most',
  'bj-eit': 'miit',
  'bj-health': 'nhc',
  'bj-agri': 'mara',
  'bj-edu': 'moe',
  'sz-sti': 'gd-dst',
};

export const superiorOf = (body: BodyId): BodyId | undefined => superiors[body];
