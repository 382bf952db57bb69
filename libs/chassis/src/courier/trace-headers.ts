import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { checkedTrace } from '../tracing/current-trace';

const standard = 'traceparent';
const ofEach = 'lianxi-traces';

interface Traced {
  readonly id: string;
  readonly trace: string | null;
}

/** Headers that say to which trace each message belongs; none where none is traced. */
export function traceHeaders(rows: readonly Traced[]): MsgHdrs | undefined {
  const traced = rows.flatMap(({ id, trace }) => (trace === null ? [] : [{ id, trace }]));
  const [first] = traced;
  if (!first) return undefined;
  const made = headers();
  made.set(standard, first.trace);
  for (const { id, trace } of traced) made.append(ofEach, `${id} ${trace}`);
  return made;
}

/** The trace of each message that one message of the broker carries, by the delivery's id. */
export function tracesIn(given: MsgHdrs | undefined): ReadonlyMap<string, string> {
  const traces = new Map<string, string>();
  for (const entry of given?.values(ofEach) ?? []) {
    const [id = '', said] = entry.split(' ');
    const trace = checkedTrace(said);
    if (trace !== undefined) traces.set(id, trace);
  }
  return traces;
}
