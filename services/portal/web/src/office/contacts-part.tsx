import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { usePages } from '../api/use-pages';
import { TextField } from '../forms/field';
import { useSending } from '../forms/use-attempt';
import { Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

const address = '/api/at/coordination/v1/unit-contacts';
const empty = { unit: '', subject: '', validFrom: '', validUntil: '' };
type Form = typeof empty;

interface ContactLine {
  readonly id: string;
  readonly body: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
}

/** Who may be written to for a unit: the office registers them and says which day is their last. */
export function ContactsPart(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { lines, more, again } = usePages<ContactLine>(address);
  return (
    <Part title={say('contacts')}>
      {lines.length === 0 ? (
        <p className="hint">{say('noContacts')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={say('contacts')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('unitOfContact')}</th>
                <th scope="col">{say('validFrom')}</th>
                <th scope="col">{say('validUntil')}</th>
                <th scope="col">{say('lastDayIs')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td data-said>{names.body(line.body)}</td>
                  <td>{line.valid_from}</td>
                  <td>{line.valid_until ?? '—'}</td>
                  <td>
                    <EndContact line={line} onEnded={again} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more && <Button onClick={more}>{say('more')}</Button>}
      <RegisterContact onRegistered={again} />
    </Part>
  );
}

function EndContact({ line, onEnded }: { readonly line: ContactLine; readonly onEnded: () => void }): ReactNode {
  const { say } = useSpeaker();
  const { body } = useNames();
  const [day, setDay] = useState('');
  const { problem, isSending, changed, send } = useSending(() => {
    setDay('');
    onEnded();
  });
  const end = (event: FormEvent): void => {
    event.preventDefault();
    void send(`${address}/${line.id}/end`, { validUntil: day });
  };
  return (
    <form className="row" onSubmit={end} aria-label={say('endContact', { unit: body(line.body) })}>
      <input
        className="control"
        type="date"
        required
        aria-label={say('lastDayIs')}
        value={day}
        onChange={(change) => {
          changed();
          setDay(change.target.value);
        }}
      />
      <Button htmlType="submit" loading={isSending && { delay: 300 }}>
        {say('setLastDay')}
      </Button>
      {problem && <Trouble problem={problem} />}
    </form>
  );
}

function RegisterContact({ onRegistered }: { readonly onRegistered: () => void }): ReactNode {
  const { say } = useSpeaker();
  const [form, setForm] = useState<Form>(empty);
  const { problem, isSending, changed, send } = useSending(() => {
    setForm(empty);
    onRegistered();
  });
  const field = (name: keyof Form, label: string, more: { required?: boolean; hint?: string; type?: string } = {}): ReactNode => (
    <TextField
      label={label}
      {...more}
      value={form[name]}
      onChange={(value) => {
        changed();
        setForm((before) => ({ ...before, [name]: value }));
      }}
      wrong={problem?.more['field'] === name ? problem.title : undefined}
    />
  );
  const register = (event: FormEvent): void => {
    event.preventDefault();
    void send(address, Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')));
  };
  return (
    <details className="filters">
      <summary>{say('registerContact')}</summary>
      <form onSubmit={register} aria-label={say('registerContact')}>
        <p className="hint">{say('registerContactHint')}</p>
        {problem && <Trouble problem={problem} />}
        <div className="fields">
          {field('unit', say('unitCode'), { required: true })}
          {field('subject', say('signInName'), { required: true })}
          {field('validFrom', say('validFrom'), { required: true, type: 'date' })}
          {field('validUntil', say('validUntil'), { type: 'date' })}
        </div>
        <p className="row">
          <Button type="primary" htmlType="submit" loading={isSending && { delay: 300 }}>
            {say('registerContact')}
          </Button>
        </p>
      </form>
    </details>
  );
}
