import type { ReactNode } from 'react';
import { Part } from '../frame/page';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import type { Texts } from './filing-body';

/** What a report says was forbidden, chosen from the catalogue; nothing need be chosen. */
export function ConductChoices({
  texts,
  onChange,
}: {
  readonly texts: Texts;
  readonly onChange: (name: string) => (text: string) => void;
}): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const catalogue = words.violations.at(-1);
  if (!catalogue) return null;
  return (
    <Part title={say('conduct')}>
      <p className="hint">{say('conductHint')}</p>
      <div className="boxes conduct">
        {catalogue.violations.map(({ code, label, clause, confirmed }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={texts[`conduct.${code}`] === catalogue.id}
              onChange={(change) => onChange(`conduct.${code}`)(change.target.checked ? catalogue.id : '')}
            />{' '}
            {word(label)}{' '}
            <span className="hint">
              {word(clause)}
              {confirmed ? '' : ` · ${say('unconfirmed')}`}
            </span>
          </label>
        ))}
      </div>
    </Part>
  );
}
