import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useLookAgain } from '../api/use-look-again';
import { usePages } from '../api/use-pages';
import type { ExportLine } from '../api/views';
import { ActChoice } from '../case/acts-part';
import { Pairs, Part } from '../frame/page';
import { Tag } from '../frame/tag';
import { Trouble } from '../frame/trouble';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { AskExport } from './ask-export';
import type { RecordFilter } from './record-filter-fields';

const goesOn = ({ state }: ExportLine): boolean => state === 'approved' || state === 'running';

/** Parts of the record that were asked for: who asked and why, how far each is, what may be done, and the package. */
export function ExportsPart({ found }: { readonly found: RecordFilter | undefined }): ReactNode {
  const { say } = useSpeaker();
  const { lines, more, again, problem } = usePages<ExportLine>('/api/at/audit/v1/exports');
  useLookAgain(lines.some(goesOn), lines, again);
  return (
    <Part title={say('exports')}>
      <AskExport key={JSON.stringify(found)} found={found} onAsked={again} />
      {problem && <Trouble problem={problem} again={again} />}
      {lines.length === 0 ? (
        <p className="hint">{say('noExports')}</p>
      ) : (
        lines.map((line) => <Export key={line.id} line={line} again={again} />)
      )}
      {more && <Button onClick={more}>{say('more')}</Button>}
    </Part>
  );
}

function Export({ line, again }: { readonly line: ExportLine; readonly again: () => void }): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const { session } = useSession();
  const post = session?.posts.find(({ id }) => id === session.post);
  const { rows } = line;
  return (
    <article className="card export">
      <h3>
        {word(names.words.exportPurposes[line.purpose], line.purpose)} <Tag tone="state">{names.state('export', line.state)}</Tag>
      </h3>
      <Pairs
        lines={[
          [say('exportOf'), <FilterText key="filter" filter={line.filter} />],
          [say('exportAskedBy'), `${names.post(line.askedBy.post, line.askedBy.body)} · ${moment(line.askedAt)}`],
          rows.total === null
            ? undefined
            : [
                say('progress'),
                <>
                  <Progress
                    percent={rows.total === 0 ? 100 : Math.floor((rows.done / rows.total) * 100)}
                    showInfo={false}
                    aria-label={say('progress')}
                  />
                  {say('exportRows', { done: rows.done, total: rows.total })}
                </>,
              ],
          line.package === null
            ? undefined
            : [
                say('exportPackage'),
                <>
                  <a href={`/api/at/audit/v1/exports/${line.id}/package`} download>
                    {say('download')}
                  </a>{' '}
                  {say('sizeKb', { n: Math.ceil(line.package.bytes / 1024) })}
                  <div className="hint" data-said>
                    SHA-256 {line.package.sha256}
                  </div>
                </>,
              ],
        ]}
      />
      <ActChoice
        offers={line.acts}
        again={again}
        target={{
          draft: `act audit ${line.id}`,
          path: (act) => `/api/at/audit/v1/exports/${line.id}/acts/${act}`,
          seen: { version: line.version },
          city: post?.city ?? '',
          holder: post?.body ?? '',
          procedure: 'export',
          facts: {},
          papers: [],
        }}
      />
    </article>
  );
}

function FilterText({ filter }: { readonly filter: ExportLine['filter'] }): ReactNode {
  const names = useNames();
  const { say, word } = useSpeaker();
  const actLabel = (code: string): string =>
    word(Object.values(names.words.procedures).find(({ acts }) => code in acts)?.acts[code]?.label, code);
  const said = (name: string, value: string): ReactNode => {
    switch (name) {
      case 'body':
        return names.body(value);
      case 'post':
        return names.post(value);
      case 'act':
        return actLabel(value);
      case 'from':
        return say('sinceDay', { day: value });
      case 'until':
        return say('untilDay', { day: value });
      default:
        return value;
    }
  };
  const given = Object.entries(filter);
  return given.length === 0 ? (
    say('exportAll')
  ) : (
    <span data-said>
      {given.map(([name, value], place) => (
        <span key={name}>
          {place > 0 && ' · '}
          {said(name, value)}
        </span>
      ))}
    </span>
  );
}
