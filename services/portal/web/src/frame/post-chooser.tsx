import type { ReactNode } from 'react';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';
import type { PostLine } from '../api/views';

/** In which post one acts: with one, it is said; with several, chosen, and everything is read again under the new one. */
export function PostChooser(): ReactNode {
  const { say } = useSpeaker();
  const { session, choose } = useSession();
  const nameOf = usePostName();
  if (!session || session.posts.length === 0) return null;
  const [only] = session.posts;
  if (session.posts.length === 1 && only) return <span className="acts-as">{nameOf(only)}</span>;
  return (
    <label className="acts-as">
      <span className="unseen">{say('actingIn')}</span>
      <select value={session.post ?? ''} onChange={(change) => void choose(change.target.value)}>
        {session.post === null && <option value="">{say('choosePost')}</option>}
        {session.posts.map((post) => (
          <option key={post.id} value={post.id}>
            {nameOf(post)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function usePostName(): (post: PostLine) => string {
  const { say } = useSpeaker();
  const names = useNames();
  return (post) =>
    `${names.body(post.body)} ${names.role(post.role)}${post.deputyFor === null ? '' : ` (${say('deputyOf')} ${names.post(post.deputyFor)})`}`;
}
