import { lazy, type ReactNode } from 'react';
import { DeskPage } from '../desk/desk-page';
import { unitContact, useSession } from '../session/session';

const LettersPage = lazy(async () => ({ default: (await import('../letters/letters-page')).LettersPage }));

/** Where one begins: at the desk of one's body, or with the letters to one's unit. */
export function HomePage(): ReactNode {
  const { session } = useSession();
  const post = session?.posts.find(({ id }) => id === session.post);
  return post?.role === unitContact ? <LettersPage /> : <DeskPage />;
}
