import { Alert } from 'antd';
import { useCallback, type ReactNode } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import type { CasePageView } from '../api/views';
import { ActChoice, targetOf } from '../case/acts-part';
import { canBeCompared, PaperShown } from '../case/paper-shown';
import { paperNames } from '../case/papers-part';
import { Answer, Page, Part } from '../frame/page';
import { PaperLink } from '../frame/paper-link';
import { useSpeaker } from '../words/language';
import { sealedScanOf } from './sealed-scan-of';

/** The letter as the record makes it, and beside it what came back signed and sealed: who compares them decides on the same page. */
export function ComparePage(): ReactNode {
  const { say } = useSpeaker();
  const { service = '', id = '' } = useParams();
  const asking = useAsk<CasePageView>(`/api/at/${service}/v1/cases/${id}`);
  const again = useCallback(() => asking.again(), [asking.again]);
  return (
    <Page title={say('compare')} extra={<Link to={`/case/${service}/${id}`}>{say('backToCase')}</Link>}>
      <Answer asking={asking}>{(view) => <Compared view={view} again={again} />}</Answer>
    </Page>
  );
}

function Compared({ view, again }: { readonly view: CasePageView; readonly again: () => void }): ReactNode {
  const { say } = useSpeaker();
  const scan = sealedScanOf(view);
  if (!scan || view.erased !== null) return <Alert type="info" showIcon title={say('nothingToCompare')} />;
  const at = `/api/at/${view.servedHere}/v1/cases/${view.id}`;
  const name = paperNames(view).get(scan.id) ?? say('sealedScan');
  const made = `${at}/document?as=pdf`;
  return (
    <>
      <p className="hint">{say('compareHint')}</p>
      <div className="compare">
        <Part title={say('asMade')}>
          <p>
            <a href={made} download data-said>{`${view.number ?? say('document')} (PDF)`}</a>
          </p>
          <PaperShown path={made} mediaType="application/pdf" name={say('asMade')} />
        </Part>
        <Part title={say('sealedScan')}>
          <p>
            <PaperLink path={`${at}/papers/${scan.id}`} name={name} held={scan.held} />
          </p>
          {scan.held === null &&
            (canBeCompared(scan.media_type) ? (
              <PaperShown path={`${at}/papers/${scan.id}`} mediaType={scan.media_type} name={say('sealedScan')} />
            ) : (
              <Alert type="info" showIcon title={say('notShown')} />
            ))}
        </Part>
      </div>
      <Part title={say('acts')} id="acts">
        <ActChoice offers={view.acts} target={targetOf(view)} again={again} />
      </Part>
    </>
  );
}
