import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ask } from '../api/client';
import { useAsk } from '../api/use-ask';
import { ChoiceField, type Choice } from '../forms/field';
import { useAttempt } from '../forms/use-attempt';
import { Trouble } from '../frame/trouble';
import { useSession } from '../session/session';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

/** A case as it was ticked: `seen` is its id, version and epoch, so that one which moved on since is refused and not overwritten. */
export interface CaseToReassign {
  readonly service: string;
  readonly seen: string;
}

interface Order {
  readonly service: string;
  readonly wish: Readonly<Record<string, unknown>>;
}
interface PostOfBody {
  readonly id: string;
  readonly body: string;
  readonly role: string;
  readonly isAssignable: boolean;
}

/** Gives cases to another post: those ticked on the desk, or all that one post has open. An order goes to each service where they lie. */
export function ReassignForm({
  services,
  cases,
  onOrdered,
}: {
  readonly services: readonly string[];
  readonly cases: readonly CaseToReassign[];
  readonly onOrdered: (orders: readonly { service: string; id: string }[]) => void;
}): ReactNode {
  const { say } = useSpeaker();
  const names = useNames();
  const { session } = useSession();
  const body = session?.posts.find(({ id }) => id === session.post)?.body ?? '';
  const { value: posts } = useAsk<{ lines: readonly PostOfBody[] }>(`/api/posts?body=${body}`);
  const [form, setForm] = useState({ service: services[0] ?? '', fromPost: '', toPost: '' });
  const { problem, isSending, changed, attempt } = useAttempt<readonly { service: string; id: string }[]>(onOrdered);
  const change =
    (field: keyof typeof form) =>
    (value: string): void => {
      changed();
      setForm((before) => ({ ...before, [field]: value }));
    };
  const choices = (isTo: boolean): Choice[] =>
    (posts?.lines ?? [])
      .filter(({ isAssignable }) => !isTo || isAssignable)
      .map(({ id, body: of }) => ({ value: id, label: names.post(id, of) }));
  const order = (): Promise<void> =>
    attempt((key) =>
      Promise.all(
        ordersFrom(cases, form).map(async ({ service, wish }) => ({
          service,
          id: (await ask<{ id: string }>(`/api/at/${service}/v1/reassignments`, { method: 'POST', body: wish, key })).id,
        })),
      ),
    );
  return (
    <form
      className="act-form"
      aria-label={say('reassignments')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void order();
      }}
    >
      <p className="hint">{say('reassignHint')}</p>
      {problem && <Trouble problem={problem} />}
      {cases.length > 0 ? (
        <p>
          <strong>{say('selected', { n: cases.length })}</strong>
        </p>
      ) : (
        <>
          {services.length > 1 && (
            <ChoiceField
              label={say('service')}
              required
              value={form.service}
              onChange={change('service')}
              choices={services.map((id) => ({ value: id, label: names.service(id) }))}
            />
          )}
          <ChoiceField label={say('fromPost')} required value={form.fromPost} onChange={change('fromPost')} choices={choices(false)} />
        </>
      )}
      <ChoiceField label={say('toPost')} required value={form.toPost} onChange={change('toPost')} choices={choices(true)} />
      <p className="row">
        <Button type="primary" htmlType="submit" loading={isSending && { delay: 300 }}>
          {say('reassign')}
        </Button>
      </p>
    </form>
  );
}

/** The services read an order again, word for word, when its key is sent again: so what half arrived can be sent once more. */
function ordersFrom(
  cases: readonly CaseToReassign[],
  { service, fromPost, toPost }: { readonly service: string; readonly fromPost: string; readonly toPost: string },
): Order[] {
  if (cases.length === 0) return [{ service, wish: { toPost, fromPost } }];
  return [...new Set(cases.map((each) => each.service))].map((of) => ({
    service: of,
    wish: { toPost, cases: cases.filter((each) => each.service === of).map(({ seen }) => seen) },
  }));
}
