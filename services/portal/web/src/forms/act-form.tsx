import { Alert, App, Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ask, Problem } from '../api/client';
import type { ActOffer } from '../api/views';
import { Trouble } from '../frame/trouble';
import { useUploads } from '../uploads/use-uploads';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { ActField } from './act-field';
import { Conflict, type Since } from './conflict';
import { DraftNote } from './draft-note';
import { formToSend } from './form-to-send';
import { useDraft } from './use-draft';

/** What an act is done on: where it is sent, which version was seen, and what its form may be filled in from. */
export interface ActTarget {
  readonly draft: string;
  readonly path: (act: string) => string;
  /** Where a file goes, for acts that bring one: a service and a path there. */
  readonly upload?: string;
  readonly seen: Readonly<Record<string, number>>;
  readonly city: string;
  readonly holder: string;
  readonly procedure: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly papers: readonly { readonly id: string; readonly name: string }[];
}

interface ActFormProps {
  readonly offer: ActOffer;
  readonly isOffered: boolean;
  readonly target: ActTarget;
  readonly onDone: () => void;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

/** One act with what it rests on, what follows, and its form as the service describes it. */
export function ActForm({ offer, isOffered, target, onDone, onMoved, onClose }: ActFormProps): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const { message } = App.useApp();
  const draft = useDraft(offer.form.length === 0 ? null : `${target.draft} ${offer.act}`, {});
  const uploads = useUploads(draft, 1);
  const [problem, setProblem] = useState<Problem>();
  const [since, setSince] = useState<readonly Since[]>();
  const [isSending, setSending] = useState(false);
  const key = useRef({ text: '', id: '' });
  const first = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const [seen, setSeen] = useState<ActTarget['seen'] | undefined>(target.seen);
  const isUpload = target.upload !== undefined && offer.form.some(({ name, type }) => type === 'paper' && name === 'paper');
  const perform = async (): Promise<void> => {
    setProblem(undefined);
    const seenNow = seen ?? target.seen;
    const form = formToSend(offer.form, draft.values);
    const id = keyFor(key.current, JSON.stringify([seenNow, form, uploads.files.map(({ id: which }) => which)]));
    try {
      setSending(true);
      if (isUpload && uploads.files.length > 0 && target.upload !== undefined) {
        if ((await uploads.send(target.upload, { ...form, ...seenNow }, id)) === undefined) return;
        uploads.done();
      } else await ask(target.path(offer.act), { method: 'POST', body: { ...seenNow, form }, key: id });
      await draft.discard();
      void message.success(say('done', { act: word(offer.label) }));
      onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'stale-version' || error.code === 'stale-epoch') {
        const shown = (error.more['since'] ?? []) as Since[];
        setSeen(seenAfter(target.seen, shown));
        setSince(shown);
        onMoved();
      }
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const { clause } = offer;
  const hasMoved = seen !== undefined && JSON.stringify(seen) !== JSON.stringify(target.seen);
  const isStale = problem?.code === 'stale-version' || problem?.code === 'stale-epoch';
  return (
    <form
      className="act-form"
      aria-label={word(offer.label)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void perform();
      }}
    >
      <h3 ref={first} tabIndex={-1}>
        {word(offer.label)}
      </h3>
      <p className="hint">
        {clause && (
          <>
            {say('clause')}: {word(clause.instrument, clause.id)} <span data-said>{clause.section}</span>
            {clause.confirmed === false && ` (${say('unconfirmed')})`}
            <br />
          </>
        )}
        {offer.consequence && (
          <>
            {say('consequence')}: <strong>{word(offer.consequence)}</strong>
            <br />
          </>
        )}
        {!['same', 'resume'].includes(offer.to) && (
          <>
            {say('becomes')}: {names.state(target.procedure, offer.to)}
          </>
        )}
      </p>
      {!since && hasMoved && <Alert type="warning" showIcon title={say('conflict')} description={say('conflictAhead')} />}
      {since && <Conflict since={since} isOffered={isOffered} />}
      {problem && !isStale && <Trouble problem={problem} />}
      {offer.form.length === 0 && <p>{say('noForm')}</p>}
      {draft.isReady &&
        offer.form.map((field) => (
          <ActField
            key={field.name}
            field={field}
            isUpload={isUpload}
            target={target}
            values={draft.values}
            onChange={draft.set}
            uploads={uploads}
            wrong={problem?.more['field'] === `form.${field.name}` || problem?.more['field'] === field.name ? problem.title : undefined}
          />
        ))}
      <p className="row">
        <Button type="primary" htmlType="submit" disabled={!isOffered} loading={isSending && { delay: 300 }}>
          {say(since && isOffered ? 'conflictGoOn' : 'perform')}
        </Button>
        <Button onClick={onClose}>{say('close')}</Button>
        <DraftNote draft={draft} />
      </p>
      {!isOffered && !since && <Alert type="warning" showIcon title={say('conflictGone')} />}
    </form>
  );
}

/** The case as somebody has seen it once they were shown what others did; undefined where that is not told act by act: then as the page shows it. */
function seenAfter(seen: ActTarget['seen'], shown: readonly Since[]): ActTarget['seen'] | undefined {
  return shown.length === 0 ? undefined : { ...seen, version: Math.max(...shown.map(({ version }) => version)) };
}

/** The same content is the same request, however often it is sent; anything else is another. */
function keyFor(known: { text: string; id: string }, text: string): string {
  if (known.text !== text) Object.assign(known, { text, id: crypto.randomUUID() });
  return known.id;
}
