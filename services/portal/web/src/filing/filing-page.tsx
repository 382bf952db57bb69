import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Page } from '../frame/page';
import { unitContact, useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { FilingForm } from './filing-form';

/** An officer's filing for a letter, a call, a visit or another authority: it arrives at the officer's own desk. */
export function FilingPage(): ReactNode {
  const { say } = useSpeaker();
  const { session } = useSession();
  const { words } = useNames();
  const post = session?.posts.find(({ id }) => id === session.post);
  if (post?.role === unitContact) return <UnitFilingPage city={post.city} />;
  const home = words.bodies.find(({ id }) => id === post?.body)?.home;
  if (!post || !home) return null;
  return (
    <Page title={say('file')} extra={<Link to="/import">{say('importList')}</Link>}>
      <p className="hint">{say('fileIntro')}</p>
      <FilingForm as="officer" start={{ city: post.city, receivedBy: post.body }} />
    </Page>
  );
}

/** What a contact files in the name of the unit: as anybody's report, but known to be the unit's. */
function UnitFilingPage({ city }: { readonly city: string }): ReactNode {
  const { say } = useSpeaker();
  const { words } = useNames();
  const office = words.cities.find(({ id }) => id === city)?.office;
  return (
    <Page title={say('fileForUnit')}>
      <p className="hint">{say('fileForUnitIntro')}</p>
      <FilingForm as="unit" start={{ city, receivedBy: office }} />
    </Page>
  );
}

/** The public's report. Nothing of it stays in the browser. */
export function ReportPage(): ReactNode {
  const { say } = useSpeaker();
  const { words } = useNames();
  const city = words.cities[0];
  if (!city) return null;
  return (
    <Page title={say('report')}>
      <p className="hint">{say('reportIntro')}</p>
      <FilingForm as="public" start={{ city: city.id, receivedBy: city.office }} />
    </Page>
  );
}
