import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ChoiceField, TextField } from '../forms/field';
import { useSending } from '../forms/use-attempt';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { givenIn, noFilter, RecordFilterFields, type RecordFilter } from './record-filter-fields';

const nothingSaid = { purpose: '', reasons: '' };

/** Asks for a part of the record, perhaps what a search found. */
export function AskExport({ onAsked, found }: { readonly onAsked: () => void; readonly found: RecordFilter | undefined }): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const [filter, setFilter] = useState(found ?? noFilter);
  const [form, setForm] = useState(nothingSaid);
  const { problem, isSending, changed, send } = useSending(() => {
    setForm(nothingSaid);
    setFilter(noFilter);
    onAsked();
  });
  const set =
    (name: keyof typeof form) =>
    (value: string): void => {
      changed();
      setForm((before) => ({ ...before, [name]: value }));
    };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    void send('/api/at/audit/v1/exports', {
      purpose: form.purpose,
      filter: givenIn(filter),
      ...(form.reasons.trim() === '' ? {} : { reasons: form.reasons }),
    });
  };
  return (
    <details className="filters" open={found !== undefined}>
      <summary>{say('askExport')}</summary>
      <form onSubmit={ask} aria-label={say('askExport')}>
        <p className="hint">{say('askExportHint')}</p>
        {problem && <Trouble problem={problem} />}
        <div className="fields">
          <ChoiceField
            label={say('purpose')}
            required
            value={form.purpose}
            onChange={set('purpose')}
            choices={Object.entries(words.exportPurposes).map(([value, label]) => ({ value, label: word(label) }))}
          />
          <RecordFilterFields
            filter={filter}
            onChange={(given) => {
              changed();
              setFilter(given);
            }}
            problem={problem}
          />
        </div>
        <TextField label={say('reasons')} long value={form.reasons} onChange={set('reasons')} />
        <p className="row">
          <Button type="primary" htmlType="submit" loading={isSending && { delay: 300 }}>
            {say('askExport')}
          </Button>
        </p>
      </form>
    </details>
  );
}
