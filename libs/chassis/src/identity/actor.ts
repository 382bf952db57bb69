/** Who acts: a person in one of their posts, perhaps for the holder of another. */
export interface Actor {
  readonly person: string;
  readonly post: string;
  readonly body: string;
  readonly role: string;
  readonly city: string;
  readonly forPost?: string;
  /** Bodies in which this person holds any post: a signatory must have none in the office's host. */
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
}
