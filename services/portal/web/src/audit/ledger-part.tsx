import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import type { LedgerView } from '../api/views';
import { Answer, Pairs, Part } from '../frame/page';
import { useSpeaker } from '../words/language';

/** Whether every row is in the signed log, when it was signed last, and who cosigned. */
export function LedgerPart(): ReactNode {
  const { say } = useSpeaker();
  const asking = useAsk<LedgerView>('/api/at/audit/v1/ledger');
  return (
    <Part title={say('ledger')}><Answer asking={asking}>{({ whole, recorded, leaves, waiting, checkpoint, cosignatures, changed }) => <>
      <Alert type={whole ? 'success' : 'warning'} showIcon title={say(whole ? 'ledgerWhole' : 'ledgerNotWhole')} />
      <Pairs lines={[
        [say('receivedRows'), recorded], [say('ledgerLeaves'), leaves], [say('ledgerWaiting'), waiting], [say('checkpoint'), checkpoint === null ? say('none') : say('signedAgo', { size: checkpoint.size, n: Math.round(checkpoint.signedAgo) })],
        [say('witnesses'), cosignatures.length === 0 ? say('none') : cosignatures.map(({ witness, size, cosignedAgo }) => <div key={witness}><span data-said>{witness}</span> · {say('signedAgo', { size, n: Math.round(cosignedAgo) })}</div>)],
        changed.length === 0 ? undefined : [say('ledgerChanged'), <strong key="changed" className="wrong">{changed.slice(0, 20).join(', ')}</strong>]]} /></>}</Answer></Part>
  );
}
