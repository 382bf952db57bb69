import { Skeleton } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Asking } from '../api/use-ask';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { Trouble } from './trouble';

/** A page with its heading, which takes the focus, so that whoever listens or uses keys begins at the right place. */
export function Page({
  title,
  extra,
  children,
}: {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { say } = useSpeaker();
  const { demonstration } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${demonstration ? `〔${say('trainingMark')}〕` : ''}${title} · ${say('product')}`;
  }, [title, say, demonstration]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {extra}
      </div>
      {children}
    </>
  );
}

export function Part({
  title,
  children,
  id,
  extra,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly id?: string;
  readonly extra?: ReactNode;
}): ReactNode {
  return (
    <section className="part" {...(id === undefined ? {} : { id })}>
      <div className="part-head">
        <h2>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}

/** What an answer shows, or that it is on its way, or why there is none. */
export function Answer<T>({ asking, children }: { readonly asking: Asking<T>; readonly children: (value: T) => ReactNode }): ReactNode {
  const { say } = useSpeaker();
  if (asking.problem) return <Trouble problem={asking.problem} again={asking.again} />;
  if (asking.value === undefined)
    return (
      <div role="status" aria-label={say('loading')}>
        <Skeleton active />
      </div>
    );
  return children(asking.value);
}

export function Pairs({ lines }: { readonly lines: readonly (readonly [name: string, value: ReactNode] | undefined)[] }): ReactNode {
  return (
    <dl className="pairs">
      {lines.map(
        (line, place) =>
          line && (
            <div key={`${line[0]}${place}`}>
              <dt>{line[0]}</dt>
              <dd>{line[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
