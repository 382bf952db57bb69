import type { ReactNode } from 'react';

/** A mark beside a name; each tone is also said by its words, and has contrast enough to be read. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'state' | 'unsure' | 'late';
  readonly children: ReactNode;
}): ReactNode {
  return <span className={`tag ${tone}`}>{children}</span>;
}
