import { Button } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import type { CasePageView } from '../api/views';
import { Part } from '../frame/page';
import { useBeforePrint } from '../frame/use-before-print';
import { useSpeaker } from '../words/language';
import { Act } from './act-line';

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
