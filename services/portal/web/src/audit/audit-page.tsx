import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import type { ServiceLine } from '../api/views';
import { Answer, Page, Part } from '../frame/page';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { Tag } from '../frame/tag';
import { ExportsPart } from './exports-part';
import { HoldsPart } from './holds-part';
import type { RecordFilter } from './record-filter-fields';
import { SearchActsPart } from './search-acts-part';
import { LedgerPart } from './ledger-part';

/** Whether the record that auditors have is the whole record and the signed one, and the parts of it that left the system. */
export function AuditPage(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { session } = useSession();
  const isAuditor = session?.posts.find(({ id }) => id === session.post)?.role === 'auditor';
  const [found, setFound] = useState<RecordFilter>();
  const asking = useAsk<{ complete: boolean; services: readonly ServiceLine[] }>('/api/at/audit/v1/completeness');
  return (
    <Page title={say('audit')}>
      <Part title={say('completeness')}>
        <Answer asking={asking}>
          {({ complete, services }) => (
            <>
              <Alert type={complete ? 'success' : 'error'} showIcon title={say(complete ? 'complete' : 'incomplete')} />
              <div className="scroll" tabIndex={0} role="region" aria-label={say('completeness')}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{say('service')}</th>
                      <th scope="col">{say('announced')}</th>
                      <th scope="col">{say('receivedRows')}</th>
                      <th scope="col">{say('missingRows')}</th>
                      <th scope="col">{say('unnumbered')}</th>
                      <th scope="col">{say('lastReport')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {services.map((line) => (
                      <tr key={line.service}>
                        <td>
                          {names.service(line.service)} {line.restoredFrom !== null && <Tag tone="late">{say('restored')}</Tag>}
                        </td>
                        <td>{line.announced}</td>
                        <td>{line.received}</td>
                        <td>{line.missing.length === 0 ? '—' : line.missing.slice(0, 20).join(', ')}</td>
                        <td>
                          {line.unstamped === 0 || line.oldestUnstamped === null
                            ? line.unstamped
                            : say('waitingSince', { n: line.unstamped, s: Math.round(line.oldestUnstamped) })}
                        </td>
                        <td>{say('silent', { n: Math.round(line.silentFor) })}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )}
        </Answer>
      </Part>
      <LedgerPart />
      {isAuditor && (
        <>
          <SearchActsPart onExport={setFound} />
          <ExportsPart found={found} />
          <HoldsPart />
        </>
      )}
    </Page>
  );
}
