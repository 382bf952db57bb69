import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { ChoiceField, TextField, type Choice } from '../forms/field';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import type { SavedFilters } from './use-saved-filters';

const filterNames = ['kind', 'state', 'field', 'assigned', 'due'] as const;
const dueChoices = [0, 3, 7, 30] as const;

/** Of an address, what narrows a list. */
export const filterOf = (search: URLSearchParams): string =>
  new URLSearchParams(filterNames.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : []))).toString();

/** Narrows the list. What is chosen stands in the address, so going back and opening again find it; it is codes alone. */
export function FilterBar({ list, saved }: { readonly list: string; readonly saved: SavedFilters }): ReactNode {
  const { say } = useSpeaker();
  const [search, setSearch] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const chosen = filterNames.filter((name) => search.has(name));
  const set =
    (name: string) =>
    (value: string): void => {
      const next = new URLSearchParams(search);
      if (value === '') next.delete(name);
      else next.set(name, value);
      setSearch(next, { replace: true });
    };
  return (
    <details className="filters" open={isOpen || chosen.length > 0} onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
      <summary>
        {say('filter')}
        {chosen.length > 0 && ` (${chosen.length})`}
      </summary>
      {(isOpen || chosen.length > 0) && (
        <div className="fields">
          <Choices search={search} set={set} />
          {chosen.length > 0 && (
            <SaveForm key={search.toString()} list={list} search={search} saved={saved} onClear={() => setSearch({}, { replace: true })} />
          )}
        </div>
      )}
    </details>
  );
}

function Choices({
  search,
  set,
}: {
  readonly search: URLSearchParams;
  readonly set: (name: string) => (value: string) => void;
}): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const { session } = useSession();
  const body = session?.posts.find(({ id }) => id === session.post)?.body ?? '';
  const { value: posts } = useAsk<{ lines: readonly { id: string; body: string; isAssignable: boolean }[] }>(`/api/posts?body=${body}`);
  const codes = (fact: string): Choice[] =>
    Object.entries(names.words.facts[fact]?.codes ?? {}).map(([value, label]) => ({ value, label: word(label) }));
  const states: Choice[] = Object.entries(names.words.procedures['matter']?.states ?? {})
    .filter(([, { final }]) => !final)
    .map(([value, { label }]) => ({ value, label: word(label) }));
  const assigned: Choice[] = [
    { value: 'none', label: say('notAssigned') },
    ...(posts?.lines ?? [])
      .filter(({ isAssignable }) => isAssignable)
      .map(({ id, body: of }) => ({ value: id, label: names.post(id, of) })),
  ];
  const field = (name: string, label: string, choices: readonly Choice[]): ReactNode => (
    <ChoiceField label={label} choices={choices} value={search.get(name) ?? ''} onChange={set(name)} />
  );
  return (
    <>
      {field('kind', say('kind'), codes('kind'))}
      {field('state', say('state'), states)}
      {field('field', say('fields'), codes('fields'))}
      {field('assigned', say('assigned'), assigned)}
      {field(
        'due',
        say('due'),
        dueChoices.map((days) => ({ value: String(days), label: say('dueWithin', { n: days }) })),
      )}
    </>
  );
}

function SaveForm({
  list,
  search,
  saved,
  onClear,
}: {
  readonly list: string;
  readonly search: URLSearchParams;
  readonly saved: SavedFilters;
  readonly onClear: () => void;
}): ReactNode {
  const { say } = useSpeaker();
  const [name, setName] = useState('');
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    const filter = Object.fromEntries(
      [...new URLSearchParams(filterOf(search))].map(([each, value]) => [each, each === 'due' ? Number(value) : value]),
    );
    if (name.trim() !== '') void saved.keep({ id: crypto.randomUUID(), name: name.trim(), list, filter }).then(() => setName(''));
  };
  return (
    <form onSubmit={keep}>
      <TextField label={say('filterName')} max={40} value={name} onChange={setName} />
      <p className="row">
        <Button htmlType="submit">{say('saveFilter')}</Button>
        <Button onClick={onClear}>{say('clearFilter')}</Button>
      </p>
    </form>
  );
}
