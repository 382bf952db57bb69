import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, NavLink, useParams, useSearchParams } from 'react-router-dom';
import { useAsk, type Asking } from '../api/use-ask';
import { PrintButton } from '../frame/print-button';
import { Page, Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { useChanges } from '../live/changes';
import type { TextName } from '../words/dictionary';
import { moment } from '../words/moments';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { FilterBar, filterOf } from './filter-bar';
import { SavedTabs } from './saved-tabs';
import { SelectionBar } from './selection-bar';
import { useSavedFilters } from './use-saved-filters';
import { InboxLink } from '../inbox/inbox-link';
import { SearchBox } from '../search/search-box';
import { useSelection } from './use-selection';
import { useWorklist } from './use-worklist';
import { Worklist } from './worklist';

const lists = {
  body: 'body',
  mine: 'mine',
  post: 'post',
  waiting: 'waiting',
  overdue: 'overdue',
  'handed-on': 'handedOn',
  watched: 'watched',
} as const satisfies Readonly<Record<string, TextName>>;

export function DeskPage(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { list = 'body' } = useParams();
  const filter = filterOf(useSearchParams()[0]);
  const worklist = useWorklist(list, filter);
  const saved = useSavedFilters();
  const selection = useSelection();
  const counts = useAsk<BodyNumbers>('/api/desk/counts');
  const [hasMoved, setMoved] = useState(false);
  const again = (): void => {
    setMoved(false);
    worklist.again();
  };
  useChanges(
    () => true,
    () => {
      counts.refresh();
      setMoved(!worklist.refresh());
    },
  );
  return (
    <Page
      title={say('desk')}
      extra={
        <span className="row">
          <span className="hint keys">{say('keys')}</span>
          <PrintButton />
        </span>
      }
    >
      <div className="desk-head">
        <SearchBox />
        <InboxLink />
      </div>
      <Counts asking={counts} />
      <nav className="tabs" aria-label={say('worklists')}>
        {Object.entries(lists).map(([name, text]) => (
          <NavLink
            key={name}
            to={`/desk/${name}`}
            className={list === name ? 'active' : ''}
            aria-current={list === name ? 'page' : undefined}
          >
            {say(text)}
          </NavLink>
        ))}
      </nav>
      {worklist.unreachable.length > 0 && (
        <Alert type="warning" showIcon title={`${say('unreachable')} ${worklist.unreachable.map(names.service).join(' · ')}`} />
      )}
      {worklist.problem && <Trouble problem={worklist.problem} again={worklist.again} />}
      {hasMoved && (
        <Alert
          type="info"
          showIcon
          title={say('listMoved')}
          action={
            <Button size="small" onClick={again}>
              {say('showNow')}
            </Button>
          }
        />
      )}
      <SavedTabs saved={saved} />
      <FilterBar list={list} saved={saved} />
      <SelectionBar selection={selection} lines={worklist.lines} />
      <Worklist key={`${list}?${filter}`} worklist={worklist} selection={selection} />
      <DraftsPart />
    </Page>
  );
}

type BodyNumbers = Readonly<Record<'open' | 'overdue' | 'dueSoon' | 'returned', number>>;

/** How much there is, by word and number; what is late stands out. */
function Counts({ asking: { value } }: { readonly asking: Asking<BodyNumbers> }): ReactNode {
  const { say } = useSpeaker();
  if (!value)
    return (
      <p className="counts" aria-hidden="true">
        &nbsp;
      </p>
    );
  return (
    <ul className="counts" aria-label={say('counts')}>
      <li>{say('countOpen', { n: value.open })}</li>
      <li className={value.overdue > 0 ? 'late' : ''}>{say('countOverdue', { n: value.overdue })}</li>
      <li className={value.dueSoon > 0 ? 'soon' : ''}>{say('countSoon', { n: value.dueSoon })}</li>
      <li>{say('countReturned', { n: value.returned })}</li>
    </ul>
  );
}

/** What was begun and not sent, so that it is found again on another day or computer. */
function DraftsPart(): ReactNode {
  const { say } = useSpeaker();
  const { words, act } = useNames();
  const { value } = useAsk<{ lines: readonly { name: string; savedAt: string }[] }>('/api/drafts');
  const lines = value?.lines.filter(({ name }) => !name.startsWith('training ')) ?? [];
  if (lines.length === 0) return null;
  const line = (name: string): { to: string; text: string } => {
    const [what, service = '', id = '', done = ''] = name.split(' ');
    if (what !== 'act') return { to: '/file', text: say('draftFiling') };
    const procedure = Object.entries(words.procedures).find(([, { acts }]) => done in acts)?.[0] ?? '';
    return { to: `/case/${service}/${id}?act=${done}`, text: act(procedure, done) };
  };
  return (
    <Part title={say('drafts')}>
      <ul className="plain">
        {lines.map(({ name, savedAt }) => {
          const { to, text } = line(name);
          return (
            <li key={name}>
              <Link to={to}>{text}</Link> <span className="hint">{moment(savedAt)}</span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
