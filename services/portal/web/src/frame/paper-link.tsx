import type { ReactNode } from 'react';
import type { HeldPaper } from '../api/views';
import { useSpeaker } from '../words/language';

/** A paper to be downloaded; one in quarantine is named, with why there is nothing to follow. */
export function PaperLink({ path, name, held }: { readonly path: string; readonly name: string; readonly held: HeldPaper }): ReactNode {
  const { say } = useSpeaker();
  if (held === null)
    return (
      <a href={path} download data-said>
        {name}
      </a>
    );
  return (
    <>
      <span data-said>{name}</span> <strong role="status">{say(held === 'waiting' ? 'heldWaiting' : 'heldMalware')}</strong>
    </>
  );
}
