import { Alert } from 'antd';
import { useCallback, type ReactNode } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { CasePageView, ProfileAnswer } from '../api/views';
import { Answer, Page, Pairs, Part } from '../frame/page';
import { useChanges } from '../live/changes';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { ActsPart } from './acts-part';
import { AlikePart } from './alike-part';
import { ClocksPart } from './clocks-part';
import { DocumentPart } from './document-part';
import { PapersPart } from './papers-part';
import { ReportedPart } from './reported-part';
import { TimelinePart } from './timeline-part';
import { WhyPart } from './why-part';
import { WatchButton } from './watch-button';
import { WorksPart } from './works-part';
import { PrintButton } from '../frame/print-button';
import { Tag } from '../frame/tag';

/** A case on one page: what it is and whose, why it is here, what is due, what was done, and what may be done now. */
export function CasePage(): ReactNode {
  const { say } = useSpeaker();
  const { service = '', id = '' } = useParams();
  const asking = useAsk<CasePageView>(`/api/at/${service}/v1/cases/${id}`);
  const profile = useAsk<ProfileAnswer>(`/api/public/at/${service}/profile`);
  const again = useCallback(() => asking.again(), [asking.again]);
  useChanges(
    ({ cases }) => cases.some((each) => each.service === service && each.id === id && each.version > (asking.value?.version ?? 0)),
    asking.refresh,
  );
  if (asking.problem?.status === 404)
    return (
      <Page title={say('case')}>
        <Alert type="info" showIcon title={say('caseNotFound')} />
      </Page>
    );
  if (asking.value === undefined)
    return (
      <Page title={say('case')}>
        <Answer asking={asking}>{() => null}</Answer>
      </Page>
    );
  return <CaseShown key={id} view={asking.value} profile={profile.value} again={again} />;
}

function CaseShown({
  view,
  profile,
  again,
}: {
  readonly view: CasePageView;
  readonly profile: ProfileAnswer | undefined;
  readonly again: () => void;
}): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const { session } = useSession();
  const isHead = session?.posts.find(({ id }) => id === session.post)?.role === 'head' && view.standing === 'holding';
  const what = view.procedure === 'matter' ? names.factValue('kind', view.kind) : word(view.procedureLabel);
  return (
    <Page
      title={`${what} · ${view.number ?? say('notNumbered')}`}
      extra={
        <span className="row">
          <Tag tone="state">{word(view.stateLabel, view.state)}</Tag>
          {view.interim && <Tag tone="unsure">{say('interim')}</Tag>}
          {isHead && (
            <Link className="no-print" to={`/looks/${view.id}`}>
              {say('looks')}
            </Link>
          )}
          <WatchButton view={view} again={again} />
          <Link className="no-print" to={`/help/${view.procedure}`}>
            {say('helpOf')}
          </Link>
          <PrintButton />
        </span>
      }
    >
      {view.standing !== 'holding' && (
        <Alert
          type="warning"
          showIcon
          title={say(view.standing === 'in-hand-over' ? 'inHandOver' : 'elsewhere')}
          description={`${names.body(view.holder)} · ${names.service(view.service)}`}
        />
      )}
      {view.erased !== null && (
        <Alert
          type="info"
          showIcon
          title={say('erasedTitle')}
          description={<span data-said>{say('erasedUnder', { at: moment(view.erased.at), id: view.erased.id })}</span>}
        />
      )}
      <div className="case">
        <div className="case-main">
          <ActsPart view={view} checklist={profile?.checklist ?? []} again={again} />
          <WhyPart view={view} />
          <ReportedPart view={view} />
          <Part title={say('facts')}>
            <Pairs
              lines={Object.keys(names.words.facts)
                .map((fact) => [fact, valueAt(view.facts, fact)] as const)
                .filter(([, value]) => value !== undefined)
                .map(([fact, value]) => [names.fact(fact), names.factValue(fact, value)])}
            />
          </Part>
          <TimelinePart view={view} />
        </div>
        <aside className="case-side" aria-label={say('case')}>
          <Part title={say('holder')}>
            <Pairs
              lines={[
                [say('holder'), <strong key="h">{names.body(view.holder)}</strong>],
                view.lead === null ? undefined : [say('lead'), names.body(view.lead)],
                view.jointBodies.length === 0 ? undefined : [say('jointBodies'), view.jointBodies.map(names.body).join(' · ')],
                [say('assigned'), view.assignedPost === null ? say('notAssigned') : names.post(view.assignedPost)],
                view.linkedTo === null
                  ? undefined
                  : [
                      say('askedBy'),
                      <span key="l" data-said>
                        {names.body(view.linkedTo.body)} {view.linkedTo.number ?? ''}
                      </span>,
                    ],
                [say('received'), `${moment(view.filedAt)} · ${say('by', { body: names.body(view.receivedBy) })}`],
                [say('service'), names.service(view.servedHere)],
                [say('kept'), <KeptLine key="k" retention={view.retention} />],
              ]}
            />
          </Part>
          <ClocksPart view={view} />
          <DocumentPart view={view} />
          <PapersPart view={view} />
          <WorksPart view={view} />
          <AlikePart view={view} />
          <Part title={say('people')}>
            <ul className="plain">
              {view.people.map((post) => (
                <li key={post}>{names.post(post, view.timeline.find((act) => act.post === post)?.body)}</li>
              ))}
            </ul>
          </Part>
        </aside>
      </div>
    </Page>
  );
}

function KeptLine({ retention: { class: code, label, until, confirmed, heldBy } }: Pick<CasePageView, 'retention'>): ReactNode {
  const { say, word } = useSpeaker();
  const what = word(label, code);
  return (
    <span className="row">
      {until === null ? what : say('keptUntil', { what, day: until })}
      {!confirmed && <Tag tone="unsure">{say('unconfirmed')}</Tag>}
      {heldBy.map((by) => (
        <Tag key={by} tone="state">
          {say(by === 'auditors' ? 'heldByAuditors' : 'held')}
        </Tag>
      ))}
    </span>
  );
}

const valueAt = (facts: Readonly<Record<string, unknown>>, fact: string): unknown =>
  fact.startsWith('unit.') ? (facts['unit'] as Readonly<Record<string, unknown>> | undefined)?.[fact.slice(5)] : facts[fact];
