import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import { usePages } from '../api/use-pages';
import type { OpeningLine, OpeningView, ShownIdentity } from '../api/views';
import { ActChoice } from '../case/acts-part';
import { TextField } from '../forms/field';
import { useSending } from '../forms/use-attempt';
import { Answer, Page, Pairs, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { Trouble } from '../frame/trouble';
import { useSession } from '../session/session';
import type { TextName } from '../words/dictionary';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

const vault = '/api/at/vault/v1/openings';

/** Whose identity somebody asked to see: custodians approve or refuse, and the officer who asked looks, for a time. */
export function IdentitiesPage(): ReactNode {
  const { say } = useSpeaker();
  const { session } = useSession();
  const { lines, more, again, problem } = usePages<OpeningLine>(vault);
  const isCustodian = session?.posts.find(({ id }) => id === session.post)?.role === 'identity-custodian';
  return (
    <Page title={say('identities')}>
      <Part title={say('identities')}>
        <p className="hint">{say(isCustodian ? 'custodianHint' : 'identitiesHint')}</p>
        {problem && <Trouble problem={problem} again={again} />}
        {lines.length === 0 ? (
          <p className="hint">{say('noOpenings')}</p>
        ) : (
          lines.map((line) => <Opening key={`${line.id} ${line.version}`} line={line} isCustodian={isCustodian} again={again} />)
        )}
        {more && <Button onClick={more}>{say('more')}</Button>}
      </Part>
    </Page>
  );
}

function Opening({
  line,
  isCustodian,
  again,
}: {
  readonly line: OpeningLine;
  readonly isCustodian: boolean;
  readonly again: () => void;
}): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const coded = (field: string, code: string): string => names.code('matter', 'ask-identity', field, code);
  return (
    <article className="card">
      <h3>
        {coded('reason', line.reason)} <Tag tone="state">{names.state('identity-opening', line.state)}</Tag>
      </h3>
      <Pairs
        lines={[
          [say('exportAskedBy'), `${names.post(line.asked_post, line.asked_body)} · ${moment(line.asked_at)}`],
          [say('tellReporter'), coded('tell', line.tell)],
          line.open_until === null ? undefined : [say('openUntil'), moment(line.open_until)],
        ]}
      />
      {isCustodian && ['asked', 'approved-once'].includes(line.state) && <Judging id={line.id} again={again} />}
      {!isCustodian && line.state === 'open' && <Looking id={line.id} />}
    </article>
  );
}

/** What a custodian needs to judge by; the key itself never comes near the portal. */
function Judging({ id, again }: { readonly id: string; readonly again: () => void }): ReactNode {
  const asking = useAsk<OpeningView>(`${vault}/${id}`);
  return <Answer asking={asking}>{(view) => <Judged view={view} again={again} />}</Answer>;
}

function Judged({
  view: { opening, reasons, acts, challenge },
  again,
}: {
  readonly view: OpeningView;
  readonly again: () => void;
}): ReactNode {
  const { say } = useSpeaker();
  const { session } = useSession();
  const [share, setShare] = useState('');
  const post = session?.posts.find(({ id }) => id === session.post);
  const path = (act: string): string => `${vault}/${opening.id}/acts/${act}`;
  const { problem, isSending, changed, send } = useSending(again);
  const approve = (event: FormEvent): void => {
    event.preventDefault();
    void send(path('approve'), { version: opening.version, form: {}, share: share.trim() });
  };
  return (
    <>
      <Pairs
        lines={[
          [
            say('reasons'),
            <span key="r" className="said" data-said>
              {reasons}
            </span>,
          ],
        ]}
      />
      {challenge !== null && (
        <form onSubmit={approve} aria-label={say('approveOpening')}>
          <p className="hint">{say('challengeHint')}</p>
          <textarea className="control" rows={3} readOnly aria-label={say('challenge')} value={JSON.stringify(challenge)} data-said />
          {problem && <Trouble problem={problem} />}
          <TextField
            label={say('openedHalf')}
            required
            long
            value={share}
            onChange={(value) => {
              changed();
              setShare(value);
            }}
          />
          <p className="row">
            <Button type="primary" htmlType="submit" loading={isSending && { delay: 300 }}>
              {say('approveOpening')}
            </Button>
          </p>
        </form>
      )}
      <ActChoice
        offers={acts.filter(({ act }) => act !== 'approve')}
        again={again}
        target={{
          draft: `act vault ${opening.id}`,
          path,
          seen: { version: opening.version },
          city: post?.city ?? '',
          holder: post?.body ?? '',
          procedure: 'identity-opening',
          facts: {},
          papers: [],
        }}
      />
    </>
  );
}

const identityTexts: Readonly<Record<string, TextName>> = {
  name: 'contactName',
  phone: 'phone',
  email: 'email',
  address: 'address',
  idNumber: 'idNumber',
};

/** Shown when it is asked for, each time an act on the record; leaving the page takes it away. */
function Looking({ id }: { readonly id: string }): ReactNode {
  const { say } = useSpeaker();
  const [shown, setShown] = useState<ShownIdentity>();
  const { problem, isSending, changed, send } = useSending<ShownIdentity>(setShown);
  const given = Object.entries(shown?.identity ?? {});
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <p className="row">
        <Button
          onClick={() => {
            changed();
            void send(`${vault}/${id}/identity`, {});
          }}
          loading={isSending && { delay: 300 }}
        >
          {say('lookAtIdentity')}
        </Button>
        <span className="hint">{say('lookIsRecorded')}</span>
      </p>
      {shown &&
        (given.length === 0 ? (
          <p>{say('noIdentity')}</p>
        ) : (
          <Pairs
            lines={given.map(([name, value]) => [
              say(identityTexts[name] ?? 'contactName'),
              <span key={name} data-said>
                {value}
              </span>,
            ])}
          />
        ))}
    </>
  );
}
