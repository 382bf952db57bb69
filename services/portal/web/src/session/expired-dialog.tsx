import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ask, standAs } from '../api/client';
import type { SessionInfo } from '../api/views';
import { useSpeaker } from '../words/language';
import type { SessionAnswer } from './session';

/** Asks for a new sign-in in another window; only the same person goes on with what stands on this page. */
export function ExpiredDialog({
  before,
  onBack,
}: {
  readonly before: SessionInfo;
  readonly onBack: (now: SessionInfo) => void;
}): ReactNode {
  const { say } = useSpeaker();
  const [isStillOut, setStillOut] = useState(false);
  const goOn = async (): Promise<void> => {
    const { session } = await ask<SessionAnswer>('/api/session');
    if (!session) {
      setStillOut(true);
      return;
    }
    const isSame = session.posts.map(({ id }) => id).join() === before.posts.map(({ id }) => id).join() && session.name === before.name;
    if (!isSame) {
      location.assign('/');
      return;
    }
    standAs({ csrf: session.csrf });
    const { post } = before;
    if (post !== null && session.post !== post) await ask('/api/session/post', { method: 'POST', body: { post } });
    onBack({ ...session, post });
  };
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="expired" onCancel={(event) => event.preventDefault()}>
      <h2 id="expired">{say('expired')}</h2>
      <p>{say('expiredHint')}</p>
      {isStillOut && <Alert type="warning" showIcon title={say('stillOut')} />}
      <p className="row">
        <Button href="/sign-in?to=/signed-in" target="_blank" rel="noopener">
          {say('signInAgain')}
        </Button>
        <Button type="primary" onClick={() => void goOn().catch(() => setStillOut(true))}>
          {say('goOn')}
        </Button>
      </p>
    </dialog>
  );
}
