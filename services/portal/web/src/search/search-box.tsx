import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSpeaker } from '../words/language';

const shortest = 2;

/** Takes a number, a title, a unit or a person, as written or in pinyin, to the page of what is found. */
export function SearchBox({ terms = '' }: { readonly terms?: string }): ReactNode {
  const { say } = useSpeaker();
  const go = useNavigate();
  const [text, setText] = useState(terms);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim().length >= shortest) void go('/search', { state: { terms: text.trim() } });
  };
  return (
    <form role="search" className="search-box" onSubmit={find}>
      <input
        className="control"
        type="search"
        aria-label={say('searchFor')}
        placeholder={say('searchFor')}
        value={text}
        minLength={shortest}
        maxLength={100}
        autoComplete="off"
        onChange={(change) => setText(change.target.value)}
      />
      <Button htmlType="submit">{say('search')}</Button>
    </form>
  );
}
