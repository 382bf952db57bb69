import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ask } from '../api/client';
import { useAsk } from '../api/use-ask';
import { Answer, Page, Part } from '../frame/page';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useSession } from './session';
import { Tag } from '../frame/tag';

interface Line {
  readonly handle: string;
  readonly agent: string;
  readonly beganAt: string;
  readonly seenAt: string;
  readonly isThis: boolean;
}

/** Where one is signed in, and the end of it: here, there or everywhere. */
export function SessionsPage(): ReactNode {
  const { say } = useSpeaker();
  const { signOut } = useSession();
  const asking = useAsk<{ lines: readonly Line[] }>('/api/sessions');
  const end = async (handle: string): Promise<void> => {
    await ask(`/api/sessions/${handle}`, { method: 'DELETE' });
    asking.again();
  };
  return (
    <Page
      title={say('sessions')}
      extra={
        <Button danger onClick={() => void signOut(true)}>
          {say('signOutAll')}
        </Button>
      }
    >
      <p className="hint">{say('sessionsIntro')}</p>
      <Part title={say('sessions')}>
        <Answer asking={asking}>
          {({ lines }) => (
            <div className="scroll" tabIndex={0} role="region" aria-label={say('sessions')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say('browser')}</th>
                    <th scope="col">{say('began')}</th>
                    <th scope="col">{say('lastSeen')}</th>
                    <th scope="col">{say('end')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.handle}>
                      <td data-said>{line.agent}</td>
                      <td>{moment(line.beganAt)}</td>
                      <td>{moment(line.seenAt)}</td>
                      <td>
                        {line.isThis ? (
                          <Tag tone="state">{say('thisSession')}</Tag>
                        ) : (
                          <Button size="small" onClick={() => void end(line.handle)}>
                            {say('end')}
                          </Button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Answer>
      </Part>
    </Page>
  );
}
