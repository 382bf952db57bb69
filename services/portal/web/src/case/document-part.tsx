import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { CasePageView } from '../api/views';
import { Part } from '../frame/page';
import { sealedScanOf } from '../letters/sealed-scan-of';
import { useSpeaker } from '../words/language';

const forms = ['pdf', 'docx'] as const;

/** An official letter as it is made from the record: to read before it is signed off, to print before it is sealed, to compare afterwards. */
export function DocumentPart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say } = useSpeaker();
  if (view.erased !== null || view.procedure !== 'letter' || !view.timeline.some(({ act }) => act === 'draft-document')) return null;
  const sealed = view.timeline.findLast(({ act }) => act === 'confirm-seal')?.detail['document'] as
    Readonly<Record<string, string>> | undefined;
  return (
    <Part title={say('document')}>
      <ul className="plain papers">
        {forms.map((form) => (
          <li key={form}>
            <a
              href={`/api/at/${view.servedHere}/v1/cases/${view.id}/document?as=${form}`}
              download
              data-said
            >{`${view.number ?? say('document')} (${form.toUpperCase()})`}</a>
            {sealed !== undefined && (
              <div className="hint" data-said>
                SHA-256 {sealed[form]}
              </div>
            )}
          </li>
        ))}
      </ul>
      {sealedScanOf(view) && (
        <p>
          <Link to={`/case/${view.servedHere}/${view.id}/compare`}>{say('compare')}</Link>
        </p>
      )}
      <p className="hint">{say(sealed === undefined ? 'documentDraft' : 'documentSealed')}</p>
    </Part>
  );
}
