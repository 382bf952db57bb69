import type { ReactNode } from 'react';
import type { LookLine } from '../api/views';
import { Tag } from '../frame/tag';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** Who looked, when, at what and where; a refused attempt is marked. */
export function Looks({ lines }: { readonly lines: readonly LookLine[] }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('looks')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('actAt')}</th>
            <th scope="col">{say('actDone')}</th>
            <th scope="col">{say('actByPost')}</th>
            <th scope="col">{say('service')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{moment(line.at)}</td>
              <td>
                {word(line.label, line.look)} {line.look === 'denied' && <Tag tone="late">{say('refusedLook')}</Tag>}
              </td>
              <td>
                {names.post(line.post, line.body)}
                {typeof line.hiddenUntil === 'string' && (
                  <div className="hint">
                    {say('hiddenUntil', { day: line.hiddenUntil.slice(0, 10) })}{' '}
                    {line.daysConfirmed === false && <Tag tone="unsure">{say('unconfirmed')}</Tag>}
                  </div>
                )}
              </td>
              <td>{names.service(line.service)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
