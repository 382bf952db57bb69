import { Alert, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { fetchBytes, Problem } from '../api/client';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';

type Shown = { readonly image: string } | { readonly frame: string } | { readonly text: string; readonly isCut: boolean };

const images = ['image/jpeg', 'image/png'];
const pdf = 'application/pdf';
const mostText = 200_000;

/** What a page can show as what it is, and never run: a picture as a picture, a text as text. */
export const canBeShown = (mediaType: string): boolean => images.includes(mediaType) || mediaType === 'text/plain';

/** What can also be laid beside another: a PDF, by the browser's own viewer in a frame that has no address but these bytes. */
export const canBeCompared = (mediaType: string): boolean => mediaType === pdf || canBeShown(mediaType);

/** A paper's bytes, asked for as a download is: the look is on the record. Nothing of it stays when it is closed. */
export function PaperShown({
  path,
  mediaType,
  name,
}: {
  readonly path: string;
  readonly mediaType: string;
  readonly name: string;
}): ReactNode {
  const { say } = useSpeaker();
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let address: string | undefined;
    let isClosed = false;
    fetchBytes(path).then(
      async (bytes) => {
        if (isClosed) return;
        if (mediaType !== pdf && !images.includes(mediaType)) {
          const text = await bytes.text();
          setShown({ text: text.slice(0, mostText), isCut: text.length > mostText });
          return;
        }
        address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
        setShown(mediaType === pdf ? { frame: address } : { image: address });
      },
      (error: unknown) => {
        if (!isClosed) setProblem(error instanceof Problem ? error : new Problem(0, 'internal', ''));
      },
    );
    return () => {
      isClosed = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [path, mediaType]);
  if (problem) return <Trouble problem={problem} />;
  if (!shown)
    return (
      <p className="hint" role="status">
        {say('loading')}
      </p>
    );
  if ('frame' in shown) return <iframe className="paper-shown" src={`${shown.frame}#navpanes=0&view=FitH`} title={name} />;
  if ('image' in shown) return <img className="paper-shown" src={shown.image} alt={name} />;
  return (
    <>
      <pre className="paper-shown" tabIndex={0} role="region" aria-label={name} data-said>
        {shown.text}
      </pre>
      {shown.isCut && <Alert type="info" title={say('paperCut')} />}
    </>
  );
}

/** Opens and closes a paper below its line. */
export function PaperToShow(paper: { readonly path: string; readonly mediaType: string; readonly name: string }): ReactNode {
  const { say } = useSpeaker();
  const [isOpen, setOpen] = useState(false);
  if (!canBeShown(paper.mediaType)) return null;
  return (
    <div className="no-print">
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span aria-hidden>{say(isOpen ? 'paperClose' : 'paperShow')}</span>
        <span className="unseen">{say(isOpen ? 'paperCloseNamed' : 'paperShowNamed', { name: paper.name })}</span>
      </Button>
      {isOpen && <PaperShown {...paper} />}
    </div>
  );
}
