import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { CasePageView } from '../api/views';
import { Part } from '../frame/page';
import { PaperLink } from '../frame/paper-link';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { PaperToShow } from './paper-shown';

/** A paper's name is a particular of its case: its row only knows the id. */
export function paperNames({ particulars }: CasePageView): ReadonlyMap<string, string> {
  return new Map(
    particulars
      .filter(({ kind }) => kind === 'paper-name')
      .map(({ value }) => [(value as { paper: string }).paper, (value as { name: string }).name]),
  );
}

export function PapersPart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const called = paperNames(view);
  const pathOf = ({ id }: { readonly id: string }): string => `/api/at/${view.servedHere}/v1/cases/${view.id}/papers/${id}`;
  return (
    <Part title={say('papers')}>
      {view.papers.length === 0 ? (
        <p className="hint">{say('noPapers')}</p>
      ) : (
        <ul className="plain papers">
          {view.papers.map((paper) => (
            <li key={paper.id}>
              {view.erased === null ? (
                <PaperLink path={pathOf(paper)} name={called.get(paper.id) ?? paper.id} held={paper.held} />
              ) : (
                say('erasedPaper')
              )}
              <div className="hint">
                <Link className="no-print custody-link" to={`/case/${view.servedHere}/${view.id}/papers/${paper.id}`}>
                  {say('custody')}
                </Link>{' '}
                · {word(words.paperKinds[paper.kind], paper.kind)} · {paper.dated} ·{' '}
                {say(paper.origin === 'original' ? 'original' : 'copy')} · {say('sizeKb', { n: Math.ceil(paper.size / 1024) })}
              </div>
              {view.erased === null && paper.held === null && (
                <PaperToShow path={pathOf(paper)} mediaType={paper.media_type} name={called.get(paper.id) ?? paper.id} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
