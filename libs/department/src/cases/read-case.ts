import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  actGroupOf,
  actLabelOf,
  actsAllowed,
  explainClock,
  findClause,
  findRetentionClass,
  getProcedure,
  holdsOn,
  isOverdue,
  leftOf,
  legalDayOf,
  stateLabelOf,
  workingCalendar,
  type ActRow,
  type RetentionSchedule,
} from '@lianxi/casework';
import { register, unconfirmedLabels, unknownFacts } from '@lianxi/jurisdiction';
import {
  AccessLog,
  CONFIGURATION,
  inTransaction,
  OFFICER_POOL,
  problems,
  SCANNER,
  SERVICE,
  type Actor,
  type CaseRow,
  type ClockRow,
  type Configuration,
  type JournalRow,
  type LinkedWorkRow,
  type Scanner,
  type ServiceDefinition,
  type Tx,
} from '@lianxi/chassis';
import { readingOf } from '../clocks/case-clocks';
import { decidedAnew } from '../rules/decide-anew';
import { RuleBook } from '../rules/rule-book';
import type { ActView, CaseView, ClockView, OfferedAct, RetentionView, WhyView, WorkView } from './case-view';
import { findDecisionRecord } from './decision-of';
import { actsOf, clocksOf, findCase, handOversOf, papersOf, worksOf } from './read-rows';
import { scannedPapers } from '../papers/held-papers';
import { duplicatesOf, principalOf } from '../duplicates/merge-effects';
import { findWatch, noteLookOfWatcher } from '../watching/watch-case';
import { namedOn, partsKnown } from '../sealed/named-people';
import { scheduleOf } from '../retention/schedule-of';
import { findCertificate } from '../retention/find-certificate';
import { retentionOfCase, standingOf, subjectOf } from './subject-of';

/** A case on one page: whose it is and why, its clocks explained, every act with its clause, people, papers, and what may be done now. */
@Injectable()
export class ReadCase {
  private readonly schedule: RetentionSchedule;

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(RuleBook) private readonly rules: RuleBook,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.schedule = scheduleOf(configuration);
  }

  /** Throws a 404 problem for a case that is not the actor's to see, which is on the record as a denial. */
  async read(id: string, actor: Actor): Promise<CaseView> {
    const view = await inTransaction(this.pool, actor, async (tx) => {
      const row = await findCase(tx, id);
      const parts = row ? await partsKnown(tx, row, actor) : [];
      return row && parts.length > 0 ? this.viewOf(tx, row, parts, actor) : undefined;
    });
    if (!view) {
      await this.accessLog.noteDenial(actor, id);
      throw problems.notFound();
    }
    await this.accessLog.noteLook('case-opened', actor, id);
    return view;
  }

  private async viewOf(tx: Tx, row: CaseRow, parts: readonly string[], actor: Actor): Promise<CaseView> {
    const acts = await actsOf(tx, row.id);
    const handOvers = await handOversOf(tx, row.id);
    const papers = await papersOf(tx, row.id);
    const scanned = await scannedPapers(tx, row.id, this.scanner !== null);
    const works = await worksOf(tx, row.id);
    const clocks = await clocksOf(tx, row.id);
    const standing = standingOf(actor, row, parts);
    const allowed =
      row.standing === 'holding'
        ? actsAllowed(
            getProcedure(row.procedure),
            subjectOf(row, { acts, handOvers, papers, works, clocks }, tx.now, this.schedule),
            standing,
          )
        : [];
    const watch = (await findWatch(tx, row.id, actor.post)) ?? null;
    if (watch) await noteLookOfWatcher(tx, row, actor.post);
    return {
      ...caseFields(row),
      unknownFacts: unknownFacts(row.facts),
      why: whyHere(row),
      proposedHolder:
        proposedHolder(acts) ?? decidedAnew(row, this.rules.current(), legalDayOf(tx.now))?.record.decision.supervision.holder ?? null,
      clocks: clocks.map((clock) => clockView(clock, tx.now)),
      timeline: acts.map(actView),
      handOvers,
      works: works.map(workView),
      parts: standing.parts,
      people: peopleIn(acts, row),
      papers: papers.map((paper) => ({ ...paper, ...(scanned.get(paper.id) ?? { held: null, scan: null, scannedAt: null }) })),
      particulars: await tx.rows<CaseView['particulars'][number]>(
        'particulars-of-case',
        'SELECT id, kind, value FROM particulars WHERE case_id = $1 ORDER BY id',
        [row.id],
      ),
      principal: row.state === 'merged' ? ((await principalOf(tx, row.id)) ?? null) : null,
      duplicates: await duplicatesOf(tx, row.id),
      watch,
      named:
        row.mark === 'sealed'
          ? (await namedOn(tx, row.id))
              .filter(({ until }) => until === null)
              .map(({ post, body, since, inOffice }) => ({ post, body, since, inOffice }))
          : [],
      retention: retentionView(row, acts, this.schedule),
      erased: (await findCertificate(tx, row.id)) ?? null,
      acts: allowed.map(allowedView),
      servedHere: this.service.name,
    };
  }
}

const caseFields = (row: CaseRow) => ({
  id: row.id,
  city: row.city,
  number: row.number,
  kind: row.kind,
  state: row.state,
  procedure: row.procedure,
  procedureLabel: getProcedure(row.procedure).label,
  linkedTo: row.linked_to,
  stateLabel: stateLabelOf(row.procedure, row.state),
  standing: row.standing,
  service: row.service,
  holder: row.holder,
  holderNames: register.findBody(row.holder)?.names,
  lead: row.lead,
  interim: row.interim,
  jointBodies: row.joint_bodies,
  coHandlers: row.co_handlers,
  epoch: row.epoch,
  version: row.version,
  receivedBy: row.received_by,
  receivedOn: row.received_on,
  channel: row.channel,
  facts: row.facts,
  assignedPost: row.assigned_post,
  mark: row.mark,
  filedAt: row.filed_at,
  updatedAt: row.updated_at,
  dueAt: row.next_due_at,
});

function whyHere(row: CaseRow): WhyView | null {
  const kept = findDecisionRecord(row);
  if (!kept) return null;
  return {
    status: kept.decision.supervision.status,
    edition: kept.edition,
    factsHash: kept.factsHash,
    reasons: kept.reasons,
    candidates: kept.decision.supervision.candidates,
    uncovered: kept.decision.supervision.uncovered,
    investigation: kept.decision.investigation,
    reReview: kept.decision.reReview,
    unconfirmed: kept.decision.unconfirmed.map((mark) => ({ mark, label: unconfirmedLabels[mark] })),
  };
}

function clockView(row: ClockRow, now: string): ClockView {
  const reading = readingOf(row);
  if (!reading) return { id: row.id, rule: row.rule, state: row.state };
  return {
    id: row.id,
    rule: row.rule,
    label: reading.rule.label,
    state: row.state,
    dueOn: reading.dueOn,
    dueAt: reading.dueAt,
    overdue: row.state === 'running' && isOverdue(reading, now),
    left: leftOf(reading, now, workingCalendar),
    unit: reading.rule.unit === 'calendar-month' ? 'calendar-day' : reading.rule.unit,
    confirmed: reading.rule.confirmed,
    provisional: reading.provisional,
    explanation: { zh: explainClock(reading, 'zh'), en: explainClock(reading, 'en') },
  };
}

const actView = (act: JournalRow): ActView => {
  const { person: _person, ...detail } = act.detail as Record<string, unknown>;
  return {
    version: act.version,
    procedure: act.procedure,
    act: act.act,
    label: actLabelOf(act.procedure, act.act),
    from: act.from_state,
    to: act.to_state,
    clause: findClause(act.clause) ?? { id: act.clause },
    epoch: act.epoch,
    body: act.body,
    post: act.post,
    forPost: act.for_post,
    recordedAt: act.recorded_at,
    effectiveAt: act.effective_at,
    detail,
    particulars: act.particulars,
    hash: act.hash,
  };
};

/** What the last correction proposed, as long as the case has not moved since. */
function proposedHolder(acts: readonly JournalRow[]): string | null {
  const last = acts.findLast(({ act }) => ['correct-facts', 'receive', 'carry-out'].includes(act));
  const proposed = last?.act === 'correct-facts' ? last.detail['proposedHolder'] : null;
  return typeof proposed === 'string' ? proposed : null;
}

/** Of a letter: the authority written to, or `unit` where the addressee is named in words, which only the letter tells. */
const addresseeOf = ({ procedure, subject: { toBody } }: LinkedWorkRow): string | null =>
  procedure !== 'letter' ? null : typeof toBody === 'string' ? toBody : 'unit';

const workView = (work: LinkedWorkRow): WorkView => ({
  id: work.id,
  procedure: work.procedure,
  procedureLabel: getProcedure(work.procedure).label,
  body: work.body,
  addressee: addresseeOf(work),
  service: work.service,
  state: work.state,
  stateLabel: stateLabelOf(work.procedure, work.state),
  final: work.final,
  askedAt: work.asked_at,
  changedAt: work.changed_at,
});

function retentionView(row: CaseRow, acts: readonly JournalRow[], schedule: RetentionSchedule): RetentionView {
  const kept = retentionOfCase(row, acts, schedule);
  return { ...kept, label: findRetentionClass(kept.class)?.label, heldBy: holdsOn(acts) };
}

const peopleIn = (acts: readonly JournalRow[], row: CaseRow): string[] =>
  [...new Set([row.assigned_post, ...acts.map(({ post }) => post)])].filter((post): post is string => post !== null);

export const allowedView = (row: ActRow): OfferedAct => ({
  act: row.act,
  label: row.label,
  form: row.form ?? [],
  clause: findClause(row.clause),
  consequence: row.consequence,
  to: row.to,
  group: actGroupOf(row),
});
