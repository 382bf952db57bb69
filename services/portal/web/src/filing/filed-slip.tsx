import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { FiledAnswer } from '../api/views';
import { Pairs } from '../frame/page';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

/** The slip that whoever filed takes along; its number is shown this once. */
export function FiledSlip({
  filed,
  at,
  isOfficial,
  onAnother,
}: {
  readonly filed: FiledAnswer;
  /** The service where it was filed: whoever filed reads it there, wherever it went. */
  readonly at: string;
  readonly isOfficial: boolean;
  readonly onAnother: () => void;
}): ReactNode {
  const { say, word } = useSpeaker();
  const names = useNames();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <section className="part slip" aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>
        {say('filed')}
      </h2>
      <p>{say('receipt')}</p>
      <p className="receipt" data-said>
        {filed.receipt}
      </p>
      <p>{say('keepReceipt')}</p>
      <Pairs
        lines={[
          [say('goesTo'), names.body(filed.holder)],
          [say('state'), word(names.words.statuses[filed.status], filed.status)],
        ]}
      />
      <p className="row no-print">
        <Button type="primary" onClick={() => window.print()}>
          {say('print')}
        </Button>
        <Button onClick={onAnother}>{say('another')}</Button>
        {isOfficial ? <Link to={`/case/${at}/${filed.caseId}`}>{say('openCase')}</Link> : <a href="/pages/status">{say('status')}</a>}
      </p>
    </section>
  );
}
