import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** What others did since this person read the case. */
export interface Since {
  readonly version: number;
  readonly procedure: string;
  readonly act: string;
  readonly post: string | null;
  readonly body: string | null;
  readonly at: string;
  readonly state: string | null;
}

export function Conflict({ since, isOffered }: { readonly since: readonly Since[]; readonly isOffered: boolean }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={say('conflict')}
      description={
        <>
          <ul>
            {since.map(({ version, procedure, act, post, body, at, state }) => (
              <li key={version}>
                <strong>{names.act(procedure, act)}</strong> → {names.state(procedure, state)} ·{' '}
                {say('didBy', { who: names.post(post, body), at: moment(at) })}
              </li>
            ))}
          </ul>
          <p>{say(isOffered ? 'conflictHint' : 'conflictGone')}</p>
        </>
      }
    />
  );
}
