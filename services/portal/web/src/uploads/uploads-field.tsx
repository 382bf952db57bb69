import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { Field, type FieldFrame } from '../forms/field';
import { troubleText } from '../frame/trouble';
import type { TextName } from '../words/dictionary';
import { useSpeaker } from '../words/language';
import type { Carried, Uploading, Way } from './use-uploads';

const said: Readonly<Record<Exclude<Way, 'refused'>, TextName>> = {
  moving: 'uploadMoving',
  waiting: 'uploadWaiting',
  arrived: 'uploadArrived',
  gone: 'uploadGone',
};

/** Files of a form, each with how far it is. */
export function UploadsField({
  uploads,
  many = 1,
  required,
  ...frame
}: FieldFrame & { readonly uploads: Uploading; readonly many?: number }): ReactNode {
  const { files, choose } = uploads;
  return (
    <Field {...frame} required={required && files.length === 0}>
      {(control) => (
        <>
          <input
            className="control"
            type="file"
            multiple={many > 1}
            {...control}
            onChange={({ target }) => {
              choose([...(target.files ?? [])]);
              target.value = '';
            }}
          />
          {files.length > 0 && (
            <ul className="plain uploads">
              {files.map((file) => (
                <li key={file.id} data-way={file.way}>
                  <FileOnItsWay file={file} uploads={uploads} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Field>
  );
}

function FileOnItsWay({
  file: { id, name, size, way, share, problem },
  uploads,
}: {
  readonly file: Carried;
  readonly uploads: Uploading;
}): ReactNode {
  const speaker = useSpeaker();
  const { say } = speaker;
  const percent = Math.round(share * 100);
  return (
    <>
      <div>
        <span data-said>
          {name} · {Math.ceil(size / 1024)} KB
        </span>{' '}
        <span className={way === 'refused' ? 'wrong' : 'hint'} role="status">
          {problem && way === 'refused' ? troubleText(problem, speaker) : say(said[way as keyof typeof said])}
        </span>
      </div>
      {way !== 'arrived' && way !== 'refused' && <Progress percent={percent} size="small" aria-label={say('sent', { n: percent })} />}
      <span className="row">
        {way === 'waiting' && (
          <Button size="small" onClick={uploads.goOn}>
            {say('uploadGoOn')}
          </Button>
        )}
        <Button size="small" onClick={() => uploads.remove(id)}>
          <span aria-hidden>{say('uploadRemove')}</span>
          <span className="unseen">{say('uploadRemoveNamed', { name })}</span>
        </Button>
      </span>
    </>
  );
}
