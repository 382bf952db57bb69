import { Alert, Button, Empty } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { ask } from '../api/client';
import { useAsk } from '../api/use-ask';
import type { InboxView, ReminderView } from '../api/views';
import { Answer, Page, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { useChanges } from '../live/changes';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** Reminders that reached this post. What was new when the page was opened is marked as new until it is left. */
export function InboxPage(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const [after, setAfter] = useState<string>();
  const [earlier, setEarlier] = useState<readonly ReminderView[]>([]);
  const [readBefore, setReadBefore] = useState<string | null>();
  const asking = useAsk<InboxView>(`/api/inbox${after === undefined ? '' : `?after=${after}`}`);
  useChanges(() => after === undefined, asking.refresh);
  const { value } = asking;
  const newest = value?.lines[0]?.id;
  useEffect(() => {
    if (value && readBefore === undefined) setReadBefore(value.readUntil);
  }, [value]);
  useEffect(() => {
    if (newest !== undefined && after === undefined)
      ask('/api/inbox/read', { method: 'PUT', body: { until: newest }, isUnasked: true }).catch(() => undefined);
  }, [newest]);
  const isNew = ({ id }: ReminderView): boolean => readBefore !== undefined && (readBefore === null || id > readBefore);
  return (
    <Page title={say('inbox')}>
      <Part title={say('reminders')}>
        {earlier.length > 0 && <Reminders lines={earlier} isNew={isNew} />}
        <Answer asking={asking}>
          {({ lines, next, unreachable }) => (
            <>
              {unreachable.length > 0 && (
                <Alert type="warning" showIcon title={`${say('unreachable')} ${unreachable.map(names.service).join(' · ')}`} />
              )}
              {lines.length + earlier.length === 0 ? (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noReminders')} />
              ) : (
                <Reminders lines={lines} isNew={isNew} />
              )}
              {next !== null && (
                <Button
                  onClick={() => {
                    setEarlier([...earlier, ...lines]);
                    setAfter(next);
                  }}
                >
                  {say('more')}
                </Button>
              )}
            </>
          )}
        </Answer>
      </Part>
    </Page>
  );
}

function Reminders({
  lines,
  isNew,
}: {
  readonly lines: readonly ReminderView[];
  readonly isNew: (line: ReminderView) => boolean;
}): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  return (
    <ul className="plain reminders">
      {lines.map((line) => (
        <li key={line.id}>
          {isNew(line) && (
            <>
              <Tag tone="state">{say('isNew')}</Tag>{' '}
            </>
          )}
          <Link to={`/case/${line.servedBy}/${line.caseId}`} data-said>
            {line.number ?? say('notNumbered')}
          </Link>{' '}
          · {word(names.words.periods[line.rule], line.rule)}{' '}
          <Tag tone={line.share >= 1 ? 'late' : 'unsure'}>
            {line.share >= 1 ? say('overdue') : say('sharePassed', { n: Math.round(line.share * 100) })}
          </Tag>
          <div className="hint">
            {moment(line.at)} · {names.post(line.post)}
          </div>
        </li>
      ))}
    </ul>
  );
}
