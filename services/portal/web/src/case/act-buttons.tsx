import { Button } from 'antd';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ActOffer } from '../api/views';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

/** As many as one takes in at a glance: they stand side by side. */
const fewEnough = 8;

interface ButtonsOf {
  readonly offers: readonly ActOffer[];
  readonly open: string | undefined;
  readonly onChoose: (offer: ActOffer) => void;
}

/** The steps of the procedure first; what accompanies it lies folded under what it is for, as the services say. Where there are many, one is found by typing. */
export function ActButtons(props: ButtonsOf): ReactNode {
  const { say, word } = useSpeaker();
  const [sought, setSought] = useState('');
  if (props.offers.length <= fewEnough) return <Buttons {...props} />;
  const terms = sought.trim().toLowerCase();
  const found = terms === '' ? undefined : props.offers.filter(({ label }) => word(label).toLowerCase().includes(terms));
  const keyPressed = (event: KeyboardEvent): void => {
    const [first] = found ?? [];
    if (event.key === 'Escape') setSought('');
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (first && first.act !== props.open) props.onChoose(first);
  };
  return (
    <>
      <input
        type="search"
        className="control find-act no-print"
        aria-label={say('findAct')}
        placeholder={say('findAct')}
        value={sought}
        onChange={(change) => setSought(change.target.value)}
        onKeyDown={keyPressed}
      />
      <p className={found?.length === 0 ? 'hint' : 'unseen'} role="status">
        {found && say(found.length === 0 ? 'noActFound' : 'actsFound', { n: found.length })}
      </p>
      {found ? <Buttons {...props} offers={found} /> : <Grouped {...props} />}
    </>
  );
}

function Grouped({ offers, open, onChoose }: ButtonsOf): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const id = useId();
  const [unfolded, setUnfolded] = useState(() => offers.find(({ act }) => act === open)?.group ?? null);
  const steps = offers.filter(({ group }) => group === null);
  const groups = words.actGroups
    .map(({ id: name, label }) => ({ name, label, offers: offers.filter(({ group }) => group === name) }))
    .filter((group) => group.offers.length > 0);
  return (
    <>
      {steps.length === 0 ? (
        <p className="hint">{say('noNextSteps')}</p>
      ) : (
        <div role="group" aria-label={say('nextSteps')}>
          <Buttons offers={steps} open={open} onChoose={onChoose} />
        </div>
      )}
      <div className="act-groups no-print" role="group" aria-label={say('actGroups')}>
        {groups.map(({ name, label, offers: { length } }) => (
          <button
            key={name}
            type="button"
            aria-expanded={name === unfolded}
            aria-controls={`${id}${name}`}
            onClick={() => setUnfolded(name === unfolded ? null : name)}
          >
            {word(label)} <span className="hint">{length}</span>
          </button>
        ))}
      </div>
      {groups.map(({ name, label, offers: within }) => (
        <div key={name} id={`${id}${name}`} role="group" aria-label={word(label)} hidden={name !== unfolded}>
          <Buttons offers={within} open={open} onChoose={onChoose} />
        </div>
      ))}
    </>
  );
}

function Buttons({ offers, open, onChoose }: ButtonsOf): ReactNode {
  const { word } = useSpeaker();
  return (
    <div className="acts">
      {offers.map((offer) => (
        <Button
          key={offer.act}
          type={offer.act === open ? 'primary' : 'default'}
          aria-expanded={offer.act === open}
          data-act={offer.act}
          onClick={() => onChoose(offer)}
        >
          {word(offer.label)}
        </Button>
      ))}
    </div>
  );
}
