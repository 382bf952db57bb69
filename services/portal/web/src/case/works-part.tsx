import type { ReactNode } from 'react';
import type { CasePageView } from '../api/views';
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
  return <Part title={say('works')}><ul className="plain">{view.works.map((work) => <li key={work.id}><strong>{word(work.procedureLabel)}</strong> {names.body(work.body)} <Tag>{word(work.stateLabel, work.state)}</Tag><div className="hint">{say('asked', { at: moment(work.askedAt) })}</div></li>)}</ul></Part>;
}
