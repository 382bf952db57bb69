import type { IntegrityCheck } from '@lianxi/chassis';

/** What must never be so of measures. */
export const measureChecks: readonly IntegrityCheck[] = [
  {
    id: 'measure-not-opened',
    bySlices: true,
    label: { zh: '决定已送达，所作措施却未开始', en: 'A decision was served and a measure it orders was not opened' },
    recipe: {
      zh: '保留现场，导出该事项的办理记录；由数据库管理员以一次向前的迁移补开该措施，并记入运行记录。',
      en: "Change nothing yet: keep the case's record; the database administrator opens the measure by a migration that goes forward, and puts it in the log of operations.",
    },
    sql: `SELECT p.case_id::text AS subject FROM journal p WHERE p.case_id > $1 AND p.case_id <= $2 AND p.act = 'propose-measure'
      AND EXISTS (SELECT 1 FROM journal s WHERE s.case_id = p.case_id AND s.act = 'record-service')
      AND NOT EXISTS (SELECT 1 FROM journal d WHERE d.case_id = p.case_id AND d.act = 'drop-measure' AND d.detail ->> 'place' = p.detail ->> 'place')
      AND NOT EXISTS (SELECT 1 FROM measures m WHERE m.investigation = p.case_id AND m.place = (p.detail ->> 'place')::int)`,
  },
  {
    id: 'measure-without-subject',
    bySlices: true,
    label: { zh: '措施没有对象记录', en: 'A measure of which it is not on record against whom' },
    recipe: {
      zh: '该措施的查询结果会遗漏：以其“措施开始”办理记录补登对象摘要、起止日。',
      en: "Answers about standing leave it out: the row is written again from the measure's first act, which holds hash and days.",
    },
    sql: `SELECT c.id::text AS subject FROM cases c WHERE c.id > $1 AND c.id <= $2 AND c.procedure = 'measure' AND NOT EXISTS (SELECT 1 FROM measures m WHERE m.case_id = c.id)`,
  },
];
