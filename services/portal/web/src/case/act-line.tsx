import type { ReactNode } from 'react';
import type { TimelineLine } from '../api/views';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** One act as the record has it: what was done, by whom, when, and on what it rests. */
export function Act({ act }: { readonly act: TimelineLine }): ReactNode {
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
