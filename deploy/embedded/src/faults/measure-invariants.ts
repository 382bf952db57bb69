import type { Invariant } from './invariants';

const today = `(lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date`;
const measuresOfDecisions = `
  WITH j AS (SELECT case_id, procedure, act, detail FROM investigation.journal),
       served AS (SELECT case_id FROM j WHERE act = 'record-service'),
       ordered AS (SELECT p.case_id, (p.detail ->> 'place')::int AS place FROM j p WHERE p.act = 'propose-measure' AND NOT EXISTS (SELECT 1 FROM j d WHERE d.case_id = p.case_id AND d.act = 'drop-measure' AND d.detail ->> 'place' = p.detail ->> 'place')),
       opened AS (SELECT (detail ->> 'investigation')::uuid AS case_id, (detail ->> 'place')::int AS place FROM j WHERE procedure = 'measure' AND act = 'open')`;

/** What a decision orders takes effect once, whatever dies in between. */
export const measuresAlways: readonly Invariant[] = [
  {
    says: 'each measure that a decision orders is opened once when the decision is served, and none before',
    contradictions: `${measuresOfDecisions}
      SELECT o.case_id, o.place FROM ordered o JOIN served s USING (case_id) WHERE (SELECT count(*) FROM opened m WHERE m.case_id = o.case_id AND m.place = o.place) <> 1
      UNION ALL SELECT m.case_id, m.place FROM opened m WHERE NOT EXISTS (SELECT 1 FROM served s WHERE s.case_id = m.case_id)
      UNION ALL SELECT c.id, 0 FROM investigation.cases c WHERE c.procedure = 'measure' AND (SELECT count(*) FROM investigation.measures m WHERE m.case_id = c.id) <> 1`,
  },
  {
    says: 'a decision is made once and served once, and a measure begins and ends once',
    contradictions: `SELECT case_id, act FROM investigation.journal WHERE (procedure, act) IN (('investigation', 'decide'), ('investigation', 'record-service'), ('measure', 'open'), ('measure', 'take-effect'), ('measure', 'lapse'), ('measure', 'lift')) GROUP BY case_id, act HAVING count(*) > 1`,
  },
];

export const measuresAtRest: readonly Invariant[] = [
  {
    says: 'a ban is in force until its last day, and not a day longer',
    contradictions: `SELECT c.id FROM investigation.cases c JOIN investigation.measures m ON m.case_id = c.id WHERE c.state IN ('in-force', 'suspended') AND m.to_day < ${today}
    UNION ALL SELECT j.case_id FROM investigation.journal j JOIN investigation.measures m USING (case_id) WHERE j.procedure = 'measure' AND j.act = 'lapse' AND (j.recorded_at AT TIME ZONE 'Asia/Shanghai')::date <= m.to_day`,
  },
];
