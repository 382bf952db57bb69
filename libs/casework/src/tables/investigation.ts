import { checkProcedure } from '../procedure/check-procedure';
import { atWork, served, undecided } from '../investigation/act-parts';
import { courseActs } from '../investigation/course-acts';
import { decisionActs } from '../investigation/decision-acts';
import { evidenceActs } from '../investigation/evidence-acts';
import { reportActs } from '../investigation/report-acts';
import { planActs, teamActs } from '../investigation/team-acts';
import { appealActs } from '../appeal/appeal-acts';
import { beginTransfer } from '../transfer-out/begin-transfer';
import { measureActs } from '../measures/proposing';
import { beginPublication } from '../publication/publication-acts';
import { releaseWork, writeLetter } from './asking-acts';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';
import type { Procedure, StateRow } from '../procedure/procedure';

const open = [...atWork, ...undecided, ...served];
const ended = ['completed', 'dismissed', 'released'];
const state = (zh: string, en: string, more: Partial<StateRow> = {}): StateRow => ({ label: { zh, en }, owner: 'holder', ...more });
const inPeriod = { clock: 'investigation' } as const;

/** A violation is investigated by the body whose duty it is: work of its own, ordered by the body that supervises. */
export const investigation: Procedure = checkProcedure({
  id: 'investigation',
  label: { zh: '调查处理', en: 'Investigation' },
  initial: ['assigned'],
  states: {
    assigned: state('待定调查方案', 'Waiting for a plan', inPeriod),
    'plan-proposed': state('调查方案待批准', 'Plan to be approved', inPeriod),
    investigating: state('调查中', 'Being investigated', inPeriod),
    suspended: state('已中止调查', 'Suspended'),
    'report-drafted': state('调查报告待签名', 'Report to be signed', inPeriod),
    'report-signed': state('调查终结', 'Report signed'),
    'notice-given': state('拟处理告知待送达', 'Notice to be served'),
    'statement-period': state('陈述申辩期间', 'Statements may be made', { clock: 'statement' }),
    heard: state('陈述申辩已终结', 'Statements heard'),
    proposed: state('处理意见待审核', 'Proposal to be reviewed'),
    reviewed: state('处理意见待决定', 'Proposal to be decided'),
    decided: state('处理决定待送达', 'Decision to be served', { clock: 'decision-service' }),
    served: state('处理决定已送达', 'Decision served'),
    completed: state('已结案归档', 'Closed and filed', { final: true }),
    dismissed: state('已终止调查', 'Ended without a finding', { final: true }),
    released,
  },
  acts: [
    ...teamActs,
    ...planActs,
    ...courseActs,
    ...evidenceActs,
    ...reportActs,
    ...decisionActs,
    ...measureActs,
    ...appealActs,
    beginPublication,
    ...beginTransfer(open),
    writeLetter(open),
    releaseWork(open),
    ...recusalActs(open),
    release([...atWork, ...undecided]),
    ...everywhere(open, ended),
  ],
});
