import type { ReactNode } from 'react';
import type { CasePageView } from '../api/views';
import { Pairs, Part } from '../frame/page';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { Tag } from '../frame/tag';

/** Why the case is where it is: rule, clause and edition, what is not confirmed, and who decided otherwise. */
export function WhyPart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const { why, unknownFacts } = view;
  const list = (bodies: readonly string[]): string => bodies.map(names.body).join(' · ');
  const missing = unknownFacts.length === 0 ? undefined : ([say('missing'), unknownFacts.map(names.fact).join(' · ')] as const);
  const proposed =
    view.proposedHolder === null
      ? undefined
      : ([
          say('proposedHolder'),
          <Tag key="p" tone="unsure">
            {names.body(view.proposedHolder)}
          </Tag>,
        ] as const);
  if (!why)
    return view.linkedTo ? null : (
      <Part title={say('whose')}>
        <p>{say('noDecision')}</p>
        <Pairs lines={[missing, proposed]} />
      </Part>
    );
  const designation = view.timeline.find(({ act }) => act === 'carry-out');
  return (
    <Part title={say('whose')}>
      <p className="lead">{word(names.words.statuses[why.status], why.status)}</p>
      <Pairs
        lines={[
          ...why.reasons.map(
            ({ rule, bodies, clause }) =>
              [
                say('rule'),
                <span key={rule}>
                  <strong>{list(bodies)}</strong>{' '}
                  <Tag>
                    <span data-said>{rule}</span>
                  </Tag>
                  <br />
                  <span className="hint">
                    {word(clause.instrument)} <span data-said>{clause.section}</span>
                  </span>
                </span>,
              ] as const,
          ),
          why.candidates.length < 2 ? undefined : [say('candidates'), list(why.candidates)],
          designation ? [say('designatedBy'), names.post(designation.post, designation.body)] : undefined,
          view.coHandlers.length === 0 ? undefined : [say('coHandlers'), list(view.coHandlers)],
          why.uncovered.length === 0 ? undefined : [say('uncovered'), names.factValue('fields', why.uncovered)],
          why.reReview?.organiser ? [say('organiser'), names.body(why.reReview.organiser)] : undefined,
          why.investigation?.lead
            ? [say('investigates'), why.investigation.lead === 'unit' ? say('unitItself') : names.body(why.investigation.lead)]
            : undefined,
          [
            say('edition'),
            <span key="e" data-said>
              {why.edition}
            </span>,
          ],
          proposed,
          missing,
        ]}
      />
      {why.unconfirmed.length > 0 && (
        <div className="notice">
          <h3>{say('unconfirmed')}</h3>
          <ul className="plain">
            {why.unconfirmed.map(({ mark, label }) => (
              <li key={mark}>
                <Tag tone="unsure">{mark}</Tag> {word(label, mark)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Part>
  );
}
