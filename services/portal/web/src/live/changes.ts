import { useEffect, useRef } from 'react';

/** What moved on: cases by service, id and version; `all` where more was missed than is told. */
export interface Changes {
  readonly cases: readonly { readonly service: string; readonly id: string; readonly version: number }[];
  readonly all?: true;
}

type Hear = (changes: Changes) => void;

const channelName = 'lianxi-changes';
const tryAgainAfterMs = 30_000;
const hearers = new Set<Hear>();
const tellHere: Hear = (changes) => {
  for (const hear of hearers) hear(changes);
};

let isListening = false;

/** One window of a browser listens for all of them: the one that holds the lock, and when it is closed, another. Asked for once or often, it is the same. */
export function listenForChanges(): void {
  if (isListening) return;
  isListening = true;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Changes>) => tellHere(data);
  void navigator.locks.request(
    channelName,
    () =>
      new Promise<never>(() => {
        follow((changes) => {
          tellHere(changes);
          channel.postMessage(changes);
        });
      }),
  );
}

/** The browser comes again by itself when a stream ends; what refused it (a sign-in that ended) is asked again much later. */
function follow(tell: Hear): void {
  const source = new EventSource('/api/changes');
  source.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as Changes);
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) window.setTimeout(() => follow(tell), tryAgainAfterMs);
  };
}

const restMs = 5_000;

/** Calls `onChange` when something moved on that `concerns` this page: at once, and then at most every five seconds; a window that nobody sees waits until it is seen. */
export function useChanges(concerns: (changes: Changes) => boolean, onChange: () => void): void {
  const current = useRef({ concerns, onChange });
  current.current = { concerns, onChange };
  useEffect(() => {
    let timer = 0;
    let isOwed = false;
    const rest = (): void => {
      timer = window.setTimeout(() => {
        timer = 0;
        if (isOwed) act();
      }, restMs);
    };
    const act = (): void => {
      if (document.hidden) return;
      isOwed = false;
      current.current.onChange();
      rest();
    };
    const onSeen = (): void => {
      if (isOwed && timer === 0) act();
    };
    const hear: Hear = (changes) => {
      if (!changes.all && !current.current.concerns(changes)) return;
      isOwed = true;
      if (timer === 0) act();
    };
    hearers.add(hear);
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      hearers.delete(hear);
      document.removeEventListener('visibilitychange', onSeen);
      window.clearTimeout(timer);
    };
  }, []);
}
