import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import type { Drafting } from './use-draft';

export function DraftNote({ draft }: { readonly draft: Drafting }): ReactNode {
  const { say } = useSpeaker();
  if (draft.hasFailed)
    return (
      <span className="hint" role="status">
        {say('draftFailed')}
      </span>
    );
  if (draft.keptAt === null) return null;
  return (
    <span className="hint" role="status">
      {say(draft.isBack ? 'draftFound' : 'draftKept', { at: moment(draft.keptAt) })}{' '}
      <Button type="link" size="small" onClick={() => void draft.discard()}>
        {say('discard')}
      </Button>
    </span>
  );
}
