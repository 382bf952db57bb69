import { Alert, Button, Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { LetterLineView, LettersPageView } from '../api/views';
import { Answer, Page, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** The letters to a contact's unit, the latest first. */
export function LettersPage(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const [before, setBefore] = useState<{ readonly lines: readonly LetterLineView[]; readonly after?: string }>({ lines: [] });
  const asking = useAsk<LettersPageView>(`/api/desk/letters${before.after === undefined ? '' : `?after=${before.after}`}`);
  return (
    <Page title={say('letters')}>
      <p className="hint">{say('letterIntro')}</p>
      <Answer asking={asking}>
        {({ lines: found, next, unreachable }) => {
          const lines = [...before.lines, ...found];
          return (
            <>
              {unreachable.length > 0 && (
                <Alert type="warning" showIcon title={`${say('unreachable')} ${unreachable.map(names.service).join(' · ')}`} />
              )}
              {lines.length === 0 ? (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noLetters')} />
              ) : (
                <Part title={say('letters')}>
                  <ul className="plain">
                    {lines.map((line) => (
                      <LetterLine key={line.id} line={line} />
                    ))}
                  </ul>
                </Part>
              )}
              {next !== null && (
                <p>
                  <Button onClick={() => setBefore({ lines, after: next })}>{say('more')}</Button>
                </p>
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function LetterLine({ line }: { readonly line: LetterLineView }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  return (
    <li>
      <Link to={`/letter/${line.servedBy}/${line.id}`}>{say('letterFrom', { body: names.body(line.body) })}</Link>{' '}
      <Tag>{names.state('letter', line.state)}</Tag>
      <div className="hint">
        {moment(line.at)}
        {line.dueOn !== null && <> · {say('dueOn', { day: line.dueOn })}</>}
      </div>
    </li>
  );
}
