import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { useLookAgain } from '../api/use-look-again';
import { usePages } from '../api/use-pages';
import type { ReassignmentLine } from '../api/views';
import { Answer, Page, Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { HowFar } from './how-far';
import { ReassignForm, type CaseToReassign } from './reassign-form';

/** Giving many cases to another post: the form, and the orders of this body with how far each is. */
export function ReassignmentsPage(): ReactNode {
  const { say } = useSpeaker();
  const { state } = useLocation() as { state: { cases?: readonly CaseToReassign[] } | null };
  const go = useNavigate();
  const asking = useAsk<{ services: readonly string[] }>('/api/desk/reassignments?limit=1');
  const orders = usePages<ReassignmentLine>('/api/desk/reassignments');
  useLookAgain(
    orders.lines.some((order) => order.state === 'running'),
    orders.lines,
    orders.again,
  );
  return (
    <Page title={say('reassignments')} extra={<Link to="/desk">{say('desk')}</Link>}>
      <Answer asking={asking}>
        {({ services }) => (
          <ReassignForm
            services={services}
            cases={state?.cases ?? []}
            onOrdered={([first, ...others]) => {
              if (first && others.length === 0) void go(`/reassignments/${first.service}/${first.id}`);
              else {
                void go('/reassignments', { replace: true, state: null });
                orders.again();
              }
            }}
          />
        )}
      </Answer>
      <Part title={say('orders')}>
        {orders.problem ? <Trouble problem={orders.problem} again={orders.again} /> : <Orders lines={orders.lines} />}
        {orders.more && <Button onClick={orders.more}>{say('more')}</Button>}
      </Part>
    </Page>
  );
}

function Orders({ lines }: { readonly lines: readonly ReassignmentLine[] }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  if (lines.length === 0) return <p className="hint">{say('noOrders')}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('orders')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('orderedAt')}</th>
            <th scope="col">{say('fromPost')}</th>
            <th scope="col">{say('toPost')}</th>
            <th scope="col">{say('progress')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <Link to={`/reassignments/${line.servedBy}/${line.id}`}>{moment(line.orderedAt)}</Link>
                <div className="hint">{names.service(line.servedBy)}</div>
              </td>
              <td>{line.fromPost === null ? say('casesNamed') : names.post(line.fromPost)}</td>
              <td>{names.post(line.toPost)}</td>
              <td>
                <HowFar order={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
