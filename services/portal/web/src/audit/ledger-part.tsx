import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import type { LedgerView } from '../api/views';
import { useSending } from '../forms/use-attempt';
import { Answer, Pairs, Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';

/** Whether every row is in the signed log, how late, when it was signed last, who cosigned; and the comparison of every row with it. */
export function LedgerPart(): ReactNode {
  const { say } = useSpeaker();
  const asking = useAsk<LedgerView>('/api/at/audit/v1/ledger');
  return (
    <Part title={say('ledger')}>
      <Answer asking={asking}>
        {({ whole, writer, recorded, leaves, waiting, oldestWaiting, delay, checkpoint, cosignatures, changed }) => (
          <>
            <Alert type={whole ? 'success' : 'warning'} showIcon title={say(whole ? 'ledgerWhole' : 'ledgerNotWhole')} />
            <Pairs
              lines={[
                writer.reason === undefined
                  ? undefined
                  : [
                      say('ledgerWriter'),
                      <strong key="writer" className="wrong" data-said>
                        {writer.code ?? writer.state}: {writer.reason}
                      </strong>,
                    ],
                [say('receivedRows'), recorded],
                [say('ledgerLeaves'), leaves],
                [
                  say('ledgerWaiting'),
                  oldestWaiting === null ? waiting : say('waitingSince', { n: waiting, s: Math.round(oldestWaiting) }),
                ],
                [
                  say('checkpoint'),
                  checkpoint === null ? say('none') : say('signedAgo', { size: checkpoint.size, n: Math.round(checkpoint.signedAgo) }),
                ],
                delay === null
                  ? undefined
                  : [say('ledgerDelay'), say('delaySaid', { median: delay.median.toFixed(1), p99: delay.p99.toFixed(1) })],
                [
                  say('witnesses'),
                  cosignatures.length === 0
                    ? say('none')
                    : cosignatures.map(({ witness, size, cosignedAgo }) => (
                        <div key={witness}>
                          <span data-said>{witness}</span> · {say('signedAgo', { size, n: Math.round(cosignedAgo) })}
                        </div>
                      )),
                ],
                changed.length === 0
                  ? undefined
                  : [
                      say('ledgerChanged'),
                      <strong key="changed" className="wrong">
                        {changed.slice(0, 20).join(', ')}
                      </strong>,
                    ],
              ]}
            />
            <CompareAll again={asking.refresh} />
          </>
        )}
      </Answer>
    </Part>
  );
}

interface Compared {
  readonly compared: number;
  readonly changed: readonly number[];
}

/** Row by row against the log, at once; a running service does the same bit by bit. */
function CompareAll({ again }: { readonly again: () => void }): ReactNode {
  const { say } = useSpeaker();
  const { session } = useSession();
  const [answer, setAnswer] = useState<Compared>();
  const { problem, isSending, send, changed } = useSending<Compared>((given) => {
    changed();
    setAnswer(given);
    again();
  });
  if (!['auditor', 'audit-administrator'].includes(session?.posts.find(({ id }) => id === session.post)?.role ?? '')) return null;
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <p className="row">
        <Button onClick={() => void send('/api/at/audit/v1/ledger/check', {})} loading={isSending && { delay: 300 }}>
          {say('compareAll')}
        </Button>
        <a href="/api/at/audit/v1/check-page" download="check.html">
          {say('checkPage')}
        </a>
      </p>
      <p role="status">
        {answer && say(answer.changed.length === 0 ? 'comparedAll' : 'comparedDiffer', { n: answer.compared, m: answer.changed.length })}
      </p>
    </>
  );
}
