import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { ProcedureView } from '../api/views';
import { Answer, Page, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

const periodSteps = {
  start: 'periodStart',
  pause: 'periodPause',
  resume: 'periodResume',
  meet: 'periodMeet',
  extend: 'periodExtend',
  cancel: 'periodCancel',
} as const;

/** Every procedure as the services run it: its diagram, and each act with who may do it, its clause and its consequence. */
export function HelpPage(): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const { procedure = 'matter' } = useParams();
  const asking = useAsk<ProcedureView>(`/api/public/procedures/${encodeURIComponent(procedure)}`);
  return (
    <Page title={say('help')}>
      <nav className="chips" aria-label={say('procedures')}>
        {Object.entries(words.procedures).map(([id, { label }]) => (
          <NavLink key={id} to={`/help/${id}`}>
            {word(label)}
          </NavLink>
        ))}
      </nav>
      <Answer asking={asking}>{(view) => <Procedure view={view} />}</Answer>
    </Page>
  );
}

function Procedure({ view }: { readonly view: ProcedureView }): ReactNode {
  const { say, word, language } = useSpeaker();
  const name = word(view.label);
  return (
    <>
      <Part title={name}>
        <p className="hint">{say('helpHint')}</p>
        <div className="scroll diagram" tabIndex={0} role="region" aria-label={say('diagramOf', { procedure: name })}>
          <img
            src={`/api/public/procedures/${view.id}/diagram.svg?lang=${language === 'en' ? 'en' : 'zh'}`}
            alt={say('diagramAlt', { procedure: name })}
          />
        </div>
      </Part>
      <Part title={say('actsOf')}>
        <div className="scroll" tabIndex={0} role="region" aria-label={say('actsOf')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('actDone')}</th>
                <th scope="col">{say('actFrom')}</th>
                <th scope="col">{say('actWho')}</th>
                <th scope="col">{say('clause')}</th>
                <th scope="col">{say('consequence')}</th>
              </tr>
            </thead>
            <tbody>
              {view.acts.map((act, place) => (
                <Act key={place} act={act} view={view} />
              ))}
            </tbody>
          </table>
        </div>
      </Part>
    </>
  );
}

function Act({ act, view }: { readonly act: ProcedureView['acts'][number]; readonly view: ProcedureView }): ReactNode {
  const { say, word } = useSpeaker();
  const stateName = (id: string): string => word(view.states.find(({ state }) => state === id)?.label, id);
  const target = act.to === 'same' ? say('staysAsIs') : act.to === 'resume' ? say('backToBefore') : stateName(act.to);
  return (
    <tr>
      <th scope="row">
        {word(act.label)}
        <div className="hint">→ {target}</div>
      </th>
      <td>{act.from.map(stateName).join(' · ')}</td>
      <td>
        {act.who.map((who) => (
          <div key={who.en}>{word(who)}</div>
        ))}
      </td>
      <td>
        {act.clause && (
          <>
            {word(act.clause.instrument)} {act.clause.section !== '—' && <span data-said>{act.clause.section}</span>}{' '}
            {!act.clause.confirmed && <Tag tone="unsure">{say('unconfirmed')}</Tag>}
          </>
        )}
      </td>
      <td>
        {act.consequence && word(act.consequence)}
        {act.periods.map(({ do: step, label }) => (
          <div key={`${step} ${label.en}`} className="hint">
            {say(periodSteps[step], { period: word(label) })}
          </div>
        ))}
      </td>
    </tr>
  );
}
