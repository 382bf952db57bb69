import { Alert, Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { StandingAnswer } from '../api/views';
import { ChoiceField, TextField } from '../forms/field';
import { useSending } from '../forms/use-attempt';
import { Page, Pairs, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { Trouble } from '../frame/trouble';
import { useSession } from '../session/session';
import type { TextName } from '../words/dictionary';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

const nothing = { subject: '', for: 'funding-ban', on: '' };
const appealTexts: Readonly<Record<string, TextName>> = {
  none: 'appealNone',
  'recheck-open': 'appealRecheck',
  'final-review-open': 'appealReview',
  upheld: 'appealUpheld',
  changed: 'appealChanged',
  revoked: 'appealRevoked',
};

/** What stands against a person or unit on a day, by the number: a name is never enough. Whoever asks is on the record. */
export function StandingPage(): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const { session } = useSession();
  const [form, setForm] = useState(nothing);
  const [given, setGiven] = useState<StandingAnswer>();
  const { problem, isSending, changed, send } = useSending<StandingAnswer>((answer) => {
    setGiven(answer);
    setForm((before) => ({ ...before, subject: '' }));
  });
  const city = session?.posts.find(({ id }) => id === session.post)?.city ?? '';
  const set =
    (name: keyof typeof form) =>
    (value: string): void => {
      changed();
      setForm((before) => ({ ...before, [name]: value }));
    };
  const wrong = (name: string): string | undefined => (problem?.more['field'] === name ? problem.title : undefined);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setGiven(undefined);
    void send('/api/at/investigation/v1/standing', { subject: form.subject, for: form.for, ...(form.on === '' ? {} : { on: form.on }) });
  };
  const kinds = words.standings.filter(({ cities }) => cities?.includes(city) ?? true);
  return (
    <Page title={say('standing')}>
      <Part title={say('askStanding')}>
        <form onSubmit={ask} aria-label={say('askStanding')} autoComplete="off">
          <p className="hint">{say('standingHint')}</p>
          {problem && <Trouble problem={problem} />}
          <div className="fields">
            <ChoiceField
              label={say('standingKind')}
              required
              value={form.for}
              onChange={set('for')}
              choices={kinds.map(({ kind, label }) => ({ value: kind, label: word(label) }))}
              wrong={wrong('for')}
            />
            <TextField
              label={say('standingNumber')}
              required
              max={60}
              value={form.subject}
              onChange={set('subject')}
              wrong={wrong('subject')}
            />
            <TextField label={say('standingOn')} type="date" value={form.on} onChange={set('on')} wrong={wrong('on')} />
          </div>
          <p className="row">
            <Button type="primary" htmlType="submit" loading={isSending && { delay: 300 }}>
              {say('askStanding')}
            </Button>
          </p>
        </form>
      </Part>
      {given && <Given given={given} />}
    </Page>
  );
}

function Given({ given: { answer, note } }: { readonly given: StandingAnswer }): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const cityName = (id: string): string => word(words.cities.find((city) => city.id === id)?.names, id);
  return (
    <Part title={say('standingAnswer')}>
      <Alert type={answer.entries.length === 0 ? 'info' : 'warning'} showIcon title={word(answer.meaning)} />
      {answer.unconfirmed.map((label) => (
        <p key={label.en} className="hint">
          <Tag tone="unsure">{say('unconfirmed')}</Tag> {word(label)}
        </p>
      ))}
      {answer.entries.map((entry) => (
        <article key={`${entry.decision}${entry.from}`} className="card">
          <Pairs
            lines={[
              [
                say('standingDecision'),
                <span key="d" data-said>
                  {entry.decision}
                </span>,
              ],
              [say('standingCity'), cityName(entry.city)],
              [say('standingTerm'), `${entry.from} – ${entry.to ?? say('standingNoEnd')}`],
              [say('standingAppeal'), say(appealTexts[entry.appeal] ?? 'appealNone')],
              entry.isSuspended ? [say('state'), say('standingSuspended')] : undefined,
            ]}
          />
        </article>
      ))}
      <details className="filters">
        <summary>{say('signedAnswer')}</summary>
        <p className="hint">{say('signedAnswerHint')}</p>
        <textarea className="control" rows={8} readOnly aria-label={say('signedAnswer')} value={note} data-said />
      </details>
    </Part>
  );
}
