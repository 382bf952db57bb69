import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { ask, standAs } from '../api/client';
import type { SessionInfo } from '../api/views';
import { useSpeaker } from '../words/language';
import { ExpiredDialog } from './expired-dialog';

export interface SessionAnswer {
  readonly session: SessionInfo | null;
  readonly demonstration: boolean;
}

interface Held extends SessionAnswer {
  /** The post in which this person acts; null where none is chosen. */
  readonly choose: (post: string) => Promise<void>;
  readonly signOut: (everywhere: boolean) => Promise<void>;
}

/** The role of whoever a unit registered to be written to. */
export const unitContact = 'unit-contact';

const SessionContext = createContext<Held | null>(null);

/** Who is signed in. When a sign-in ends, the page stays as it is, with everything that was typed, and asks for a new one. */
export function SessionProvider({ first, children }: { readonly first: SessionAnswer; readonly children: ReactNode }): ReactNode {
  const { language } = useSpeaker();
  const [answer, setAnswer] = useState(first);
  const [hasExpired, setExpired] = useState(false);
  const { session } = answer;
  standAs({ csrf: session?.csrf ?? '', language, onSignedOut: session ? () => setExpired(true) : undefined });
  useEffect(() => () => standAs({ onSignedOut: undefined }), []);
  const choose = useCallback(async (post: string) => {
    await ask('/api/session/post', { method: 'POST', body: { post } });
    setAnswer((before) => (before.session ? { ...before, session: { ...before.session, post } } : before));
  }, []);
  const signOut = useCallback(async (everywhere: boolean) => {
    await ask(everywhere ? '/api/sessions' : '/api/session', { method: 'DELETE' });
    location.assign('/signed-out');
  }, []);
  const held = useMemo(() => ({ ...answer, choose, signOut }), [answer, choose, signOut]);
  return (
    <SessionContext.Provider value={held}>
      {children}
      {hasExpired && session && (
        <ExpiredDialog
          before={session}
          onBack={(now) => {
            setAnswer({ ...answer, session: now });
            standAs({ csrf: now.csrf });
            setExpired(false);
          }}
        />
      )}
    </SessionContext.Provider>
  );
}

export function useSession(): Held {
  const held = useContext(SessionContext);
  if (!held) throw new Error('No session is provided here.');
  return held;
}
