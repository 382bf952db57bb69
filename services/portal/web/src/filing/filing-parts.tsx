import type { ReactNode } from 'react';
import type { Facts } from '../forms/facts';
import { ChoiceField, TextField } from '../forms/field';
import { Part } from '../frame/page';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import type { Texts } from './filing-body';

/** How a matter came to the officer who files it. */
export function OnBehalf({
  texts,
  hasScan,
  onChange,
  wrong,
}: {
  readonly texts: Texts;
  /** What came in is attached: then nobody need write it down. */
  readonly hasScan: boolean;
  readonly onChange: (name: string) => (text: string) => void;
  readonly wrong: Readonly<Record<string, string>>;
}): ReactNode {
  const { say } = useSpeaker();
  const channels = [
    ['letter', 'letter'],
    ['call', 'call'],
    ['visit', 'visit'],
    ['other-authority', 'otherAuthority'],
  ] as const;
  const text = (name: string): string => texts[`behalf.${name}`] ?? '';
  return (
    <Part title={say('howReceived')}>
      <div className="fields">
        <ChoiceField
          label={say('channel')}
          required
          wrong={wrong['channel']}
          choices={channels.map(([value, label]) => ({ value, label: say(label) }))}
          value={text('channel')}
          onChange={onChange('behalf.channel')}
        />
        <TextField
          label={say('receivedOn')}
          required
          type="date"
          wrong={wrong['receivedOn']}
          value={text('receivedOn')}
          onChange={onChange('behalf.receivedOn')}
        />
        <TextField
          label={say('givenBy')}
          required
          max={300}
          wrong={wrong['givenBy']}
          value={text('givenBy')}
          onChange={onChange('behalf.givenBy')}
        />
        <TextField
          label={say('note')}
          required={!hasScan}
          hint={say('noteHint')}
          long
          max={5_000}
          wrong={wrong['note']}
          value={text('note')}
          onChange={onChange('behalf.note')}
        />
      </div>
    </Part>
  );
}

/** Where the public addresses itself; it goes on by the rules wherever that is. */
export function WhereTo({ facts, onChange }: { readonly facts: Facts; readonly onChange: (facts: Facts) => void }): ReactNode {
  const { say, word } = useSpeaker();
  const { words, body } = useNames();
  const city = String(facts['city']);
  return (
    <Part title={say('receivedBy')}>
      <div className="fields">
        <ChoiceField
          label={say('cityChoice')}
          required
          choices={words.cities.map(({ id, names }) => ({ value: id, label: word(names) }))}
          value={city}
          onChange={(chosen) => onChange({ ...facts, city: chosen, receivedBy: words.cities.find(({ id }) => id === chosen)?.office })}
        />
        <ChoiceField
          label={say('receivedBy')}
          required
          hint={say('receivedByHint')}
          choices={words.bodies.filter((each) => each.desk && each.city === city).map(({ id }) => ({ value: id, label: body(id) }))}
          value={String(facts['receivedBy'] ?? '')}
          onChange={(chosen) => onChange({ ...facts, receivedBy: chosen })}
        />
      </div>
    </Part>
  );
}
