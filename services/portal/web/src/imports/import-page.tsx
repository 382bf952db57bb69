import { Button, Progress } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Problem } from '../api/client';
import type { CheckedRowView, CheckedWorkbookView } from '../api/views';
import { Field } from '../forms/field';
import { Page, Part } from '../frame/page';
import { PrintButton } from '../frame/print-button';
import { Tag } from '../frame/tag';
import { Trouble, troubleText } from '../frame/trouble';
import type { TextName } from '../words/dictionary';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import { useImport, type Importing, type RowResult } from './use-import';

/** A list of matters from a workbook: every row is checked before anything is filed, and each that is filed has its receipt. */
export function ImportPage(): ReactNode {
  const { say } = useSpeaker();
  const importing = useImport();
  const { checked, busy, problem } = importing;
  return (
    <Page
      title={say('importList')}
      extra={
        <span className="row">
          <Link to="/file">{say('file')}</Link>
          <PrintButton />
        </span>
      }
    >
      <Part title={say('importFile')}>
        <p className="hint">{say('importHint')}</p>
        <p className="row">
          <a href="/api/imports/template?lang=zh" download>
            {say('importTemplate')}
          </a>
          <a href="/api/imports/template?lang=en" download>
            {say('importTemplateEn')}
          </a>
        </p>
        <Field label={say('chooseFile')} required>
          {(control) => (
            <input
              className="control"
              type="file"
              accept=".xlsx"
              disabled={busy !== undefined}
              {...control}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                target.value = '';
                if (file) void importing.check(file);
              }}
            />
          )}
        </Field>
        {busy === 'checking' && <p role="status">{say('importChecking')}</p>}
        {problem && !checked && <Trouble problem={problem} />}
      </Part>
      {checked && <CheckedPart checked={checked} importing={importing} />}
    </Page>
  );
}

function CheckedPart({
  checked,
  importing: { results, fileable, problem, busy, fileAll },
}: {
  readonly checked: CheckedWorkbookView;
  readonly importing: Importing;
}): ReactNode {
  const { say } = useSpeaker();
  const [hasConfirmed, setConfirmed] = useState(false);
  const [n, left] = [fileable.length, fileable.length - results.size];
  const done = [...results.values()].filter((result) => !(result instanceof Problem)).length;
  const repeated = checked.rows.filter(({ sameAs }) => sameAs !== null).length;
  return (
    <Part title={say('importChecked')}>
      <p className="lead" role="status">
        {say('importSummary', {
          n,
          m: checked.rows.filter(({ faults, sameAs }) => faults.length > 0 && sameAs === null).length,
          d: repeated,
        })}
      </p>
      {left > 0 && (
        <form
          className="no-print"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void fileAll();
          }}
        >
          <label className="confirm">
            <input type="checkbox" required checked={hasConfirmed} onChange={(change) => setConfirmed(change.target.checked)} />{' '}
            {say('confirmNoSecrets')}
          </label>
          <Button type="primary" htmlType="submit" loading={busy === 'filing'}>
            {say(results.size === 0 ? 'importSubmit' : 'importGoOn', { n: left })}
          </Button>
        </form>
      )}
      {(busy === 'filing' || results.size > 0) && (
        <div className="how-far">
          <Progress percent={Math.round((results.size * 100) / n)} aria-label={say('importDone', { done, n })} />
          <span role="status">{say('importDone', { done, n })}</span>
        </div>
      )}
      {problem && <Trouble problem={problem} />}
      <div className="scroll" tabIndex={0} role="region" aria-label={say('importChecked')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('importRow')}</th>
              <th scope="col">{say('title')}</th>
              <th scope="col">{say('importWhere')}</th>
              <th scope="col">{say('importResult')}</th>
            </tr>
          </thead>
          <tbody>
            {checked.rows.map((row) => (
              <tr key={row.place} data-row={stateOf(row, results.get(row.place))}>
                <td>{row.place}</td>
                <td className="title" data-said>
                  {row.title}
                </td>
                <td>
                  <Where row={row} columns={checked.columns} />
                </td>
                <td>
                  <Result of={results.get(row.place)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

function stateOf({ faults, sameAs }: CheckedRowView, result: RowResult | undefined): string {
  if (sameAs !== null) return 'repeated';
  if (result !== undefined) return result instanceof Problem ? 'refused' : 'filed';
  return faults.length > 0 ? 'faulty' : 'ready';
}

const rules: Readonly<Record<CheckedRowView['faults'][number]['rule'], TextName>> = {
  missing: 'importMissing',
  'not-a-day': 'importNotDay',
  'not-a-choice': 'importNotChoice',
  refused: 'importRefused',
};

function Where({
  row: { faults, sameAs, decision },
  columns,
}: {
  readonly row: CheckedRowView;
  readonly columns: CheckedWorkbookView['columns'];
}): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  if (sameAs !== null) return <Tag tone="plain">{say('importSameAs', { n: sameAs })}</Tag>;
  if (faults.length > 0)
    return (
      <ul className="plain">
        {faults.map(({ column, rule }) => (
          <li key={column} className="wrong">
            {columns[column] ? say(rules[rule], { column: word(columns[column]) }) : say('importRowWrong')}
          </li>
        ))}
      </ul>
    );
  if (decision === null) return say('importOpenFacts');
  return (
    <>
      <strong>{names.body(decision.holder)}</strong>
      {decision.status !== 'decided' && <div className="hint">{word(names.words.statuses[decision.status], decision.status)}</div>}
    </>
  );
}

function Result({ of }: { readonly of: RowResult | undefined }): ReactNode {
  const speaker = useSpeaker();
  const names = useNames();
  if (of === undefined) return '';
  if (of instanceof Problem) return <span className="wrong">{troubleText(of, speaker)}</span>;
  return (
    <>
      <span data-said>{of.receipt}</span>
      <div className="hint">
        <Link to={`/case/${of.service}/${of.caseId}`}>{speaker.say('openCase')}</Link> · {names.body(of.holder)}
      </div>
    </>
  );
}
