import { Button } from 'antd';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ask, Problem } from '../api/client';
import { ChoiceField, TextField, type Choice } from '../forms/field';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

const empty = { caseId: '', post: '', body: '', act: '', from: '', until: '', purpose: '', reasons: '' };
type Form = typeof empty;

/** Asks for a part of the record: what is filled in must all hold. */
export function AskExport({ onAsked }: { readonly onAsked: () => void }): ReactNode {
  const { say, word } = useSpeaker();
  const { words, body } = useNames();
  const [form, setForm] = useState<Form>(empty);
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const key = useRef(crypto.randomUUID());
  const set = (name: keyof Form) => (value: string): void => { key.current = crypto.randomUUID(); setForm((before) => ({ ...before, [name]: value })); };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(undefined);
    setSending(true);
    try {
      await ask('/api/at/audit/v1/exports', { method: 'POST', body: orderFrom(form), key: key.current });
      setForm(empty);
      onAsked();
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'internal', ''));
    } finally {
      setSending(false);
    }
  };
  const acts: Choice[] = [...new Map(Object.values(words.procedures).flatMap(({ acts: of }) => Object.entries(of)).map(([value, { label }]) => [value, { value, label: word(label) }])).values()];
  const text = (name: keyof Form, label: string, type = 'text'): ReactNode => <TextField label={label} type={type} value={form[name]} onChange={set(name)} wrong={problem?.more['field'] === `filter.${name}` ? problem.title : undefined} />;
  return (
    <details className="filters"><summary>{say('askExport')}</summary>
      <form onSubmit={(event) => void send(event)} aria-label={say('askExport')}><p className="hint">{say('askExportHint')}</p>
        {problem && <Trouble problem={problem} />}
        <div className="fields"><ChoiceField label={say('purpose')} required value={form.purpose} onChange={set('purpose')} choices={Object.entries(words.exportPurposes).map(([value, label]) => ({ value, label: word(label) }))} />
          {text('caseId', say('exportCase'))}<ChoiceField label={say('exportBody')} value={form.body} onChange={set('body')} choices={words.bodies.filter(({ desk }) => desk).map(({ id }) => ({ value: id, label: body(id) }))} />{text('post', say('exportPost'))}
          <ChoiceField label={say('exportAct')} value={form.act} onChange={set('act')} choices={acts} />{text('from', say('exportFrom'), 'date')}{text('until', say('exportUntil'), 'date')}</div>
        <TextField label={say('reasons')} long value={form.reasons} onChange={set('reasons')} />
        <p className="row"><Button type="primary" htmlType="submit" loading={isSending && { delay: 300 }}>{say('askExport')}</Button></p></form></details>
  );
}

function orderFrom({ purpose, reasons, ...filter }: Form): Readonly<Record<string, unknown>> {
  return { purpose, filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')), ...(reasons.trim() === '' ? {} : { reasons }) };
}
