import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../api/client';
import { useSpeaker, type Speaker } from '../words/language';

/** A refusal in words: whoever refused says it, and what would be allowed. */
export function Trouble({ problem, again }: { readonly problem: Problem; readonly again?: () => void }): ReactNode {
  const speaker = useSpeaker();
  const { say } = speaker;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={troubleText(problem, speaker)}
      {...(again
        ? {
            action: (
              <Button size="small" onClick={again}>
                {say('retry')}
              </Button>
            ),
          }
        : {})}
    />
  );
}

export function troubleText({ code, title, status }: Problem, { say }: Speaker): string {
  if (code === 'offline') return say('offline');
  return title === '' ? `${say('trouble')} (${status} ${code})` : title;
}
