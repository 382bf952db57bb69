import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { usePages } from '../api/use-pages';
import type { DesignationLine, IndexLine, PostOfOffice } from '../api/views';
import { ActChoice } from '../case/acts-part';
import { Answer, Page, Pairs, Part } from '../frame/page';
import { useOfferedNews } from '../live/use-offered-news';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';
import { Tag } from '../frame/tag';
import { ContactsPart } from './contacts-part';

const office = 'coordination';

/** What the joint-meeting office sees beside its own desk: who must be designated, who leads what, and who holds which post. */
export function OfficePage(): ReactNode {
  const { say } = useSpeaker();
  const { session } = useSession();
  const names = useNames();
  const post = session?.posts.find(({ id }) => id === session.post);
  const designations = useAsk<{ lines: readonly DesignationLine[] }>(`/api/at/${office}/v1/designations?limit=50`);
  useOfferedNews(designations.refresh);
  return (
    <Page title={say('office')} extra={<Link to="/desk/body">{say('heldByOffice')}</Link>}>
      <Part title={say('designations')}>
        <Answer asking={designations}>
          {({ lines }) =>
            lines.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noDesignations')} />
            ) : (
              lines.map((line) => (
                <article key={line.id} className="card">
                  <h3>
                    {names.factValue('kind', line.facts['kind'])} · {names.factValue('fields', line.facts['fields'])}
                  </h3>
                  <Pairs
                    lines={[
                      [say('holder'), names.body(line.holder)],
                      [say('candidates'), line.candidates.length === 0 ? say('none') : line.candidates.map(names.body).join(' · ')],
                      [say('due'), line.due_on],
                      [say('state'), names.state('designation', line.state)],
                      line.views.length === 0
                        ? undefined
                        : [
                            say('views'),
                            line.views
                              .map(({ body, view }) => `${names.body(body)}: ${names.code('designation', 'record-view', 'view', view)}`)
                              .join(' · '),
                          ],
                    ]}
                  />
                  <ActChoice
                    offers={line.acts}
                    again={designations.again}
                    target={{
                      draft: `act ${office} ${line.id}`,
                      path: (act) => `/api/at/${office}/v1/designations/${line.id}/acts/${act}`,
                      seen: { version: line.version },
                      city: post?.city ?? '',
                      holder: post?.body ?? '',
                      procedure: 'designation',
                      facts: line.facts,
                      papers: [],
                    }}
                  />
                </article>
              ))
            )
          }
        </Answer>
      </Part>
      <IndexPart />
      <PostsPart />
      <ContactsPart />
    </Page>
  );
}

function IndexPart(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { lines, more } = usePages<IndexLine>(`/api/at/${office}/v1/index`);
  return (
    <Part title={say('index')}>
      {lines.length === 0 ? (
        <p className="hint">{say('noIndex')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={say('index')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('number')}</th>
                <th scope="col">{say('kind')}</th>
                <th scope="col">{say('state')}</th>
                <th scope="col">{say('holder')}</th>
                <th scope="col">{say('service')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.case_id}>
                  <td data-said>
                    {line.opensHere ? (
                      <Link to={`/case/${office}/${line.case_id}`}>{line.number ?? say('notNumbered')}</Link>
                    ) : (
                      (line.number ?? '—')
                    )}
                  </td>
                  <td>{names.factValue('kind', line.kind)}</td>
                  <td>{names.state('matter', line.state)}</td>
                  <td>
                    {names.body(line.holder)} {line.interim && <Tag tone="unsure">{say('interim')}</Tag>}
                    <div className="hint">{say('since', { at: moment(line.since) })}</div>
                  </td>
                  <td>{names.service(line.service)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more && <Button onClick={more}>{say('more')}</Button>}
    </Part>
  );
}

function PostsPart(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { lines, more } = usePages<PostOfOffice>(`/api/at/${office}/v1/posts`);
  return (
    <Part title={say('posts')}>
      <div className="scroll" tabIndex={0} role="region" aria-label={say('posts')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('holder')}</th>
              <th scope="col">{say('role')}</th>
              <th scope="col">{say('deputyOf')}</th>
              <th scope="col">{say('until')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((post) => (
              <tr key={post.id}>
                <td>{names.body(post.body)}</td>
                <td>{names.role(post.role)}</td>
                <td>{post.deputy_for === null ? '—' : names.post(post.deputy_for)}</td>
                <td>{post.valid_until ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && <Button onClick={more}>{say('more')}</Button>}
    </Part>
  );
}
