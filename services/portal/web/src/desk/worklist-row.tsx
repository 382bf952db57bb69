import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { DeskLineView } from '../api/views';
import { useSpeaker, type Speaker } from '../words/language';
import { useNames } from '../words/names';
import { Tag } from '../frame/tag';
import { isSelectable, keyOf, type Selection } from './use-selection';

/** One case of a list: what it is, how it stands, and how many working days are left, by word as well as colour. */
export function WorklistRow({
  line,
  place,
  top,
  total,
  selection,
  onFocus,
}: {
  readonly line: DeskLineView;
  readonly place: number;
  readonly top: number;
  readonly total: number;
  readonly selection: Selection;
  readonly onFocus: () => void;
}): ReactNode {
  const speaker = useSpeaker();
  const { say } = speaker;
  const names = useNames();
  const what =
    line.procedure === 'matter'
      ? names.factValue('kind', line.kind)
      : speaker.word(names.words.procedures[line.procedure]?.label, line.procedure);
  return (
    <li
      className={`worklist-row ${selection.chosen ? 'selecting' : ''}`}
      style={{ top }}
      data-place={place}
      aria-setsize={total}
      aria-posinset={place + 1}
    >
      {selection.chosen && (
        <input
          type="checkbox"
          aria-label={say('selectCase', { name: line.number ?? what })}
          checked={selection.chosen.has(keyOf(line))}
          disabled={!isSelectable(line)}
          onChange={() => selection.toggle(line)}
        />
      )}
      <Link to={`/case/${line.servedBy}/${line.id}`} onFocus={onFocus}>
        <span className="row-what">
          <strong>{what}</strong>
          <span className="hint" data-said>
            {line.number ?? say('notNumbered')}
          </span>
        </span>
        <span className="row-fields hint">{line.fields === null ? '' : names.factValue('fields', line.fields)}</span>
        <span className="row-state">
          <Tag>{names.state(line.procedure, line.state)}</Tag>
          {(line.newActs ?? 0) > 0 && <Tag tone="state">{say('newActs', { n: line.newActs ?? 0 })}</Tag>}
          {line.interim && <Tag tone="unsure">{say('interim')}</Tag>}
          {line.standing !== 'holding' && <Tag>{say(line.standing === 'in-hand-over' ? 'inHandOver' : 'readOnly')}</Tag>}
        </span>
        <span className="row-who hint">
          {line.assignedPost === null
            ? line.standing === 'holding'
              ? say('notAssigned')
              : names.body(line.holder)
            : names.post(line.assignedPost, line.holder)}
        </span>
        <span className={`row-due ${urgency(line)}`}>{dueText(line, speaker)}</span>
      </Link>
    </li>
  );
}

const urgency = ({ overdue, workingDaysLeft }: DeskLineView): string =>
  overdue ? 'late' : workingDaysLeft !== null && workingDaysLeft <= 3 ? 'soon' : '';

function dueText({ overdue, workingDaysLeft: left }: DeskLineView, { say }: Speaker): string {
  if (left === null) return say('nothingDue');
  if (overdue) return left === 0 ? say('lateToday') : say('daysLate', { n: left });
  return left === 0 ? say('dueToday') : say('daysLeft', { n: left });
}
