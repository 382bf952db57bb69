/** Somebody named on a sealed case: the person and the post in which they were named, until they were unnamed. */
export interface NamedPerson {
  readonly person: string;
  readonly post: string;
  readonly body: string;
  readonly until: string | null;
  /** Whether that person holds that post today. */
  readonly inOffice: boolean;
}

interface Reader {
  readonly person: string;
  readonly post: string;
  readonly body: string;
  readonly role: string;
}

/**
 * Whether somebody may know of a sealed case at all: whoever is named, acting in the post in which they were named. Where nobody of a body is
 * named and in office (the case has just arrived, or the last one left), its head may, so that no case is without anybody who can open it;
 * but nobody comes back in that way who was unnamed.
 */
export function mayOpenSealed(named: readonly NamedPerson[], reader: Reader): boolean {
  if (named.some(({ person, post, until }) => until === null && person === reader.person && post === reader.post)) return true;
  const isLeft = named.some(({ body, until, inOffice }) => body === reader.body && until === null && inOffice);
  const wasUnnamed = named.some(({ person, until }) => until !== null && person === reader.person);
  return reader.role === 'head' && !isLeft && !wasUnnamed;
}
