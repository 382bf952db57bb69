import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import type { ServiceOperationView } from '../api/views';
import { useSending } from '../forms/use-attempt';
import { Answer, Page, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** For the system administrator: is every service well, what does it owe, what could it not handle, and what to do about it. No word of a case. */
export function OperationPage(): ReactNode {
  const { say } = useSpeaker();
  const [handled, setHandled] = useState<number>();
  const asking = useAsk<{ services: readonly ServiceOperationView[] }>('/api/operation');
  const replayed = (count: number): void => {
    setHandled(count);
    asking.refresh();
  };
  return (
    <Page title={say('operation')} extra={<Button onClick={asking.refresh}>{say('lookAgain')}</Button>}>
      <p role="status">{handled !== undefined && say('replayed', { n: handled })}</p>
      <Answer asking={asking}>
        {({ services }) => (
          <>
            <Services services={services} />
            <Part title={say('deadLetters')}>
              {services.every(({ deadLetters }) => deadLetters.length === 0) ? (
                <p className="hint">{say('noDeadLetters')}</p>
              ) : (
                services.flatMap((service) =>
                  service.deadLetters.map((letter) => (
                    <DeadLetterCard key={`${service.service} ${letter.id}`} at={service.service} letter={letter} replayed={replayed} />
                  )),
                )
              )}
              {services.some(({ moreDeadLetters }) => moreDeadLetters) && <p className="hint">{say('moreDeadLetters')}</p>}
            </Part>
            <Faults services={services} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Services({ services }: { readonly services: readonly ServiceOperationView[] }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const isWell = services.every(({ status }) => status === 'ok');
  return (
    <Part title={say('servicesNow')}>
      <Alert type={isWell ? 'success' : 'warning'} showIcon title={say(isWell ? 'allWell' : 'notAllWell')} />
      <div className="scroll" tabIndex={0} role="region" aria-label={say('servicesNow')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('service')}</th>
              <th scope="col">{say('condition')}</th>
              <th scope="col">{say('owedTo')}</th>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <tr key={service.service} data-service={service.service}>
                <td>{names.service(service.service)}</td>
                <td>
                  <Condition of={service} />
                </td>
                <td>
                  {service.owed.map(({ receiver, owed, oldestSeconds, mostAttempts }) => (
                    <div key={receiver}>
                      {say('owed', { receiver: names.service(receiver), n: owed, s: Math.round(oldestSeconds), k: mostAttempts })}
                    </div>
                  ))}
                  {service.owed.length === 0 && (service.status === 'unreachable' ? say('unknownNow') : say('nothingOwed'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

/** Codes and messages of machines stand as they are; the handbook has them. */
function Condition({ of: { status, reasons } }: { readonly of: ServiceOperationView }): ReactNode {
  const { say } = useSpeaker();
  return (
    <>
      <Tag tone={status === 'ok' ? 'state' : 'late'}>{say(`condition-${status}`)}</Tag>
      {reasons.map(({ name, reason }) => (
        <div key={name} data-said>
          {name}: {reason}
        </div>
      ))}
    </>
  );
}

function DeadLetterCard({
  at,
  letter,
  replayed,
}: {
  readonly at: string;
  readonly letter: ServiceOperationView['deadLetters'][number];
  readonly replayed: (count: number) => void;
}): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { problem, isSending, send, changed } = useSending<{ handled: number }>(({ handled }) => {
    changed();
    replayed(handled);
  });
  return (
    <article className="card" data-dead-letter={letter.id}>
      <h3>
        {names.service(letter.sender)} → {names.service(at)} · <span data-said>{letter.kind}</span>
      </h3>
      <p data-said>{letter.reason}</p>
      <p className="hint">
        {moment(letter.diedAt)} · {say('waitingBehind', { n: letter.waiting })}
        {letter.caseId !== null && (
          <>
            {' · '}
            <span data-said>{letter.caseId}</span>
          </>
        )}
      </p>
      {problem && <Trouble problem={problem} />}
      <p className="row">
        <Button onClick={() => void send(`/api/at/${at}/v1/dead-letters/${letter.id}/replay`, {})} loading={isSending && { delay: 300 }}>
          {say('replay')}
        </Button>
        <span className="hint">{say('replayHint')}</span>
      </p>
    </article>
  );
}

function Faults({ services }: { readonly services: readonly ServiceOperationView[] }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const found = services.flatMap(({ service, faults }) => faults.map((fault) => ({ service, ...fault })));
  return (
    <Part title={say('integrity')}>
      {found.length === 0 ? (
        <p className="hint">{say('noFaults')}</p>
      ) : (
        found.map(({ service, id, label, recipe, subjects }) => (
          <article className="card" key={`${service} ${id}`} data-fault={id}>
            <h3>
              {word(label, id)} · {names.service(service)}
            </h3>
            <p>{word(recipe, id)}</p>
            <p className="hint" data-said>
              {subjects.slice(0, mostNamed).join(', ')}
              {subjects.length > mostNamed && ` … ${subjects.length}`}
            </p>
          </article>
        ))
      )}
    </Part>
  );
}

const mostNamed = 20;
