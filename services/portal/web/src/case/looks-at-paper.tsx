import { Button } from 'antd';
import type { ReactNode } from 'react';
import { usePages } from '../api/use-pages';
import type { LookLine } from '../api/views';
import { Looks } from '../audit/looks-table';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';

/** Who opened one paper of a case that one's body holds. */
export function LooksAtPaper({ caseId, paper }: { readonly caseId: string; readonly paper: string }): ReactNode {
  const { say } = useSpeaker();
  const { lines, isLoading, problem, more, again } = usePages<LookLine>(`/api/at/audit/v1/cases/${caseId}/looks?paper=${paper}`, 50);
  if (problem && problem.status !== 404) return <Trouble problem={problem} again={again} />;
  return (
    <>
      <p className="hint">{say('custodyLooksHint')}</p>
      {!isLoading && (lines.length === 0 ? <p className="hint">{say('noLooks')}</p> : <Looks lines={lines} />)}
      {more && <Button onClick={more}>{say('more')}</Button>}
    </>
  );
}
