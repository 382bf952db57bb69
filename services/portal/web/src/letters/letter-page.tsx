import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { LetterPageView } from '../api/views';
import { ActChoice } from '../case/acts-part';
import { Answer, Page, Pairs, Part } from '../frame/page';
import { PaperLink } from '../frame/paper-link';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** One letter to a contact's unit: what was written, what came with it, and the answer. */
export function LetterPage(): ReactNode {
  const { say } = useSpeaker();
  const { service = '', id = '' } = useParams();
  const asking = useAsk<LetterPageView>(`/api/at/${service}/v1/letters/${id}`);
  return (
    <Page title={say('letters')}>
      <Answer asking={asking}>{(view) => <Letter view={view} service={service} again={asking.again} />}</Answer>
    </Page>
  );
}

function Letter({
  view,
  service,
  again,
}: {
  readonly view: LetterPageView;
  readonly service: string;
  readonly again: () => void;
}): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const at = `/api/at/${service}/v1/letters/${view.id}`;
  return (
    <>
      <Part title={say('letterFrom', { body: names.body(view.body) })}>
        <Pairs
          lines={[
            [say('asked', { at: '' }).trim(), moment(view.at)],
            [say('state'), names.state('letter', view.state)],
            view.purpose === null ? undefined : [say('letterPurpose'), names.code('matter', 'write-letter', 'purpose', view.purpose)],
            view.dueOn === null ? undefined : [say('answerDue'), view.dueOn],
          ]}
        />
      </Part>
      <Part title={say('writtenText')}>
        <Pairs
          lines={view.texts.map(({ kind, label, text }) => [
            word(label, kind),
            <span key="text" data-said>
              {text}
            </span>,
          ])}
        />
      </Part>
      <Part title={say('papers')}>
        {view.papers.length === 0 ? (
          <p className="hint">{say('noPapers')}</p>
        ) : (
          <ul className="plain papers">
            {view.papers.map((paper) => (
              <li key={paper.id}>
                <PaperLink path={`${at}/papers/${paper.id}`} name={paper.name} held={paper.held} />
                <div className="hint">
                  {word(names.words.paperKinds[paper.kind], paper.kind)} · {paper.dated} ·{' '}
                  {say('sizeKb', { n: Math.ceil(paper.size / 1024) })}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={say('acts')} id="acts">
        <ActChoice
          offers={view.acts}
          again={again}
          target={{
            draft: `act ${service} ${view.id}`,
            path: (act) => `${at}/acts/${act}`,
            upload: `${service}/v1/letters/${view.id}/papers`,
            seen: { version: view.version, epoch: view.epoch },
            city: view.city,
            holder: view.body,
            procedure: 'letter',
            facts: {},
            papers: [],
          }}
        />
      </Part>
    </>
  );
}
