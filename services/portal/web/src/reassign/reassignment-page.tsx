import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { useLookAgain } from '../api/use-look-again';
import { usePages } from '../api/use-pages';
import type { ReassignmentRowView, ReassignmentView } from '../api/views';
import { ChoiceField } from '../forms/field';
import { Answer, Page, Pairs, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { HowFar } from './how-far';

/** One order: how far it is, looked at again until it is finished, and what became of each case. */
export function ReassignmentPage(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { service = '', id = '' } = useParams();
  const path = `/api/at/${service}/v1/reassignments/${id}`;
  const asking = useAsk<ReassignmentView>(path);
  const { value, again } = asking;
  useLookAgain(value?.state === 'running', value, again);
  return (
    <Page title={say('reassignments')} extra={<Link to="/reassignments">{say('orders')}</Link>}>
      <Answer asking={asking}>
        {(order) => (
          <>
            <Part title={say('progress')}>
              <HowFar order={order} />
              <Pairs
                lines={[
                  [say('orderedBy'), names.post(order.orderedBy)],
                  [say('orderedAt'), moment(order.orderedAt)],
                  [say('fromPost'), order.fromPost === null ? say('casesNamed') : names.post(order.fromPost)],
                  [say('toPost'), names.post(order.toPost)],
                ]}
              />
            </Part>
            <RowsPart path={`${path}/rows`} service={service} settled={order.done + order.refused} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function RowsPart({ path, service, settled }: { readonly path: string; readonly service: string; readonly settled: number }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const [search, setSearch] = useSearchParams();
  const outcome = search.get('outcome') ?? '';
  const { lines, more, again, problem } = usePages<ReassignmentRowView>(`${path}${outcome === '' ? '' : `?outcome=${outcome}`}`, 50);
  useEffect(() => {
    if (settled > 0) again();
  }, [settled]);
  const said = ({ outcome: is, code }: ReassignmentRowView): ReactNode => {
    if (is === null) return say('waitingItsTurn');
    return is === 'done' ? (
      say('reassigned')
    ) : (
      <>
        <Tag tone="late">{say('refused')}</Tag> {names.refusal(code ?? '')}
      </>
    );
  };
  return (
    <Part title={say('eachCase')}>
      <ChoiceField
        label={say('result')}
        value={outcome}
        onChange={(chosen) => setSearch(chosen === '' ? {} : { outcome: chosen }, { replace: true })}
        choices={[
          { value: 'done', label: say('reassigned') },
          { value: 'refused', label: say('refused') },
          { value: 'waiting', label: say('waitingItsTurn') },
        ]}
      />
      {problem && <Trouble problem={problem} again={again} />}
      {lines.length === 0 ? (
        <p className="hint">{say('emptyList')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={say('eachCase')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('place')}</th>
                <th scope="col">{say('case')}</th>
                <th scope="col">{say('result')}</th>
                <th scope="col">{say('time')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((row) => (
                <tr key={row.place} data-outcome={row.outcome ?? 'waiting'}>
                  <td>{row.place}</td>
                  <td>
                    {row.caseId === null ? (
                      '—'
                    ) : (
                      <Link to={`/case/${service}/${row.caseId}`} data-said>
                        {row.number ?? row.caseId}
                      </Link>
                    )}
                  </td>
                  <td>{said(row)}</td>
                  <td>{moment(row.at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more && <Button onClick={more}>{say('more')}</Button>}
    </Part>
  );
}
