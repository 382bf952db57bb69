import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { DeskLineView } from '../api/views';
import type { CaseToReassign } from '../reassign/reassign-form';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import type { Selection } from './use-selection';

/** For those who may give many cases to another post: ticks them in the list and takes them along. */
export function SelectionBar({ selection, lines }: { readonly selection: Selection; readonly lines: readonly DeskLineView[] }): ReactNode {
  const { say } = useSpeaker();
  const { session } = useSession();
  const go = useNavigate();
  const { chosen } = selection;
  if (!session?.posts.find(({ id }) => id === session.post)?.mayReassign) return null;
  if (!chosen)
    return (
      <p className="row bar">
        <Button size="small" onClick={selection.begin}>
          {say('selectCases')}
        </Button>
        <Link to="/reassignments">{say('reassignments')}</Link>
      </p>
    );
  const take = (): void => {
    const cases: CaseToReassign[] = [...chosen.values()].map(({ servedBy, id, version, epoch }) => ({
      service: servedBy,
      seen: `${id}~${version}~${epoch}`,
    }));
    void go('/reassignments', { state: { cases } });
  };
  return (
    <p className="row bar">
      <span role="status">{say('selected', { n: chosen.size })}</span>
      <Button size="small" onClick={() => selection.addAll(lines)}>
        {say('selectShown')}
      </Button>
      <Button size="small" type="primary" disabled={chosen.size === 0} onClick={take}>
        {say('reassignSelected')}
      </Button>
      <Button size="small" onClick={selection.end}>
        {say('cancel')}
      </Button>
    </p>
  );
}
