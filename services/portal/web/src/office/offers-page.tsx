import { Alert, Empty } from 'antd';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use-ask';
import type { OfferLine } from '../api/views';
import { ActChoice } from '../case/acts-part';
import { Answer, Page, Pairs, Part } from '../frame/page';
import { useOfferedNews } from '../live/use-offered-news';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { moment } from '../words/moments';
import { useNames } from '../words/names';

/** Transfers that other bodies offer: each is accepted or returned with a clause, and until then stays with whoever offers it. */
export function OffersPage(): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const asking = useAsk<{ lines: readonly OfferLine[]; unreachable: readonly string[] }>('/api/desk/hand-overs');
  useOfferedNews(asking.refresh);
  return (
    <Page title={say('offers')}>
      <Answer asking={asking}>
        {({ lines, unreachable }) => (
          <>
            {unreachable.length > 0 && (
              <Alert type="warning" showIcon title={`${say('unreachable')} ${unreachable.map(names.service).join(' · ')}`} />
            )}
            {lines.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noOffers')} />
            ) : (
              lines.map((line) => <Offer key={line.id} line={line} again={asking.again} />)
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Offer({ line, again }: { readonly line: OfferLine; readonly again: () => void }): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { session } = useSession();
  const kind = line.subject['kind'];
  const number = line.subject['number'];
  return (
    <Part title={say('offeredBy', { body: names.body(line.from_body) })}>
      <Pairs
        lines={[
          [say('asked', { at: '' }).trim(), moment(line.opened_at)],
          typeof kind === 'string' ? [say('kind'), names.factValue('kind', kind)] : undefined,
          typeof number === 'string'
            ? [
                say('number'),
                <span key="n" data-said>
                  {number}
                </span>,
              ]
            : undefined,
          [say('service'), names.service(line.servedBy)],
        ]}
      />
      <ActChoice
        offers={line.acts}
        again={again}
        target={{
          draft: `act ${line.servedBy} ${line.id}`,
          path: (act) => `/api/at/${line.servedBy}/v1/hand-overs/${line.id}/acts/${act}`,
          seen: {},
          city: session?.posts.find(({ id }) => id === session.post)?.city ?? '',
          holder: line.to_body,
          procedure: 'hand-over',
          facts: {},
          papers: [],
        }}
      />
    </Part>
  );
}
