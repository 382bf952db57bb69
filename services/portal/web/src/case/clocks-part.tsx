import type { ReactNode } from 'react';
import type { CasePageView, ClockLine } from '../api/views';
import { Part } from '../frame/page';
import type { TextName } from '../words/dictionary';
import { useSpeaker } from '../words/language';
import { Tag } from '../frame/tag';

/** Each period with its last day, and on asking every step of how it was counted. */
export function ClocksPart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say } = useSpeaker();
  const order = (clock: ClockLine): number => (clock.state === 'running' ? 0 : clock.state === 'paused' ? 1 : 2);
  return (
    <Part title={say('clocks')}>
      {view.clocks.length === 0 ? (
        <p className="hint">{say('noClocks')}</p>
      ) : (
        <ul className="plain clocks">
          {[...view.clocks]
            .sort((a, b) => order(a) - order(b))
            .map((clock) => (
              <li key={clock.id}>
                <Clock clock={clock} />
              </li>
            ))}
        </ul>
      )}
    </Part>
  );
}

function Clock({ clock }: { readonly clock: ClockLine }): ReactNode {
  const { say, word, language } = useSpeaker();
  const states = { running: 'running', paused: 'paused', met: 'met', cancelled: 'cancelled' } as const satisfies Readonly<
    Record<string, TextName>
  >;
  const state: TextName | undefined = (states as Readonly<Record<string, TextName>>)[clock.state];
  const steps = clock.explanation?.[language === 'en' ? 'en' : 'zh'] ?? [];
  return (
    <>
      <div className="clock">
        <strong>{word(clock.label, clock.rule)}</strong>{' '}
        <Tag tone={clock.overdue ? 'late' : clock.state === 'running' ? 'state' : 'plain'}>
          {clock.overdue ? say('overdue') : state ? say(state) : clock.state}
        </Tag>
        {clock.dueOn !== undefined && clock.state !== 'met' && clock.state !== 'cancelled' && (
          <span data-said>{say('dueOn', { day: clock.dueOn })}</span>
        )}
        {clock.confirmed === false && <Tag tone="unsure">{say('unconfirmed')}</Tag>}
      </div>
      {steps.length > 0 && (
        <details>
          <summary>{say('clockExplained')}</summary>
          <ul data-said>
            {steps.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
