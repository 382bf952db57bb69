import { useEffect, type ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import type { FieldView } from '../api/views';
import { UploadsField } from '../uploads/uploads-field';
import type { Uploading } from '../uploads/use-uploads';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import type { ActTarget } from './act-form';
import { factsToSend, type Facts } from './facts';
import { FactsFields, useForeseen } from './facts-fields';
import { ChoiceField, TextField, type Choice } from './field';
import type { FormValues } from './use-draft';

interface ActFieldProps {
  readonly field: FieldView;
  readonly isUpload: boolean;
  readonly target: ActTarget;
  readonly values: FormValues;
  readonly onChange: (change: FormValues) => void;
  readonly uploads: Uploading;
  readonly wrong: string | undefined;
}

/** A field of an act's form, by what the service says it is. A kind of field, not an act, is what the portal knows. */
export function ActField({ field, isUpload, target, values, onChange, uploads, wrong }: ActFieldProps): ReactNode {
  const { word, say } = useSpeaker();
  const frame = { label: word(field.label), required: field.required, wrong };
  const value = values[field.name];
  const text = value === undefined || value === null ? '' : String(value);
  const set = (given: unknown): void => onChange({ [field.name]: given });
  switch (field.type) {
    case 'text':
      return <TextField {...frame} long value={text} onChange={set} />;
    case 'case':
    case 'unit':
    case 'amount':
    case 'count':
    case 'identity':
      return <TextField {...frame} value={text} onChange={set} />;
    case 'day':
      return <TextField {...frame} type="date" value={text} onChange={set} />;
    case 'code':
      return (
        <ChoiceField
          {...frame}
          value={text}
          onChange={set}
          choices={(field.options ?? []).map(({ code, label }) => ({ value: code, label: word(label) }))}
        />
      );
    case 'yes-no':
      return (
        <ChoiceField
          {...frame}
          value={text}
          onChange={(given) => set(given === '' ? undefined : given === 'true')}
          choices={[
            { value: 'true', label: say('yes') },
            { value: 'false', label: say('no') },
          ]}
        />
      );
    case 'body':
      return <BodyField frame={frame} field={field} city={target.city} value={text} onChange={set} />;
    case 'post':
      return <PostField frame={frame} anyRole={field.anyRole ?? false} holder={target.holder} value={text} onChange={set} />;
    case 'paper':
      return isUpload ? (
        <UploadsField {...frame} hint={say('fileLimit')} uploads={uploads} />
      ) : (
        <ChoiceField {...frame} value={text} onChange={set} choices={target.papers.map(({ id, name }) => ({ value: id, label: name }))} />
      );
    case 'facts':
      return <FactsField facts={(value ?? openFacts(target.facts)) as Facts} onChange={set} label={frame.label} />;
  }
}

interface Chosen {
  readonly frame: { label: string; required: boolean | undefined; wrong: string | undefined };
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function BodyField({ frame, field, city, value, onChange }: Chosen & { readonly field: FieldView; readonly city: string }): ReactNode {
  const { words, body } = useNames();
  const choices: Choice[] = words.bodies
    .filter((each) => (field.outside ? !each.desk && (each.city === null || each.city === city) : each.desk && each.city === city))
    .map(({ id }) => ({ value: id, label: body(id) }));
  return <ChoiceField {...frame} value={value} onChange={onChange} choices={choices} />;
}

function PostField({
  frame,
  anyRole,
  holder,
  value,
  onChange,
}: Chosen & { readonly anyRole: boolean; readonly holder: string }): ReactNode {
  const names = useNames();
  const { value: posts } = useAsk<{ lines: readonly { id: string; body: string; role: string; isAssignable: boolean }[] }>(
    `/api/posts?body=${holder}`,
  );
  return (
    <ChoiceField
      {...frame}
      value={value}
      onChange={onChange}
      choices={(posts?.lines ?? [])
        .filter(({ isAssignable }) => anyRole || isAssignable)
        .map(({ id, body, role }) => ({
          value: id,
          label: `${names.body(body)} ${names.role(role)}${id === `${body}-${role}` ? '' : ` (${id})`}`,
        }))}
    />
  );
}

/** The facts of a case as a correction may change them: who received it and when stays. */
function openFacts(facts: Facts): Facts {
  const { receivedBy: _receivedBy, on: _on, id: _id, ...open } = facts;
  return open;
}

function FactsField({
  facts,
  onChange,
  label,
}: {
  readonly facts: Facts;
  readonly onChange: (facts: Facts) => void;
  readonly label: string;
}): ReactNode {
  const foreseen = useForeseen(facts);
  const asked = foreseen?.asked;
  useEffect(() => {
    if (asked) {
      const clean = factsToSend(facts, asked);
      if (JSON.stringify(clean) !== JSON.stringify(facts)) onChange(clean);
    }
  }, [asked, facts]);
  return (
    <fieldset className="field wide">
      <legend>{label}</legend>
      <FactsFields facts={facts} onChange={onChange} foreseen={foreseen} withKind={false} />
    </fieldset>
  );
}
