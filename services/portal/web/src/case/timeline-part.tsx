import { Button } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import type { CasePageView, TimelineLine } from '../api/views';
import { Part } from '../frame/page';
import { useBeforePrint } from '../frame/use-before-print';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

const atFirst = 12;

/** Every act with who did it, when it was recorded and took effect, and the clause it rests on; the newest first. */
export function TimelinePart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say } = useSpeaker();
  const [isWhole, setWhole] = useState(false);
  useBeforePrint(useCallback(() => setWhole(true), []));
  const acts = [...view.timeline].reverse();
  const shown = isWhole ? acts : acts.slice(0, atFirst);
  return (
    <Part title={say('timeline')}>
      <ol className="timeline">
        {shown.map((act) => (
          <li key={act.hash}>
            <Act act={act} />
          </li>
        ))}
      </ol>
      {shown.length < acts.length && <Button onClick={() => setWhole(true)}>{say('earlier', { n: acts.length - shown.length })}</Button>}
    </Part>
  );
}

function Act({ act }: { readonly act: TimelineLine }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const { clause } = act;
  return (
    <>
      <div>
        <strong>{word(act.label, act.act)}</strong>
        {act.to !== null && act.to !== act.from && <> → {names.state(act.procedure, act.to)}</>}
      </div>
      <div className="hint">
        {names.post(act.post, act.body)}
        {act.forPost !== null && ` (${say('forPost', { post: names.post(act.forPost) })})`} ·{' '}
        <time dateTime={act.recordedAt}>{moment(act.recordedAt)}</time>
        {moment(act.effectiveAt) !== moment(act.recordedAt) && ` · ${say('effective')} ${moment(act.effectiveAt)}`}
      </div>
      <div className="hint">
        {'instrument' in clause ? (
          <>
            {word(clause.instrument)} <span data-said>{clause.section}</span>
            {clause.confirmed === false && ` (${say('unconfirmed')})`}
          </>
        ) : (
          <span data-said>{clause.id}</span>
        )}
      </div>
    </>
  );
}
