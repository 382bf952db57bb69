import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { CasePageView, WorkLine } from '../api/views';
import { Part } from '../frame/page';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { Tag } from '../frame/tag';

/** What was asked of other bodies, and how far each is. */
export function WorksPart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say, word } = useSpeaker();
  if (view.works.length === 0) return null;
  return (
    <Part title={say('works')}>
      <ul className="plain">
        {view.works.map((work) => (
          <li key={work.id}>
            <strong>{word(work.procedureLabel)}</strong> <WorkLink work={work} holder={view.holder} />{' '}
            <Tag>{word(work.stateLabel, work.state)}</Tag>
            <div className="hint">{say('asked', { at: moment(work.askedAt) })}</div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** A letter, a transfer and whatever else the body does itself lie with it, and are opened from here while it holds the case. */
function WorkLink({ work, holder }: { readonly work: WorkLine; readonly holder: string }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const name = work.addressee === 'unit' ? say('aUnit') : names.body(work.addressee ?? work.body);
  return work.body === holder ? <Link to={`/case/${work.service}/${work.id}`}>{name}</Link> : name;
}
