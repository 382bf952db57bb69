import { useId, type ReactNode } from 'react';
import { useSpeaker } from '../words/language';

export interface FieldFrame {
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
}
interface ForControl {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
  readonly required?: boolean;
}

/** A field with its name, whether it must be filled in, and what is wrong with it, tied together for whoever cannot see the page. */
export function Field({
  label,
  required,
  hint,
  wrong,
  children,
}: FieldFrame & { readonly children: (control: ForControl) => ReactNode }): ReactNode {
  const { say } = useSpeaker();
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`]
    .filter((each) => each !== '')
    .join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} <small className={required ? 'must' : 'may'}>{say(required ? 'required' : 'optional')}</small>
      </label>
      {children({
        id,
        ...(wrong === undefined ? {} : { 'aria-invalid': true as const }),
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(required ? { required } : {}),
      })}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== undefined && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several answers, as the browser's own list: it works with every keyboard, screen reader and telephone. */
export function ChoiceField({
  choices,
  value,
  onChange,
  ...frame
}: FieldFrame & { readonly choices: readonly Choice[]; readonly value: string; readonly onChange: (value: string) => void }): ReactNode {
  const { say } = useSpeaker();
  return (
    <Field {...frame}>
      {(control) => (
        <select className="control" {...control} value={value} onChange={(change) => onChange(change.target.value)}>
          <option value="">{say('choose')}</option>
          {choices.map(({ value: each, label }) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function TextField({
  value,
  onChange,
  long = false,
  type = 'text',
  max = 20_000,
  ...frame
}: FieldFrame & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly long?: boolean;
  readonly type?: string;
  readonly max?: number;
}): ReactNode {
  return (
    <Field {...frame}>
      {(control) =>
        long ? (
          <textarea
            className="control"
            rows={4}
            maxLength={max}
            {...control}
            value={value}
            onChange={(change) => onChange(change.target.value)}
          />
        ) : (
          <input
            className="control"
            type={type}
            maxLength={max}
            {...control}
            value={value}
            onChange={(change) => onChange(change.target.value)}
          />
        )
      }
    </Field>
  );
}
