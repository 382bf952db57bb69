/** What an office signs of an edition: with its name and hash also whether it is to count, so that neither a copy nor a withdrawal can be forged. */
export const editionText = ({
  city,
  id,
  hash,
  isWithdrawn,
  revision,
}: {
  readonly city: string;
  readonly id: string;
  readonly hash: string;
  readonly isWithdrawn: boolean;
  readonly revision: number;
}): string => ['lianxi edition', city, id, hash, isWithdrawn ? 'withdrawn' : 'signed', String(revision)].join('\n');
