import { linkedWork, matter } from '@lianxi/casework';
import type { IntegrityCheck } from '@lianxi/chassis';
import { endedStatesSql } from '../cases/ended-states';

const inSlice = 'c.id > $1 AND c.id <= $2';
const inForce = (until: string): string => `(${until} IS NULL OR ${until} > lianxi_now())`;
const inOffice = `p.valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (p.valid_until IS NULL OR p.valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date)`;
const ended = `c.state = ANY (${endedStatesSql})`;
const ofCase = (condition: string): string => `SELECT c.id::text AS subject FROM cases c WHERE ${inSlice} AND ${condition}`;

/** The clock that runs, or rests, in each state that has one. */
const clockOfState = [matter, ...linkedWork]
  .flatMap(({ id, states }) =>
    Object.entries(states).flatMap(([state, { clock }]) => (clock === undefined ? [] : [`('${id}', '${state}', '${clock}')`])),
  )
  .join(', ');

const askTheHolder = {
  zh: '保留现场（不改数据），导出该事项的办理记录，与数据库管理员一起以一次向前的迁移更正，并记入运行记录。',
  en: "Change nothing yet: keep the case's record, mend the row together with the database administrator by a migration that goes forward, and put it in the log of operations.",
};
const recipe = (zh: string, en: string): IntegrityCheck['recipe'] => ({ zh: `${zh}${askTheHolder.zh}`, en: `${en} ${askTheHolder.en}` });

/** What must never be so of a case, its periods and what it asks of others. */
export const caseChecks: readonly IntegrityCheck[] = [
  {
    id: 'case-without-holder',
    bySlices: true,
    label: { zh: '事项无办理机关', en: 'A case that no body holds' },
    recipe: recipe(
      '事项在本部门，但办理机关无权看到；或标为移交中，却没有已生效的移交。',
      'Either the case is here and its holder has no access to it (grant the part `holder` in case_access), or it counts as handed over and no committed hand-over is there (its standing is `holding` still).',
    ),
    sql: ofCase(`((c.standing = 'holding' AND NOT EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = c.id AND a.body = c.holder AND a.part = 'holder' AND ${inForce('a.until')}))
      OR (c.standing = 'in-hand-over' AND NOT EXISTS (SELECT 1 FROM hand_overs h WHERE h.case_id = c.id AND h.side = 'origin' AND h.state = 'committed')))`),
  },
  {
    id: 'holder-without-people',
    bySlices: true,
    label: { zh: '办理机关无在岗人员', en: 'A case whose holder has nobody in office' },
    recipe: {
      zh: '由办公室安全管理员任命该机关的岗位（POST /v1/posts）；任命随消息送达各部门。',
      en: "The office's security administrator appoints somebody to a post of that body (POST /v1/posts); every service is told.",
    },
    sql: ofCase(`c.standing = 'holding' AND NOT ${ended} AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.body = c.holder AND ${inOffice})`),
  },
  {
    id: 'case-without-clock',
    bySlices: true,
    label: { zh: '事项在应有期限的状态下没有期限', en: 'A case without the clock that its state must have' },
    recipe: recipe(
      '按程序表，该状态应有期限在计算或暂停。',
      'By its procedure a clock must run or rest in this state: it is started from the day of the act that led here.',
    ),
    sql: `SELECT c.id::text AS subject FROM cases c JOIN (VALUES ${clockOfState}) AS due(procedure, state, rule) ON due.procedure = c.procedure AND due.state = c.state
      WHERE ${inSlice} AND c.standing = 'holding' AND NOT EXISTS (SELECT 1 FROM clocks k WHERE k.case_id = c.id AND k.rule = due.rule AND k.state IN ('running', 'paused'))`,
  },
  {
    id: 'clock-without-case',
    bySlices: true,
    label: { zh: '期限仍在计算，事项却已终结或不在本处', en: 'A clock that runs though its case has ended or is held elsewhere' },
    recipe: recipe('期限应随终结取消，或随移交带走。', 'A clock is cancelled when its case ends, and moves when it is handed over.'),
    sql: ofCase(
      `(c.standing <> 'holding' OR ${ended}) AND EXISTS (SELECT 1 FROM clocks k WHERE k.case_id = c.id AND (k.state IN ('running', 'paused') OR k.fires_at IS NOT NULL))`,
    ),
  },
  {
    id: 'due-day-wrong',
    bySlices: true,
    label: { zh: '列表所示到期时间与期限不符', en: 'The due moment in lists is not that of the clocks' },
    recipe: recipe('以期限台账为准，重算 next_due_at。', 'The clocks are right: next_due_at is the earliest due_at of those that run.'),
    sql: ofCase(
      `c.standing = 'holding' AND c.next_due_at IS DISTINCT FROM (SELECT min(k.due_at) FROM clocks k WHERE k.case_id = c.id AND k.state = 'running')`,
    ),
  },
  {
    id: 'clock-not-fired',
    bySlices: false,
    label: { zh: '到时五分钟仍未提醒', en: 'A moment of a period came five minutes ago and did not fire' },
    recipe: {
      zh: '查看日志中的 clock does not fire 行（载明期限编号与错误代码）、clocks 行，以及该事项是否被长事务锁住；每分钟自动重试，不影响其他期限；原因消除后自动补发，每一时点只发一次。',
      en: 'Look in the log for lines "clock does not fire", which name the clock and the code of the error, and for "clocks", and for a transaction that holds the case\'s row. It is tried again every minute and holds up no other; once the cause is gone it fires by itself, each moment once.',
    },
    sql: `SELECT k.id::text AS subject FROM clocks k JOIN cases c ON c.id = k.case_id WHERE k.fires_at < (SELECT lianxi_now()) - interval '5 minutes' AND c.standing = 'holding' ORDER BY k.fires_at LIMIT 1000`,
  },
  {
    id: 'history-broken',
    bySlices: true,
    label: { zh: '事项与其办理记录不符', en: 'A case that is not what its record says' },
    recipe: recipe(
      '事项的版本和哈希应与最后一条办理记录一致；可能有人绕过程序改了数据，须通知审计。',
      'Version and hash of the case must be those of its last act: somebody may have written beside the program. Tell the auditors.',
    ),
    sql: ofCase('NOT EXISTS (SELECT 1 FROM journal j WHERE j.case_id = c.id AND j.version = c.version AND j.hash = c.history_hash)'),
  },
  {
    id: 'hand-over-late',
    bySlices: false,
    label: { zh: '移交超过五分钟未送达', en: 'A case has been on its way for five minutes' },
    recipe: {
      zh: '检查接收部门的服务和消息服务器；移交会自动补发。期间由接收部门负责。',
      en: 'Look at the receiving service and the broker; it is sent again by itself. Meanwhile the addressee is accountable.',
    },
    sql: `SELECT case_id::text AS subject FROM hand_overs WHERE side = 'origin' AND state = 'committed' AND changed_at < (SELECT lianxi_now()) - interval '5 minutes' ORDER BY 1 LIMIT 1000`,
  },
  {
    id: 'work-left-open',
    bySlices: true,
    label: { zh: '事项已终结，请他机关办理的事项仍未了结', en: 'A case has ended and still asks other bodies for something' },
    recipe: recipe('须通知被请机关解除。', 'The bodies that were asked must be released.'),
    sql: ofCase(`c.standing = 'holding' AND ${ended} AND EXISTS (SELECT 1 FROM linked_work w WHERE w.case_id = c.id AND NOT w.final)`),
  },
  {
    id: 'sealed-but-open',
    bySlices: true,
    label: { zh: '密封事项的访问行未密封', en: 'A sealed case that a policy would show' },
    recipe: recipe(
      '立即将 case_access.sealed 置为真；查 access 表有谁看过。',
      'Set case_access.sealed for it at once, then see in `access` who looked.',
    ),
    sql: ofCase(`c.mark = 'sealed' AND EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = c.id AND a.sealed IS NOT TRUE)`),
  },
  {
    id: 'sealed-without-reader',
    bySlices: true,
    label: { zh: '密封事项无人可以打开', en: 'A sealed case that nobody can open' },
    recipe: {
      zh: '列名人员均已离岗且该机关无负责人：由办公室安全管理员任命负责人岗位，其可打开并列名他人。',
      en: "All who were named have left and the body has no head: the office's security administrator appoints one, who can open the case and name others.",
    },
    sql: ofCase(`c.mark = 'sealed' AND c.standing = 'holding' AND NOT EXISTS (SELECT 1 FROM named_people n JOIN posts p ON p.id = n.post AND p.person = n.person WHERE n.case_id = c.id AND n.until IS NULL AND ${inOffice})
      AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.body = c.holder AND p.role = 'head' AND ${inOffice} AND NOT EXISTS (SELECT 1 FROM named_people n WHERE n.case_id = c.id AND n.person = p.person AND n.until IS NOT NULL))`),
  },
  {
    id: 'recusal-not-enforced',
    bySlices: true,
    label: { zh: '已回避人员仍可见此事项', en: 'A recusal that the policies do not know' },
    recipe: recipe(
      '立即在 recusals 表补上该人员（机关整体回避的，在 recused_bodies 表补上该机关）；查 access 表其此后看过什么。',
      'Add the person to `recusals` (a body: to `recused_bodies`) at once, then see in `access` what they looked at since.',
    ),
    sql: ofCase(`(EXISTS (SELECT 1 FROM journal j WHERE j.case_id = c.id AND j.act IN ('declare-recusal', 'order-recusal')
      AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.case_id = c.id AND r.person = j.detail ->> CASE j.act WHEN 'order-recusal' THEN 'recused' ELSE 'person' END))
      OR EXISTS (SELECT 1 FROM journal j WHERE j.case_id = c.id AND j.act = 'note-authority-staff' AND NOT EXISTS (SELECT 1 FROM recused_bodies b WHERE b.case_id = c.id)))`),
  },
  {
    id: 'erased-is-back',
    bySlices: true,
    label: { zh: '已销毁的内容又出现', en: 'What was erased is there again' },
    recipe: recipe(
      '已有销毁证书的事项又有文字或姓名，多为恢复了旧备份。',
      'A case with a certificate of erasure has texts or names again, mostly because an older backup was restored. They are erased once more by the migration, under the certificate that is there.',
    ),
    sql: `SELECT DISTINCT j.case_id::text AS subject FROM journal j WHERE j.act IN ('confirm-erasure', 'follow-erasure') AND j.case_id > $1 AND j.case_id <= $2 AND has_texts(j.case_id)`,
  },
  {
    id: 'erased-paper-kept',
    bySlices: false,
    label: { zh: '已销毁材料的文件五分钟仍在', en: 'The file of an erased paper is still there after five minutes' },
    recipe: {
      zh: '查看日志中的 erased papers 行：多为材料目录不可写。恢复后自动删除；其间无人可以取得该文件。',
      en: 'Look for lines "erased papers" in the log: mostly the directory cannot be written. It goes by itself once it can; meanwhile nobody is given the file.',
    },
    sql: `SELECT p.id::text AS subject FROM papers p JOIN journal j ON j.id = p.erased_by WHERE p.bytes_gone_at IS NULL AND p.erased_by IS NOT NULL AND j.recorded_at < lianxi_now() - interval '5 minutes' ORDER BY p.id LIMIT 1000`,
  },
  {
    id: 'letter-number-lost',
    bySlices: true,
    label: { zh: '发文字号缺号或无登记', en: 'A number of a letter is missing from the register' },
    recipe: recipe(
      '发文登记簿应连续，且每件已编号的公文都有登记。',
      'The register of letters runs on without a gap and has every letter that was numbered: the record of the letters says which number is gone.',
    ),
    sql: `SELECT n.case_id::text AS subject FROM letter_numbers n WHERE n.case_id > $1 AND n.case_id <= $2 AND n.serial > 1
        AND NOT EXISTS (SELECT 1 FROM letter_numbers p WHERE p.body = n.body AND p.year = n.year AND p.serial = n.serial - 1)
      UNION ${ofCase(`c.procedure = 'letter' AND EXISTS (SELECT 1 FROM journal j WHERE j.case_id = c.id AND j.act = 'number-document') AND NOT EXISTS (SELECT 1 FROM letter_numbers n WHERE n.case_id = c.id)`)}`,
  },
  {
    id: 'merged-into-nothing',
    bySlices: true,
    label: { zh: '已并案的事项没有主事项', en: 'A merged case without a principal case' },
    recipe: { zh: '由办理机关撤销并案，再并入正确的主事项。', en: 'The holder unmerges the case, and merges it into the right one.' },
    sql: ofCase(`c.state = 'merged' AND NOT EXISTS (SELECT 1 FROM case_merges m WHERE m.duplicate = c.id AND m.unmerged_at IS NULL)`),
  },
];
