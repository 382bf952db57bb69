/** Somebody whom a unit registered to be written to: no officer, and let through only where a route names this role. */
export const unitContact = 'unit-contact';

/** Who acts: a person in one of their posts, perhaps for the holder of another. */
export interface Actor {
  readonly person: string;
  readonly post: string;
  readonly body: string;
  readonly role: string;
  readonly city: string;
  readonly forPost?: string;
  /** Who holds that post: what this person may not do, nobody may do for them. */
  readonly forPerson?: string;
  /** Bodies in which this person, or the one acted for, holds any post: a signatory must have none in the office's host. */
  readonly bodies: readonly string[];
}

export interface Post {
  readonly id: string;
  readonly city: string;
  readonly body: string;
  readonly role: string;
  readonly person: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly deputyFor: string | null;
  /** The deputy's own post, for one that only stands in for somebody absent. */
  readonly actingFrom: string | null;
  readonly absence: 'leave' | 'holiday-duty' | null;
  readonly forPerson: string | null;
  readonly forBodies: readonly string[] | null;
}
