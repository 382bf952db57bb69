import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { usePages } from '../api/use-pages';
import type { FoundAct } from '../api/views';
import { Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { givenIn, noFilter, RecordFilterFields, type RecordFilter } from './record-filter-fields';

/** What was done and looked at in every service; what was found can be asked for as an export. */
export function SearchActsPart({ onExport }: { readonly onExport: (filter: RecordFilter) => void }): ReactNode {
  const { say } = useSpeaker();
  const [form, setForm] = useState(noFilter);
  const [asked, setAsked] = useState<RecordFilter>();
  const found = usePages<FoundAct>(
    asked === undefined ? null : `/api/at/audit/v1/acts?${new URLSearchParams(givenIn(asked)).toString()}`,
    50,
  );
  const search = (event: FormEvent): void => {
    event.preventDefault();
    setAsked({ ...form });
  };
  const ofCase = (caseId: string): void => {
    const filter = { ...noFilter, caseId };
    setForm(filter);
    setAsked(filter);
  };
  return (
    <Part title={say('searchActs')}>
      <form onSubmit={search} aria-label={say('searchActs')}>
        <p className="hint">{say('searchActsHint')}</p>
        {found.problem && <Trouble problem={found.problem} />}
        <div className="fields">
          <RecordFilterFields filter={form} onChange={setForm} problem={found.problem} />
        </div>
        <p className="row">
          <Button type="primary" htmlType="submit">
            {say('searchActs')}
          </Button>
          {asked !== undefined && found.lines.length > 0 && <Button onClick={() => onExport(asked)}>{say('exportFound')}</Button>}
        </p>
      </form>
      {asked !== undefined &&
        !found.isLoading &&
        found.problem === undefined &&
        (found.lines.length === 0 ? <p className="hint">{say('noActsFound')}</p> : <Acts lines={found.lines} onCase={ofCase} />)}
      {found.more && <Button onClick={found.more}>{say('more')}</Button>}
    </Part>
  );
}

function Acts({ lines, onCase }: { readonly lines: readonly FoundAct[]; readonly onCase: (caseId: string) => void }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('searchActs')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('actAt')}</th>
            <th scope="col">{say('actDone')}</th>
            <th scope="col">{say('actByPost')}</th>
            <th scope="col">{say('service')}</th>
            <th scope="col">{say('actOnCase')}</th>
            <th scope="col">{say('placeInLog')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{moment(line.at)}</td>
              <td>
                {word(line.label, line.act)}
                {line.to !== null && line.procedure !== null && <div className="hint">→ {names.state(line.procedure, line.to)}</div>}
              </td>
              <td>
                {names.post(line.post, line.body)}
                {line.forPost !== null && (
                  <div className="hint">
                    {say('deputyOf')} {names.post(line.forPost)}
                  </div>
                )}
              </td>
              <td>{names.service(line.service)}</td>
              <td>
                {line.caseId === null ? (
                  '—'
                ) : (
                  <Button type="link" onClick={() => onCase(String(line.caseId))} data-said>
                    {line.caseId.slice(-12)}
                  </Button>
                )}
                {line.caseId !== null && <Link to={`/looks/${line.caseId}`}>{say('looks')}</Link>}
              </td>
              <td data-said>{line.leaf ?? say('notInLogYet')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
