import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSpeaker } from '../words/language';

/** Prints the page without what is only for a screen. */
export function PrintButton(): ReactNode {
  const { say } = useSpeaker();
  return (
    <Button size="small" className="no-print" onClick={() => window.print()}>
      {say('print')}
    </Button>
  );
}
