import { randomUUID } from 'node:crypto';
import { newId, newParticular, noHistory, sealRow, type CaseRow, type ClockRow, type Opening } from '@lianxi/chassis';

const city = 'beijing';
const body = 'bj-health';

/** What a filing at the right desk writes, as rows: a case with its first act, a clock, two particulars, what is owed, the key. */
export function exampleOpening(now: string): Opening {
  const id = newId();
  const particulars = [
    newParticular(id, city, 'report', { title: '示例', text: '示例内容' }),
    newParticular(id, city, 'given-by', { givenBy: '示例' }),
  ];
  const act = sealRow(noHistory, {
    id: newId(),
    city,
    case_id: id,
    version: 1,
    procedure: 'matter',
    act: 'file',
    from_state: null,
    to_state: 'received',
    clause: 'reports-46',
    epoch: 1,
    body,
    post: null,
    for_post: null,
    recorded_at: now,
    effective_at: now,
    detail: { channel: 'web' },
    particulars: particulars.map(({ id: particular, commitment }) => ({ id: particular, commitment })),
  });
  const row: CaseRow = {
    id,
    city,
    number: null,
    kind: 'incident',
    state: 'received',
    resumes_in: null,
    standing: 'holding',
    service: 'health',
    holder: body,
    lead: body,
    interim: false,
    joint_bodies: [],
    co_handlers: [],
    epoch: 1,
    version: 1,
    history_hash: act.hash,
    received_by: body,
    received_on: now.slice(0, 10),
    channel: 'web',
    facts: { fields: ['human-life-medicine'] },
    decision: null,
    assigned_post: null,
    mark: 'ordinary',
    filed_at: now,
    updated_at: now,
    next_due_at: now,
    procedure: 'matter',
    linked_to: null,
  };
  const clock: ClockRow = {
    id: newId(),
    case_id: id,
    city,
    rule: 'registration',
    ledger: [{ kind: 'started', at: now }],
    state: 'running',
    due_at: now,
    fires_at: null,
    fired: [],
  };
  return {
    newCase: row,
    journal: [act],
    particulars,
    clocks: [clock],
    access: [{ case_id: id, body, city, part: 'holder', since: now, until: null }],
    deliveries: [
      {
        id: newId(),
        city,
        receiver: 'coordination',
        to_body: null,
        kind: 'case-indexed@1',
        case_id: id,
        journal_id: act.id,
        access_id: null,
        body: {},
        particulars: [],
        hand_over_id: null,
      },
    ],
    idempotency: { actor: 'bench', key: randomUUID(), request_hash: act.hash, status: 201, answer: '{}', case_id: id },
  };
}
