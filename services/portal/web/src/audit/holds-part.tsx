import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import { usePages } from '../api/use-pages';
import type { HoldLine } from '../api/views';
import { ActChoice } from '../case/acts-part';
import { TextField } from '../forms/field';
import { Answer, Pairs, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** What the auditors keep from being erased, wherever it is held; a case is looked up by its id. */
export function HoldsPart(): ReactNode {
  const { say } = useSpeaker();
  const [caseId, setCaseId] = useState('');
  const [asked, setAsked] = useState<string>();
  const { lines, more, again } = usePages<HoldLine>('/api/at/audit/v1/holds');
  const find = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(caseId.trim() || undefined);
  };
  const others = lines.filter((line) => line.caseId !== asked);
  return (
    <Part title={say('auditHolds')}>
      <p className="hint">{say('auditHoldsHint')}</p>
      <form onSubmit={find} aria-label={say('auditHolds')}>
        <div className="fields">
          <TextField label={say('exportCase')} required value={caseId} onChange={setCaseId} />
        </div>
        <p className="row">
          <Button htmlType="submit">{say('findHold')}</Button>
        </p>
      </form>
      {asked !== undefined && <AskedHold key={asked} caseId={asked} again={again} />}
      {others.length === 0
        ? asked === undefined && <p className="hint">{say('noHolds')}</p>
        : others.map((line) => <Hold key={line.caseId} line={line} again={again} />)}
      {more && <Button onClick={more}>{say('more')}</Button>}
    </Part>
  );
}

function AskedHold({ caseId, again }: { readonly caseId: string; readonly again: () => void }): ReactNode {
  const asking = useAsk<HoldLine>(`/api/at/audit/v1/cases/${encodeURIComponent(caseId)}/hold`);
  return (
    <Answer asking={asking}>
      {(line) => (
        <Hold
          line={line}
          again={() => {
            asking.again();
            again();
          }}
        />
      )}
    </Answer>
  );
}

function Hold({ line, again }: { readonly line: HoldLine; readonly again: () => void }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const { session } = useSession();
  const post = session?.posts.find(({ id }) => id === session.post);
  return (
    <article className="card hold">
      <h3 data-said>
        {line.caseId} <Tag tone="state">{word(line.stateLabel, line.state)}</Tag>
      </h3>
      <Pairs
        lines={[
          line.ground === null ? undefined : [say('holdGround'), word(line.groundLabel, line.ground)],
          line.placedAt === null ? undefined : [say('holdPlaced'), `${names.post(line.placedBy)} · ${moment(line.placedAt)}`],
          [say('atHolder'), say(`hold-${line.atHolder}`)],
        ]}
      />
      <ActChoice
        offers={line.acts}
        again={again}
        target={{
          draft: `act audit-hold ${line.caseId}`,
          path: (act) => `/api/at/audit/v1/cases/${line.caseId}/hold/acts/${act}`,
          seen: {},
          city: post?.city ?? '',
          holder: post?.body ?? '',
          procedure: 'audit-hold',
          facts: {},
          papers: [],
        }}
      />
    </article>
  );
}
