import { Progress } from 'antd';
import type { ReactNode } from 'react';
import type { ReassignmentView } from '../api/views';
import { Tag } from '../frame/tag';
import { useSpeaker } from '../words/language';

/** How much of an order is done, by word as well as by its bar. */
export function HowFar({ order }: { readonly order: ReassignmentView }): ReactNode {
  const { say } = useSpeaker();
  const { rows, done, refused, state } = order;
  const text = say('reassignedOf', { done, rows });
  return (
    <div className="how-far">
      <Progress
        percent={rows === 0 ? 100 : Math.floor(((done + refused) / rows) * 100)}
        status={state === 'running' ? 'active' : 'normal'}
        showInfo={false}
        aria-label={text}
      />
      <span className="row">
        <span>
          {say(state === 'running' ? 'running' : 'finished')} · {text}
        </span>
        {refused > 0 && <Tag tone="late">{say('notReassigned', { n: refused })}</Tag>}
      </span>
    </div>
  );
}
