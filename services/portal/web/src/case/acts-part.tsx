import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CasePageView, Label } from '../api/views';
import { Part } from '../frame/page';
import { ActForm, type ActTarget } from '../forms/act-form';
import { useSpeaker } from '../words/language';
import { ActButtons } from './act-buttons';
import { paperNames } from './papers-part';

/** Only the acts that the service allows this post now; each shows its form, clause and consequence before it is done. */
export function ActsPart({
  view,
  checklist,
  again,
}: {
  readonly view: CasePageView;
  readonly checklist: readonly Label[];
  readonly again: () => void;
}): ReactNode {
  const { say } = useSpeaker();
  return (
    <Part title={say('acts')} id="acts">
      <Checklist view={view} checklist={checklist} />
      <ActChoice offers={view.acts} target={targetOf(view)} again={again} />
    </Part>
  );
}

/** Acts on a case: where they are sent, and what their forms may be filled in from. */
export function targetOf(view: CasePageView): ActTarget {
  const called = paperNames(view);
  return {
    draft: `act ${view.servedHere} ${view.id}`,
    path: (act) => `/api/at/${view.servedHere}/v1/cases/${view.id}/acts/${act}`,
    upload: `${view.servedHere}/v1/cases/${view.id}/papers`,
    seen: { version: view.version, epoch: view.epoch },
    city: view.city,
    holder: view.holder,
    procedure: view.procedure,
    facts: view.facts,
    papers: view.papers.map(({ id }) => ({ id, name: called.get(id) ?? id })),
  };
}

interface ChoiceOf {
  readonly offers: CasePageView['acts'];
  readonly target: ActTarget;
  readonly again: () => void;
}

/** Buttons for the acts; the one that is pressed opens its form below. What a person has begun stays open when the case moves on. */
export function ActChoice({ offers, target, again }: ChoiceOf): ReactNode {
  const { say } = useSpeaker();
  const [search] = useSearchParams();
  const [open, setOpen] = useState(() => offers.find(({ act }) => act === search.get('act')));
  const current = open && (offers.find(({ act }) => act === open.act) ?? open);
  if (offers.length === 0 && !open) return <p className="hint">{say('noActs')}</p>;
  return (
    <>
      <ActButtons offers={offers} open={open?.act} onChoose={(offer) => setOpen(offer.act === open?.act ? undefined : offer)} />
      {current && (
        <ActForm
          key={current.act}
          offer={current}
          isOffered={offers.some(({ act }) => act === current.act)}
          target={target}
          onDone={() => {
            setOpen(undefined);
            again();
          }}
          onMoved={again}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

/** What this department looks at when it screens a matter, as its profile says. */
function Checklist({ view, checklist }: { readonly view: CasePageView; readonly checklist: readonly Label[] }): ReactNode {
  const { say, word } = useSpeaker();
  const isScreening = view.procedure === 'matter' && view.state === 'registered' && view.acts.length > 0;
  if (!isScreening || checklist.length === 0) return null;
  return (
    <p className="hint">
      {say('checklist')}: {checklist.map((each) => word(each)).join(' · ')}
    </p>
  );
}
