import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useSpeaker } from '../words/language';
import { addressOf, type SavedFilters } from './use-saved-filters';

/** The filters a person keeps, each a step away. */
export function SavedTabs({ saved }: { readonly saved: SavedFilters }): ReactNode {
  const { say } = useSpeaker();
  if (saved.lines.length === 0) return null;
  return (
    <nav className="saved" aria-label={say('savedFilters')}>
      <ul className="plain">
        {saved.lines.map((filter) => (
          <li key={filter.id}>
            <Link to={addressOf(filter)} data-said>
              {filter.name} {saved.counts.has(filter.id) && <span className="hint">({saved.counts.get(filter.id)})</span>}
            </Link>
            <Button
              size="small"
              type="text"
              aria-label={say('forgetFilter', { name: filter.name })}
              onClick={() => void saved.forget(filter.id)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
