import type { ReactNode } from 'react';
import type { ForeseenView } from '../api/views';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { Tag } from '../frame/tag';

/** The routing decision on what is filled in so far, with the rule and clause it would rest on. */
export function Foreseen({ foreseen }: { readonly foreseen: ForeseenView | undefined }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const decision = foreseen?.decision;
  return (
    <section className="part foreseen" aria-live="polite">
      <h2>{say('foreseen')}</h2>
      {!foreseen && <p className="hint">{say('foreseenWait')}</p>}
      {foreseen?.wanting && (
        <p className="hint">
          {say('foreseenWait')}
          <br />
          {say('foreseenStill')}
          {names.fact(foreseen.wanting.fact)}
        </p>
      )}
      {foreseen && foreseen.unknown.length > 0 && (
        <p>
          {say('foreseenUnknown')} {foreseen.unknown.map(names.fact).join(' · ')}
        </p>
      )}
      {decision && (
        <>
          <p className="lead">{names.body(decision.holder)}</p>
          <p>{word(names.words.statuses[decision.status], decision.status)}</p>
          {decision.candidates.length > 1 && (
            <p className="hint">
              {say('candidates')}: {decision.candidates.map(names.body).join(' · ')}
            </p>
          )}
          <ul className="plain">
            {decision.reasons.map(({ rule, bodies, clause }) => (
              <li key={rule}>
                <Tag>
                  <span data-said>{rule}</span>
                </Tag>{' '}
                {bodies.map(names.body).join(' · ')}
                <div className="hint">
                  {word(clause.instrument)} <span data-said>{clause.section}</span>
                </div>
              </li>
            ))}
          </ul>
          {decision.unconfirmed.length > 0 && (
            <div className="notice">
              <h3>{say('unconfirmed')}</h3>
              <ul className="plain">
                {decision.unconfirmed.map(({ mark, label }) => (
                  <li key={mark}>
                    <Tag tone="unsure">{mark}</Tag> {word(label, mark)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </section>
  );
}
