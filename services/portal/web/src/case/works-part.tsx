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
  const names = useNames();
  if (view.works.length === 0) return null;
  return <Part title={say('works')}><ul className="plain">{view.works.map((work) => <li key={work.id}><strong>{word(work.procedureLabel)}</strong> {work.addressee === null ? names.body(work.body) : <LetterLink work={work} holder={view.holder} />} <Tag>{word(work.stateLabel, work.state)}</Tag><div className="hint">{say('asked', { at: moment(work.askedAt) })}</div></li>)}</ul></Part>;
}

/** A letter lies with the body that wrote it, and so is opened only while that body holds the case. */
function LetterLink({ work, holder }: { readonly work: WorkLine; readonly holder: string }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const name = work.addressee === 'unit' || work.addressee === null ? say('aUnit') : names.body(work.addressee);
  return work.body === holder ? <Link to={`/case/${work.service}/${work.id}`}>{name}</Link> : name;
}
