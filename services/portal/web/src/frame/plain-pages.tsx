import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSpeaker } from '../words/language';
import { Page } from './page';

export function SignedOut(): ReactNode {
  const { say } = useSpeaker();
  const failed = new URLSearchParams(location.search).has('problem');
  return (
    <Page title={say(failed ? 'signInFailed' : 'signedOut')}>
      <div className="welcome">
        <p>{say('sharedComputer')}</p>
        <p className="row">
          <Button type="primary" href="/sign-in">
            {say('signIn')}
          </Button>
        </p>
      </div>
    </Page>
  );
}

/** Where a sign-in in a second window ends: the first window goes on. */
export function SignedIn(): ReactNode {
  const { say } = useSpeaker();
  return (
    <Page title={say('signIn')}>
      <div className="welcome">
        <p>{say('goOn')}</p>
      </div>
    </Page>
  );
}

export function NotFound(): ReactNode {
  const { say } = useSpeaker();
  return (
    <Page title={say('pageNotFound')}>
      <p>
        <Button href="/">{say('desk')}</Button>
      </p>
    </Page>
  );
}
