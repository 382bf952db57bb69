import { Button } from 'antd';
import { Suspense, useEffect, type ReactNode } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router-dom';
import { unitContact, useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { PostChooser } from './post-chooser';

const officeRoles = ['coordinator', 'secretary', 'head'];

/** What stands around every page: where one is, as whom one acts, and that no secret may be entered. */
export function Frame(): ReactNode {
  const { say, language, setLanguage } = useSpeaker();
  const { session, demonstration } = useSession();
  return (
    <>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="top">
        <Link className="brand" to="/">
          <strong>{say('product')}</strong>
          <span>{say('tagline')}</span>
        </Link>
        <nav aria-label={say('menu')}>{session ? <OfficialLinks /> : <PublicLinks />}</nav>
        <div className="who">
          {session ? (
            <Who />
          ) : (
            <a className="as-button" href="/sign-in">
              {say('signIn')}
            </a>
          )}
          <Button size="small" ghost lang={language === 'en' ? 'zh' : 'en'} onClick={() => setLanguage(language === 'en' ? 'zh' : 'en')}>
            {say('language')}
          </Button>
        </div>
      </header>
      <aside aria-label={say('notice')}>
        {demonstration && <TrainingBand />}
        <p className="warning">{say('noSecrets')}</p>
        <ActingFor />
      </aside>
      <main id="content">
        <Suspense fallback={<p role="status">{say('loading')}</p>}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}

/** Said on every page, and on what is printed from it: what is practised here must never pass for the real thing. */
function TrainingBand(): ReactNode {
  const { say } = useSpeaker();
  useEffect(() => {
    document.documentElement.classList.add('training');
    return () => document.documentElement.classList.remove('training');
  }, []);
  return (
    <p className="training-band">
      <strong>{say('trainingMark')}</strong> {say('demonstration')}
    </p>
  );
}

function Who(): ReactNode {
  const { say } = useSpeaker();
  const { signOut } = useSession();
  return (
    <>
      <PostChooser />
      <Button size="small" ghost onClick={() => void signOut(false)}>
        {say('signOut')}
      </Button>
    </>
  );
}

function OfficialLinks(): ReactNode {
  const { say } = useSpeaker();
  const { session, demonstration } = useSession();
  const { words } = useNames();
  const path = useLocation().pathname;
  const post = session?.posts.find(({ id }) => id === session.post);
  const isOffice = words.cities.some(({ office }) => office === post?.body) && officeRoles.includes(post?.role ?? '');
  const isAudit = ['auditor', 'audit-administrator', 'system-administrator'].includes(post?.role ?? '');
  if (post?.role === unitContact) return <ContactLinks />;
  return (
    <>
      <NavLink to="/desk" className={path === '/' || path.startsWith('/desk') ? 'active' : ''}>
        {say('desk')}
      </NavLink>
      <NavLink to="/offers">{say('offers')}</NavLink>
      <NavLink to="/file">{say('file')}</NavLink>
      {isOffice && <NavLink to="/office">{say('office')}</NavLink>}
      {words.standingRoles.includes(post?.role ?? '') && <NavLink to="/standing">{say('standing')}</NavLink>}
      {post?.role === 'identity-custodian' && <NavLink to="/identities">{say('identities')}</NavLink>}
      {isAudit && <NavLink to="/audit">{say('audit')}</NavLink>}
      {post?.role === 'system-administrator' && <NavLink to="/operation">{say('operation')}</NavLink>}
      <NavLink to="/sessions">{say('sessions')}</NavLink>
      <NavLink to="/help">{say('help')}</NavLink>
      {demonstration && <NavLink to="/training">{say('training')}</NavLink>}
    </>
  );
}

/** What there is for the contact of a unit. */
function ContactLinks(): ReactNode {
  const { say } = useSpeaker();
  return (
    <>
      <NavLink to="/desk">{say('letters')}</NavLink>
      <NavLink to="/file">{say('fileForUnit')}</NavLink>
      <NavLink to="/sessions">{say('sessions')}</NavLink>
    </>
  );
}

function PublicLinks(): ReactNode {
  const { say, language } = useSpeaker();
  return (
    <>
      <NavLink to="/report">{say('report')}</NavLink>
      <a href={`/pages/status?lang=${language === 'en' ? 'en' : 'zh'}`}>{say('status')}</a>
      <a href={`/pages/publications?lang=${language === 'en' ? 'en' : 'zh'}`}>{say('publications')}</a>
    </>
  );
}

/** Acting for somebody is never out of sight. */
function ActingFor(): ReactNode {
  const { say } = useSpeaker();
  const { session } = useSession();
  const names = useNames();
  const post = session?.posts.find(({ id }) => id === session.post);
  if (!post?.deputyFor) return null;
  return (
    <p className="acting" role="status">
      <strong>{say('actingFor')}</strong> {names.post(post.deputyFor)}
    </p>
  );
}
