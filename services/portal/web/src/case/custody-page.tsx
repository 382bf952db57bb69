import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { CasePageView, PaperLine, TimelineLine } from '../api/views';
import { Answer, Page, Pairs, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { useSession } from '../session/session';
import { useSpeaker, type Speaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames, type Names } from '../words/names';
import { Act } from './act-line';
import { custodyOf } from './custody-of';
import { LooksAtPaper } from './looks-at-paper';
import { paperNames } from './papers-part';

/** The chain of custody of a paper: how it came, what a scanner found, every act on it, and who looked. */
export function CustodyPage(): ReactNode {
  const { say } = useSpeaker();
  const { service = '', id = '', paper = '' } = useParams();
  const asking = useAsk<CasePageView>(`/api/at/${service}/v1/cases/${id}`);
  return (
    <Page title={say('custody')} extra={<Link to={`/case/${service}/${id}`}>{say('backToCase')}</Link>}>
      <Answer asking={asking}>
        {(view) => {
          const found = view.papers.find((each) => each.id === paper);
          return found ? <Custody view={view} paper={found} /> : <Alert type="info" showIcon title={say('paperNotThere')} />;
        }}
      </Answer>
    </Page>
  );
}

function Custody({ view, paper }: { readonly view: CasePageView; readonly paper: PaperLine }): ReactNode {
  const speaker = useSpeaker();
  const { say, word } = speaker;
  const names = useNames();
  const { session } = useSession();
  const isHead = session?.posts.find(({ id }) => id === session.post)?.role === 'head';
  const { acts, keptBy, isAsArrived } = custodyOf(view.timeline, paper);
  return (
    <>
      <Part title={say('papers')}>
        <Pairs
          lines={[
            [
              say('paperName'),
              view.erased === null ? (
                <strong key="name" data-said>
                  {paperNames(view).get(paper.id) ?? paper.id}
                </strong>
              ) : (
                say('erasedPaper')
              ),
            ],
            [
              say('paperKind'),
              `${word(names.words.paperKinds[paper.kind], paper.kind)} · ${say(paper.origin === 'original' ? 'original' : 'copy')} · ${paper.dated}`,
            ],
            [say('arrived'), `${moment(paper.added_at)} · ${names.service(paper.owner_service)}`],
            [
              say('hashAtArrival'),
              <span key="hash">
                <code>{paper.sha256}</code> {isAsArrived === false && <Tag tone="late">{say('hashDiffers')}</Tag>}
                {isAsArrived && <Tag>{say('hashOnRecord')}</Tag>}
              </span>,
            ],
            [say('scanned'), <Scanned key="scan" paper={paper} speaker={speaker} />],
            keptBy === undefined ? undefined : [say('keptBy'), keptBy === null ? say('givenBack') : names.post(keptBy)],
          ]}
        />
      </Part>
      <Part title={say('custodyActs')}>
        <p className="hint">{say('custodyHint')}</p>
        <ol className="timeline">
          {acts.map((act) => (
            <li key={act.hash}>
              <Act act={act} />
              <div className="hint">{saidIn(act, names, speaker).join(' · ')}</div>
            </li>
          ))}
        </ol>
      </Part>
      <Part title={say('custodyLooks')}>
        {isHead && view.standing === 'holding' ? (
          <LooksAtPaper caseId={view.id} paper={paper.id} />
        ) : (
          <p className="hint">{say('custodyLooksHead')}</p>
        )}
      </Part>
    </>
  );
}

function Scanned({
  paper: { scan, scannedAt, held },
  speaker: { say },
}: {
  readonly paper: PaperLine;
  readonly speaker: Speaker;
}): ReactNode {
  if (scan === 'malware') return <Tag tone="late">{say('scanMalware')}</Tag>;
  if (held === 'waiting') return <Tag tone="unsure">{say('heldWaiting')}</Tag>;
  return scan === 'clean' ? say('scanClean', { at: moment(scannedAt ?? '') }) : say('scanNone');
}

/** What was chosen when the act was done: codes, posts and days under the names that the form gave them. */
function saidIn({ procedure, act, detail }: TimelineLine, names: Names, { say, word }: Speaker): string[] {
  const fields = names.words.procedures[procedure]?.acts[act]?.fields ?? {};
  return Object.entries(fields).flatMap(([name, { label, type, codes }]) => {
    const value = detail[name];
    if (value === undefined || value === null) return [];
    const said =
      type === 'code'
        ? word(codes?.[String(value)], String(value))
        : type === 'post'
          ? names.post(String(value))
          : type === 'yes-no'
            ? say(value === true ? 'yes' : 'no')
            : type === 'day'
              ? String(value)
              : undefined;
    return said === undefined ? [] : [`${word(label)}: ${said}`];
  });
}
