import {
  commitmentsOf,
  isLegalDay,
  newId,
  newParticular,
  problems,
  type ClockRow,
  type Particular,
  type ReceivedPaper,
} from '@lianxi/chassis';
import { findViolation, legalDayOf, violationCatalogues, type Instant } from '@lianxi/casework';
import { checkFiledFacts, FactRefused, type Register } from '@lianxi/jurisdiction';
import { CaseInHand } from '../cases/case-acts';
import { nextDue, startClock } from '../clocks/case-clocks';
import { newPaper, paperOnRecord, type NewPaper } from '../papers/new-paper';
import type { FileMatterForm, OnBehalf } from './file-matter.dto';
import { sealsReporter } from '../reporters/identity-effects';
import { placeMatter, type Placed } from './place-matter';

export type FilingForm = FileMatterForm & { readonly onBehalf?: OnBehalf };

/** Who files: a person in a post, or the public. */
export interface Filer {
  /** Scope of the idempotency key: a person, or the public. */
  readonly actor: string;
  readonly post?: string;
  readonly forPost?: string;
  /** The unit for which its contact files. */
  readonly unit?: string;
}

/** A case just opened, with all that came with the filing; nothing is written yet. */
export interface OpenedCase {
  readonly inHand: CaseInHand;
  readonly placed: Placed;
  readonly clocks: readonly ClockRow[];
  readonly papers: readonly NewPaper[];
  readonly particulars: readonly Particular[];
}

/** Where, when and by which rules a matter is filed. */
export interface FilingDay {
  readonly service: string;
  readonly rules: Register;
  readonly now: Instant;
}

/** Throws FactRefused for facts that cannot be, and a 400 problem when files and their descriptions do not match. */
export function openCase(
  form: FilingForm,
  filer: Filer,
  received: readonly ReceivedPaper[],
  receiptKept: string,
  { service, rules, now }: FilingDay,
): OpenedCase {
  const receivedOn = form.onBehalf?.receivedOn ?? legalDayOf(now);
  if (receivedOn > legalDayOf(now)) throw problems.formRefused({ field: 'onBehalf.receivedOn', details: { rule: 'in-future' } });
  const facts = checkFiledFacts({ ...form.facts, on: dayOfRules(form, receivedOn, rules, now) }, rules);
  refuseUnknownConduct(form, facts.kind);
  const placed = placeMatter(facts, rules);
  const caseOf = { id: newId(), city: facts.city };
  const papers = papersOf(form, caseOf, received, service, now);
  const particulars = [...particularsOf(form, caseOf, sealsReporter(facts.kind)), ...papers.map(({ name }) => name)];
  const clocks = ['registration', ...(placed.unknown.length > 0 ? ['complete-facts'] : [])].map((rule) =>
    startClock(rule, caseOf, startOf(receivedOn, now)),
  );
  const inHand = CaseInHand.opened(
    {
      ...caseOf,
      number: null,
      kind: facts.kind,
      state: 'received',
      resumes_in: null,
      standing: 'holding',
      service,
      holder: facts.receivedBy,
      lead: placed.lead,
      interim: placed.lead === null,
      joint_bodies: placed.decision?.jointBodies ?? [],
      co_handlers: placed.decision?.decision.supervision.coHandlers ?? [],
      epoch: 1,
      received_by: facts.receivedBy,
      received_on: receivedOn,
      channel: form.onBehalf?.channel ?? (filer.unit === undefined ? 'web' : 'unit'),
      facts,
      decision: placed.decision as Record<string, unknown> | null,
      assigned_post: null,
      mark: 'ordinary',
      filed_at: now,
      updated_at: now,
      next_due_at: nextDue(clocks),
      procedure: 'matter',
      linked_to: null,
    },
    now,
  );
  inHand.act(
    {
      procedure: 'matter',
      act: 'file',
      from: null,
      to: 'received',
      clause: 'reports-46',
      body: facts.receivedBy,
      post: filer.post ?? null,
      forPost: filer.forPost,
      effectiveAt: startOf(receivedOn, now),
      detail: {
        channel: inHand.row.channel,
        facts,
        decision: placed.decision,
        unknownFacts: placed.unknown,
        receipt: receiptKept,
        ...(form.conduct === undefined ? {} : { conduct: { ...form.conduct } }),
        ...(filer.unit === undefined ? {} : { unit: filer.unit }),
        papers: papers.map(({ row }) => paperOnRecord(row)),
      },
      particulars: commitmentsOf(particulars),
    },
    placed.service === service ? { holder: placed.holder } : {},
  );
  return { inHand, placed, clocks, papers, particulars };
}

/** What was chosen must be in the catalogue named, and only a violation is reported by it. */
function refuseUnknownConduct({ conduct }: FilingForm, kind: string): void {
  if (conduct === undefined) return;
  if (kind !== 'violation') throw problems.formRefused({ field: 'conduct', details: { rule: 'only-for-a-violation' } });
  const place = conduct.codes.findIndex((code) => findViolation(conduct.catalogue, code) === undefined);
  if (place >= 0)
    throw problems.formRefused({
      field: `conduct.codes.${place}`,
      allowed: violationCatalogues.find(({ id }) => id === conduct.catalogue)?.violations.map(({ code }) => code),
    });
}

/** The rules of the day on which it came in, never of a day to come; what is older than every rule is decided by those of today. */
function dayOfRules({ facts, onBehalf }: FilingForm, receivedOn: string, rules: Register, now: Instant): unknown {
  const today = legalDayOf(now);
  if (onBehalf)
    return rules.cities.some(({ id }) => id === facts['city']) && rules.findEdition(String(facts['city']), receivedOn) === undefined
      ? today
      : receivedOn;
  const said = facts['on'] ?? receivedOn;
  if (isLegalDay(said) && said > today) throw new FactRefused('fact-value', 'on', `a day until ${today}`);
  return said;
}

/** What came in on an earlier day was received then: its periods run from that day, not from when somebody typed it in. */
export function startOf(receivedOn: string, now: Instant): Instant {
  return receivedOn < legalDayOf(now) ? `${receivedOn}T04:00:00.000000Z` : now;
}

function papersOf(
  form: FilingForm,
  caseOf: { id: string; city: string },
  received: readonly ReceivedPaper[],
  service: string,
  now: Instant,
): NewPaper[] {
  const described = form.papers ?? [];
  if (described.length !== received.length)
    throw problems.formRefused({ field: 'papers', details: { rule: 'one-description-for-each-file', files: received.length } });
  const future = described.findIndex(({ dated }) => dated > legalDayOf(now));
  if (future >= 0) throw problems.formRefused({ field: `papers.${future}.dated`, details: { rule: 'in-future' } });
  return received.map((paper, place) => newPaper(caseOf, service, paper, described[place] as NonNullable<typeof form.papers>[number], now));
}

function particularsOf(form: FilingForm, caseOf: { id: string; city: string }, isSealed: boolean): Particular[] {
  const { contact, ...report } = { ...form.report };
  const parts: [string, unknown][] = [
    ['report', report],
    ...(contact && !isSealed ? [['contact', { ...contact }] as [string, unknown]] : []),
    ...(form.onBehalf ? [['given-by', { givenBy: form.onBehalf.givenBy, note: form.onBehalf.note }] as [string, unknown]] : []),
  ];
  return parts.map(([kind, value]) => newParticular(caseOf.id, caseOf.city, kind, JSON.parse(JSON.stringify(value))));
}
