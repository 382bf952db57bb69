import { Button, Result } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { Outlet } from 'react-router-dom';
import { listenForChanges } from '../live/changes';
import { unitContact, useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { Page } from './page';
import { usePostName } from './post-chooser';

/** Pages about work are there for somebody in a post: without one they say what to do. A change of post begins them anew. */
export function NeedsPost(): ReactNode {
  const { session } = useSession();
  const isAtWork = session !== null && session.post !== null && session.posts.find(({ id }) => id === session.post)?.role !== unitContact;
  useEffect(() => {
    if (isAtWork) listenForChanges();
  }, [isAtWork]);
  if (!session) return <Welcome />;
  if (session.posts.length === 0) return <NoPost />;
  if (session.post === null) return <ChoosePost />;
  return <Outlet key={session.post} />;
}

export function Welcome(): ReactNode {
  const { say } = useSpeaker();
  const to = encodeURIComponent(location.pathname === '/' ? '/desk' : location.pathname);
  return (
    <Page title={say('welcome')}>
      <div className="welcome">
        <p>{say('welcomeHint')}</p>
        <p className="row">
          <Button type="primary" size="large" href={`/sign-in?to=${to}`}>
            {say('signIn')}
          </Button>
          <Button size="large" href="/report">
            {say('report')}
          </Button>
          <Button size="large" href="/pages/status">
            {say('status')}
          </Button>
        </p>
      </div>
    </Page>
  );
}

function NoPost(): ReactNode {
  const { say } = useSpeaker();
  return (
    <Page title={say('noPost')}>
      <Result status="info" title={say('noPostHint')} />
    </Page>
  );
}

function ChoosePost(): ReactNode {
  const { say } = useSpeaker();
  const { session, choose } = useSession();
  const nameOf = usePostName();
  return (
    <Page title={say('choosePost')}>
      <p>{say('choosePostHint')}</p>
      <ul className="choices">
        {session?.posts.map((post) => (
          <li key={post.id}>
            <Button block size="large" onClick={() => void choose(post.id)}>
              {nameOf(post)}
            </Button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
