import { useEffect, useState, type ReactNode } from 'react';
import { ask } from '../api/client';
import type { ForeseenView } from '../api/views';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { ChoiceField, type Choice } from './field';
import { readFact, valueOfFact, withFact, writeFact, type Facts } from './facts';

/** What the services would decide on these facts, asked again shortly after each change, and when a connection that was lost is back. */
export function useForeseen(facts: Facts): ForeseenView | undefined {
  const [foreseen, setForeseen] = useState<ForeseenView>();
  const text = JSON.stringify(facts);
  useEffect(() => {
    const left = new AbortController();
    const foresee = (): void =>
      void ask<ForeseenView>('/api/public/decisions', { method: 'POST', body: { facts: JSON.parse(text) as unknown } }).then(
        (value) => {
          if (!left.signal.aborted) setForeseen(value);
        },
        () => window.addEventListener('online', foresee, { once: true, signal: left.signal }),
      );
    const timer = window.setTimeout(foresee, 250);
    return () => {
      left.abort();
      window.clearTimeout(timer);
    };
  }, [text]);
  return foreseen;
}

/** The facts on which it is decided whose a matter is; what is asked only of some matters appears when it is asked of this one. */
export function FactsFields({
  facts,
  onChange,
  foreseen,
  withKind,
  wrong,
}: {
  readonly facts: Facts;
  readonly onChange: (facts: Facts) => void;
  readonly foreseen: ForeseenView | undefined;
  readonly withKind: boolean;
  readonly wrong?: Readonly<Record<string, string>>;
}): ReactNode {
  const { word, say } = useSpeaker();
  const names = useNames();
  const { words } = names;
  const bodies: Choice[] = words.bodies.map(({ id, names: called }) => ({ value: id, label: word(called, id) }));
  const choicesOf = (fact: string): Choice[] => {
    const known = words.facts[fact];
    const own = Object.entries(known?.codes ?? {}).map(([code, label]) => ({ value: code, label: word(label) }));
    const isBody = fact === 'unit.affiliation' || fact === 'fundManager';
    return [
      ...(isBody ? [{ value: '-', label: say('none') }] : []),
      ...own,
      ...(known?.mayBeUnknown ? [{ value: 'unknown', label: word(words.unknown) }] : []),
      ...(isBody ? bodies : []),
    ];
  };
  const field = (fact: string): ReactNode => (
    <ChoiceField
      key={fact}
      label={names.fact(fact)}
      required
      choices={choicesOf(fact)}
      value={writeFact(valueOfFact(facts, fact))}
      wrong={wrong?.[fact]}
      onChange={(value) => onChange(withFact(facts, fact, readFact(fact, value)))}
    />
  );
  const asked = ['aiStage', 'suspect', 'major', 'inProject', 'listedItem'].filter((fact) => foreseen?.asked.includes(fact));
  return (
    <div className="fields">
      {withKind && field('kind')}
      <FieldsConcerned facts={facts} onChange={onChange} />
      {field('unit.kind')}
      {field('unit.educationSystem')}
      {field('unit.affiliation')}
      {field('funding')}
      {facts['funding'] !== undefined && facts['funding'] !== 'none' && field('fundManager')}
      {asked.map(field)}
    </div>
  );
}

function FieldsConcerned({ facts, onChange }: { readonly facts: Facts; readonly onChange: (facts: Facts) => void }): ReactNode {
  const { word, say } = useSpeaker();
  const { words, fact } = useNames();
  const chosen = Array.isArray(facts['fields']) ? facts['fields'].map(String) : [];
  return (
    <fieldset className="field wide">
      <legend>
        {fact('fields')} <small className="must">{say('required')}</small>
      </legend>
      <div className="boxes">
        {Object.entries(words.facts['fields']?.codes ?? {}).map(([code, label]) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(change) =>
                onChange({ ...facts, fields: change.target.checked ? [...chosen, code] : chosen.filter((each) => each !== code) })
              }
            />{' '}
            {word(label)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
