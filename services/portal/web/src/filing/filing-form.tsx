import { Button } from 'antd';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ask, Problem } from '../api/client';
import { useAsk } from '../api/use-ask';
import type { FiledAnswer, ProfileAnswer } from '../api/views';
import { DraftNote } from '../forms/draft-note';
import { factsToSend, type Facts } from '../forms/facts';
import { FactsFields, useForeseen } from '../forms/facts-fields';
import { TextField } from '../forms/field';
import { useDraft } from '../forms/use-draft';
import { Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { UploadsField } from '../uploads/uploads-field';
import { useUploads } from '../uploads/use-uploads';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { Foreseen } from './foreseen';
import { ConductChoices } from './conduct-choices';
import { filingBody, type Texts } from './filing-body';
import { OnBehalf, WhereTo } from './filing-parts';
import { FiledSlip } from './filed-slip';

/** Who files: an officer for somebody, the contact of a unit, or anybody. */
export type FilerKind = 'officer' | 'unit' | 'public';

/** A matter with its report and its facts; where it will go is shown while it is typed. */
export function FilingForm({ as, start }: { readonly as: FilerKind; readonly start: Facts }): ReactNode {
  const isOfficial = as === 'officer';
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const draft = useDraft(isOfficial ? 'filing' : null, {});
  const texts = (draft.values['texts'] ?? {}) as Texts;
  const facts = (draft.values['facts'] ?? start) as Facts;
  const uploads = useUploads(draft, 3, as === 'public');
  const { files } = uploads;
  const [hasConfirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const [filed, setFiled] = useState<FiledAnswer>();
  const key = useRef(crypto.randomUUID());
  const foreseen = useForeseen(factsToSend(facts, ['aiStage', 'suspect', 'major', 'inProject', 'listedItem']));
  const service = words.bodies.find(({ id }) => id === facts['receivedBy'])?.home ?? 'coordination';
  const profile = useAsk<ProfileAnswer>(`/api/public/at/${foreseen?.decision?.service ?? service}/profile`);
  const setText =
    (name: string) =>
    (text: string): void =>
      draft.set({ texts: { ...texts, [name]: text } });
  const text = (name: string): string => texts[name] ?? '';
  const file = async (): Promise<void> => {
    setProblem(undefined);
    setSending(true);
    const body = filingBody(texts, factsToSend(facts, foreseen?.asked ?? []), isOfficial, files);
    const path = {
      officer: `/api/at/${service}/v1/matters/on-behalf`,
      unit: `/api/at/${service}/v1/matters/for-unit`,
      public: `/api/public/at/${service}/matters`,
    }[as];
    const withFiles = `${service}/v1/matters${{ officer: '/on-behalf', unit: '/for-unit', public: '' }[as]}`;
    try {
      const answer =
        files.length > 0
          ? await uploads.send<FiledAnswer>(withFiles, body, key.current)
          : await ask<FiledAnswer>(path, { method: 'POST', body, key: key.current });
      if (answer === undefined) return;
      uploads.done();
      await draft.discard();
      setFiled(answer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code !== 'offline' && error.status !== 401) key.current = crypto.randomUUID();
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  if (filed)
    return (
      <FiledSlip
        filed={filed}
        at={service}
        isOfficial={isOfficial}
        onAnother={() => {
          key.current = crypto.randomUUID();
          setConfirmed(false);
          draft.set({ texts: {}, facts: start });
          setFiled(undefined);
        }}
      />
    );
  const field = String(problem?.more['field'] ?? '');
  const wrong = field.startsWith('facts.') && problem ? { [field.slice(6)]: problem.title } : {};
  return (
    <form
      className="filing"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void file();
      }}
    >
      <div className="filing-main">
        {isOfficial ? (
          <OnBehalf
            texts={texts}
            hasScan={files.length > 0}
            onChange={setText}
            wrong={problem && field.startsWith('onBehalf.') ? { [field.slice(9)]: problem.title } : {}}
          />
        ) : (
          <WhereTo facts={facts} onChange={(change) => draft.set({ facts: change })} />
        )}
        <Part title={say('whatHappened')}>
          <TextField label={say('title')} required max={200} value={text('title')} onChange={setText('title')} />
          <TextField label={say('text')} required long value={text('text')} onChange={setText('text')} />
          <div className="fields">
            <TextField label={say('unitName')} max={300} value={text('unitName')} onChange={setText('unitName')} />
            <TextField label={say('partyName')} max={300} value={text('partyName')} onChange={setText('partyName')} />
            <TextField label={say('place')} max={300} value={text('place')} onChange={setText('place')} />
            <TextField label={say('time')} max={100} value={text('time')} onChange={setText('time')} />
          </div>
        </Part>
        <Part title={say('aboutMatter')}>
          <p className="hint">{say('aboutHint')}</p>
          <FactsFields facts={facts} onChange={(change) => draft.set({ facts: change })} foreseen={foreseen} withKind wrong={wrong} />
        </Part>
        {facts['kind'] === 'violation' && <ConductChoices texts={texts} onChange={setText} />}
        {profile.value && profile.value.questions.length > 0 && (
          <Part title={`${say('answers')} · ${word(profile.value.title)}`}>
            {profile.value.questions.map(({ name, label }) => (
              <TextField key={name} label={word(label)} long value={text(`answer.${name}`)} onChange={setText(`answer.${name}`)} />
            ))}
          </Part>
        )}
        <Part title={say('contact')}>
          <p className="hint">{say(facts['kind'] === 'violation' ? 'contactSealed' : 'contactHint')}</p>
          <div className="fields">
            {facts['kind'] === 'violation' && (
              <TextField label={say('idNumber')} max={40} value={text('contact.idNumber')} onChange={setText('contact.idNumber')} />
            )}
            <TextField label={say('contactName')} max={100} value={text('contact.name')} onChange={setText('contact.name')} />
            <TextField label={say('phone')} max={40} value={text('contact.phone')} onChange={setText('contact.phone')} />
            <TextField label={say('email')} type="email" max={200} value={text('contact.email')} onChange={setText('contact.email')} />
            <TextField label={say('address')} max={300} value={text('contact.address')} onChange={setText('contact.address')} />
          </div>
        </Part>
        <Part title={say('attachments')}>
          <UploadsField label={say('chooseFile')} hint={say('attachmentsHint')} uploads={uploads} many={3} />
          {files.length > 0 && <TextField label={say('dated')} type="date" required value={text('dated')} onChange={setText('dated')} />}
        </Part>
      </div>
      <div className="filing-side">
        <Foreseen foreseen={foreseen} />
        <div className="part">
          <label className="confirm">
            <input type="checkbox" required checked={hasConfirmed} onChange={(change) => setConfirmed(change.target.checked)} />{' '}
            {say('confirmNoSecrets')}
          </label>
          {problem && <Trouble problem={problem} />}
          <Button type="primary" size="large" htmlType="submit" block loading={isSending}>
            {say(isSending ? 'submitting' : 'submit')}
          </Button>
          <DraftNote draft={draft} />
        </div>
      </div>
    </form>
  );
}
