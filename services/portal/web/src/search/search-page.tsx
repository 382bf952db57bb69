import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { ask, Problem } from '../api/client';
import type { FoundLineView, FoundPageView } from '../api/views';
import { Page } from '../frame/page';
import { Tag } from '../frame/tag';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { SearchBox } from './search-box';

interface Found extends FoundPageView {
  readonly problem?: Problem;
  readonly isLooking: boolean;
}

const nothing: Found = { lines: [], next: null, unreachable: [], isLooking: false };

/** What was found. The terms stand in no address: they come along from the box, and are gone with the window. */
export function SearchPage(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { state } = useLocation() as { state: { terms?: string } | null };
  const terms = state?.terms ?? '';
  const [found, setFound] = useState(nothing);
  const current = useRef(terms);
  current.current = terms;
  const look = async (before: Found): Promise<void> => {
    setFound({ ...before, isLooking: true });
    try {
      const page = await ask<FoundPageView>('/api/desk/search', {
        method: 'POST',
        body: { terms, ...(before.next === null ? {} : { after: before.next }) },
      });
      if (current.current === terms) setFound({ ...page, lines: [...before.lines, ...page.lines], isLooking: false });
    } catch (error) {
      if (current.current === terms)
        setFound({ ...before, isLooking: false, problem: error instanceof Problem ? error : new Problem(0, 'internal', '') });
    }
  };
  useEffect(() => {
    if (terms === '') setFound(nothing);
    else void look(nothing);
  }, [terms]);
  const { lines, next, isLooking } = found;
  return (
    <Page title={say('search')}>
      <SearchBox key={terms} terms={terms} />
      <p className="hint">{say('searchHint')}</p>
      {found.problem && <Trouble problem={found.problem} />}
      {found.unreachable.length > 0 && (
        <Alert type="warning" showIcon title={`${say('unreachable')} ${found.unreachable.map(names.service).join(' · ')}`} />
      )}
      <ul className="plain found">
        {lines.map((line) => (
          <FoundRow key={`${line.servedBy}${line.id}`} line={line} />
        ))}
      </ul>
      <p className="hint" role="status">
        {terms !== '' &&
          say(isLooking ? 'searching' : lines.length === 0 && next === null ? 'foundNothing' : 'linesShown', { n: lines.length })}
      </p>
      {next !== null && !isLooking && <Button onClick={() => void look(found)}>{say('searchOn')}</Button>}
    </Page>
  );
}

function FoundRow({ line }: { readonly line: FoundLineView }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const what =
    line.procedure === 'matter' ? names.factValue('kind', line.kind) : word(names.words.procedures[line.procedure]?.label, line.procedure);
  return (
    <li className="part">
      <Link to={`/case/${line.servedBy}/${line.id}`}>
        <strong>{what}</strong> <span data-said>{line.number ?? say('notNumbered')}</span>
      </Link>{' '}
      <Tag>{names.state(line.procedure, line.state)}</Tag>
      {line.title !== null && (
        <div className="lead" data-said>
          {line.title}
        </div>
      )}
      <div className="hint">
        {[line.unit, line.person].map(
          (name) =>
            name !== null && (
              <span key={name}>
                <span data-said>{name}</span> ·{' '}
              </span>
            ),
        )}
        {names.body(line.holder)} · {say('received')} {moment(line.filedAt)}
      </div>
    </li>
  );
}
