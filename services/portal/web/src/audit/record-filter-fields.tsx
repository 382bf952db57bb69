import type { ReactNode } from 'react';
import type { Problem } from '../api/client';
import { ChoiceField, TextField, type Choice } from '../forms/field';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

export const noFilter = { caseId: '', post: '', body: '', act: '', from: '', until: '' };
export type RecordFilter = typeof noFilter;

/** What is filled in, as the services take it. */
export const givenIn = (filter: RecordFilter): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));

/** Which rows of the record: what is filled in must all hold. */
export function RecordFilterFields({
  filter,
  onChange,
  problem,
}: {
  readonly filter: RecordFilter;
  readonly onChange: (filter: RecordFilter) => void;
  readonly problem: Problem | undefined;
}): ReactNode {
  const { say, word } = useSpeaker();
  const { words, body } = useNames();
  const acts: Choice[] = [
    ...new Map(
      Object.values(words.procedures)
        .flatMap(({ acts: of }) => Object.entries(of))
        .map(([value, { label }]) => [value, { value, label: word(label) }]),
    ).values(),
  ];
  const set =
    (name: keyof RecordFilter) =>
    (value: string): void =>
      onChange({ ...filter, [name]: value });
  const isWrong = (name: string): boolean => [name, `filter.${name}`].includes(String(problem?.more['field']));
  const text = (name: keyof RecordFilter, label: string, type = 'text'): ReactNode => (
    <TextField label={label} type={type} value={filter[name]} onChange={set(name)} wrong={isWrong(name) ? problem?.title : undefined} />
  );
  return (
    <>
      {text('caseId', say('exportCase'))}
      <ChoiceField
        label={say('exportBody')}
        value={filter.body}
        onChange={set('body')}
        choices={words.bodies.filter(({ desk }) => desk).map(({ id }) => ({ value: id, label: body(id) }))}
      />
      {text('post', say('exportPost'))}
      <ChoiceField label={say('exportAct')} value={filter.act} onChange={set('act')} choices={acts} />
      {text('from', say('exportFrom'), 'date')}
      {text('until', say('exportUntil'), 'date')}
    </>
  );
}
