import { Alert, Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask, standAs } from '../api/client';
import type { SessionInfo } from '../api/views';
import { useSpeaker } from '../words/language';
import type { SessionAnswer } from './session';

/** Asks for a new sign-in in another window; only the same person goes on with what stands on this page. */
export function ExpiredDialog({ before, onBack }: { readonly before: SessionInfo; readonly onBack: (now: SessionInfo) => void }): ReactNode {
  const { say } = useSpeaker();
  const [isStillOut, setStillOut] = useState(false);
  const goOn = async (): Promise<void> => {
    const { session } = await ask<SessionAnswer>('/api/session');
    if (!session) { setStillOut(true); return; }
    const isSame = session.posts.map(({ id }) => id).join() === before.posts.map(({ id }) => id).join() && session.name === before.name;
    if (!isSame) { location.assign('/'); return; }
    standAs({ csrf: session.csrf });
    const { post } = before;
    if (post !== null && session.post !== post) await ask('/api/session/post', { method: 'POST', body: { post } });
    onBack({ ...session, post });
  };
  return (
    <Modal open closable={false} title={say('expired')} keyboard={false} mask={{ closable: false }} footer={[
      <Button key="in" href="/sign-in?to=/signed-in" target="_blank" rel="noopener">{say('signInAgain')}</Button>,
      <Button key="on" type="primary" onClick={() => void goOn().catch(() => setStillOut(true))}>{say('goOn')}</Button>,
    ]}>
      <p>{say('expiredHint')}</p>
      {isStillOut && <Alert type="warning" showIcon title={say('stillOut')} />}
    </Modal>
  );
}
