import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { InboxView } from '../api/views';
import { useChanges } from '../live/changes';
import { useSpeaker } from '../words/language';

/** The way to the reminders, with how many are new. */
export function InboxLink(): ReactNode {
  const { say } = useSpeaker();
  const { value, refresh } = useAsk<InboxView>('/api/inbox');
  useChanges(() => true, refresh);
  const unread = value?.lines.filter(({ id }) => value.readUntil === null || id > value.readUntil).length ?? 0;
  const isMore = unread > 0 && unread === value?.lines.length && value.next !== null;
  return (
    <Link to="/inbox" className={`inbox-link ${unread > 0 ? 'soon' : ''}`}>
      {unread === 0 ? say('inbox') : say('inboxNew', { n: isMore ? `${unread}+` : unread })}
    </Link>
  );
}
