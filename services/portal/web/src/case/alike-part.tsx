import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { AlikeLine, CasePageView } from '../api/views';
import { Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

const inCommon = { title: 'alikeTitle', unit: 'alikeUnit', reporter: 'alikeReporter' } as const;

/** Open cases that may be about the same thing, what they have in common, and with which this one was merged. Merging itself is an act. */
export function AlikePart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const isAsked = view.procedure === 'matter' && view.standing === 'holding' && view.erased === null;
  const { value } = useAsk<{ readonly lines: readonly AlikeLine[] }>(
    isAsked ? `/api/at/${view.servedHere}/v1/cases/${view.id}/alike` : null,
  );
  const alike = value?.lines ?? [];
  const merged = [
    ...(view.principal === null ? [] : [{ text: say('mergedInto'), of: view.principal }]),
    ...view.duplicates.map((of) => ({ text: say('mergedHere'), of })),
  ];
  if (alike.length === 0 && merged.length === 0) return null;
  const link = (id: string, number: string | null): ReactNode => (
    <Link to={`/case/${view.servedHere}/${id}`} data-said>
      {number ?? say('notNumbered')}
    </Link>
  );
  return (
    <Part title={say('alike')}>
      {alike.length > 0 && <p className="hint">{say('alikeHint')}</p>}
      <ul className="plain">
        {merged.map(({ text, of }) => (
          <li key={of.id}>
            {text} {link(of.id, of.number)}
          </li>
        ))}
        {alike.map(({ id, number, state, alike: same }) => (
          <li key={id}>
            {link(id, number)} <Tag>{names.state('matter', state)}</Tag>
            <div className="hint">{say('alikeBy', { what: same.map((each) => say(inCommon[each])).join('、') })}</div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
