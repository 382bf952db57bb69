import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ask } from '../api/client';
import type { CasePageView } from '../api/views';
import { Trouble } from '../frame/trouble';
import { useAttempt } from '../forms/use-attempt';
import { useSpeaker } from '../words/language';

/** Keeps the case on the list of what this post watches, or takes it off. */
export function WatchButton({ view, again }: { readonly view: CasePageView; readonly again: () => void }): ReactNode {
  const { say } = useSpeaker();
  const { attempt, isSending, problem } = useAttempt<unknown>(again);
  const act = view.watch === null ? 'watch' : 'unwatch';
  const send = (): Promise<void> => attempt((key) => ask(`/api/at/${view.servedHere}/v1/cases/${view.id}/${act}`, { method: 'POST', key }));
  return (
    <>
      <Button
        size="small"
        className="no-print"
        aria-pressed={view.watch !== null}
        loading={isSending && { delay: 300 }}
        onClick={() => void send()}
      >
        {say(act)}
      </Button>
      {problem && <Trouble problem={problem} />}
    </>
  );
}
