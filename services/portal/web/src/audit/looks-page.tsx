import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { usePages } from '../api/use-pages';
import type { LookLine } from '../api/views';
import { useSending } from '../forms/use-attempt';
import { Page, Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { Looks } from './looks-table';

/** Who saw what of a case, refused attempts included: for its holder's head, and for auditors, who can release what the holder is not shown yet. */
export function LooksPage(): ReactNode {
  const { say } = useSpeaker();
  const { id = '' } = useParams();
  const { session } = useSession();
  const isAuditor = session?.posts.find(({ id: post }) => post === session.post)?.role === 'auditor';
  const { lines, isLoading, problem, more, again } = usePages<LookLine>(`/api/at/audit/v1/cases/${encodeURIComponent(id)}/looks`, 50);
  return (
    <Page title={say('looks')}>
      <Part title={say('looks')}>
        <p className="hint">{say('looksHint')}</p>
        {problem &&
          (problem.status === 404 ? (
            <Alert type="info" showIcon title={say('looksNotYours')} />
          ) : (
            <Trouble problem={problem} again={again} />
          ))}
        {isAuditor && lines.some(({ hiddenUntil }) => typeof hiddenUntil === 'string') && <Release id={id} again={again} />}
        {!isLoading && !problem && (lines.length === 0 ? <p className="hint">{say('noLooks')}</p> : <Looks lines={lines} />)}
        {more && <Button onClick={more}>{say('more')}</Button>}
      </Part>
    </Page>
  );
}

function Release({ id, again }: { readonly id: string; readonly again: () => void }): ReactNode {
  const { say } = useSpeaker();
  const [isSure, setSure] = useState(false);
  const { problem, isSending, send } = useSending(again);
  const release = (): void => {
    if (isSure) void send(`/api/at/audit/v1/cases/${encodeURIComponent(id)}/looks/acts/release-looks`, { form: {} });
    else setSure(true);
  };
  return (
    <div>
      {problem && <Trouble problem={problem} />}
      <p className="row">
        <Button onClick={release} type={isSure ? 'primary' : 'default'} loading={isSending && { delay: 300 }}>
          {say(isSure ? 'releaseLooksSure' : 'releaseLooks')}
        </Button>
        <span className="hint">{say('releaseLooksHint')}</span>
      </p>
    </div>
  );
}
