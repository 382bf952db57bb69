import { addCalendarDays, FormRefused, releasable } from '@lianxi/casework';
import { register, type Register } from '@lianxi/jurisdiction';
import { newId, type CaseRow, type LinkedWorkRow, type NewDelivery } from '@lianxi/chassis';
import { joined, type ActEffect, type EffectGround } from '../cases/act-effect';
import { decisionOf } from '../cases/decision-of';
import { officeService } from '../register/service-names';
import { toldToWorkers } from '../recusal/recuse';
import { servicesThatHadIt } from '../sealed/naming-effects';
import { askWork, releasedWork, workChanged, type AskedWork } from './ask-work';
import { bodiesBut, isOffice } from './bodies-but';

type Effect = (ground: EffectGround) => ActEffect | Promise<ActEffect>;

/** What acts on a case do to the work it asks of others, and acts on that work to the case that asked. */
export const workEffects: Readonly<Record<string, Effect>> = {
  'ask-co-handler': (ground) =>
    asked(
      askWork(
        ground.row,
        { ...common(ground), procedure: 'co-handling', toBody: String(ground.performed.form.codes['coHandler']), field: 'form.coHandler' },
        ground.rules,
        ground.tx.now,
      ),
    ),
  consult: (ground) =>
    asked(
      askWork(
        ground.row,
        {
          ...common(ground),
          procedure: 'consultation',
          toBody: bodyNotOurs(ground, 'ofBody'),
          field: 'form.ofBody',
          answerBy: dayAhead(ground, 'answerBy'),
        },
        ground.rules,
        ground.tx.now,
      ),
    ),
  escalate,
  'note-authority-staff': noteAuthorityStaff,
  'object-to-designation': (ground) =>
    asked(
      askWork(
        ground.row,
        { ...common(ground), procedure: 'objection', toBody: officeOf(ground), field: 'act' },
        ground.rules,
        ground.tx.now,
      ),
    ),
  'propose-conclusion': proposeConclusion,
  'release-work': releaseWork,
  'release-open-work': releaseOpenWork,
  'report-work': (ground) => reportWork(ground),
  countersign,
  'report-and-release': (ground) => joined(reportWork(ground), releaseOpenWork(ground)),
  'name-co-handler': nameCoHandler,
  'name-investigator': nameInvestigator,
  'put-on-agenda': (ground) => {
    dayAhead(ground, 'meetingOn', 0);
    return reportWork(ground);
  },
};

/** Fields of the matter that no rule covers are the office's to settle, once the body that leads has registered the matter; each field once. */
export function uncoveredWork(row: CaseRow, works: readonly LinkedWorkRow[], rules: Register, now: string): AskedWork | undefined {
  const settled = works
    .filter(({ procedure }) => procedure === 'uncovered-field')
    .flatMap(({ subject }) => (subject['uncovered'] ?? []) as string[]);
  const uncovered = (decisionOf(row)?.supervision.uncovered ?? []).filter((field) => !settled.includes(field));
  const { office } = register.getCity(row.city);
  if (uncovered.length === 0 || row.lead === null || row.number === null || row.holder === office) return undefined;
  return askWork(
    row,
    { procedure: 'uncovered-field', toBody: office, field: 'act', clause: 'designation-model', codes: { uncovered }, particulars: [] },
    rules,
    now,
  );
}

/** The same as a part of what an act does; `row` is the case as the act leaves it. */
export function askForUncoveredFields({ works, tx, rules }: EffectGround, row: CaseRow): ActEffect {
  const work = uncoveredWork(row, works, rules, tx.now);
  return work === undefined ? {} : asked(work);
}

/** Asks, as a part of what an act does. */
export const asked = ({ work, delivery }: AskedWork): ActEffect => ({
  linkedWork: [work],
  detail: { work: work.id, procedure: work.procedure, service: work.service },
  deliveries: (changed, journalId) => [delivery(changed, journalId)],
});

/** What goes along with every order for work: the clause, and what the form said. */
export const common = ({
  performed,
  texts,
}: EffectGround): { clause: string; codes: Readonly<Record<string, unknown>>; particulars: string[] } => ({
  clause: performed.clause,
  codes: performed.form.codes,
  particulars: texts.map(({ id }) => id),
});

const officeOf = ({ row }: EffectGround): string => register.getCity(row.city).office;

/** Goes with everybody who was in the dispute, so that the office knows between whom it decides. */
function escalate(ground: EffectGround): ActEffect {
  const { row, acts, tx, rules } = ground;
  const returns = acts
    .filter(({ procedure, act }) => procedure === 'hand-over' && act === 'return')
    .flatMap(({ detail }) => [detail['byBody'], detail['alternative']]);
  const others = returns.filter((body): body is string => typeof body === 'string');
  // Nobody to choose among but the holder would be no choice: the office may then name any body.
  const candidates = others.length === 0 ? [] : [...new Set([row.holder, ...others])];
  const { codes, ...rest } = common(ground);
  return asked(
    askWork(
      row,
      { ...rest, codes: { ...codes, candidates }, procedure: 'escalation', toBody: officeOf(ground), field: 'act' },
      rules,
      tx.now,
    ),
  );
}

/**
 * The body is released from what it was asked, and knows nothing more of the case, here, at what was asked, and where the case was before. Where it holds the case itself, the
 * office names another: its order is carried out by this service, so that nobody of the body has a hand in it.
 */
async function noteAuthorityStaff(ground: EffectGround): Promise<ActEffect> {
  const { row, works, tx, rules, performed } = ground;
  const suspect = String(performed.form.codes['ofBody']);
  const released = releaseWorks(
    ground,
    works.filter(({ body, final, procedure }) => body === suspect && !final && releasable.includes(procedure)),
  );
  const closed = joined(released, await closedTo(ground, suspect));
  const isAtOffice = works.some(({ procedure, final }) => procedure === 'escalation' && !final);
  if (row.holder !== suspect || isAtOffice) return closed;
  const candidates = bodiesBut(suspect, row.city);
  return joined(
    closed,
    asked(
      askWork(
        row,
        {
          ...common(ground),
          codes: { cause: 'body-recused', ofBody: suspect, candidates },
          procedure: 'escalation',
          toBody: officeOf(ground),
          field: 'act',
        },
        rules,
        tx.now,
      ),
    ),
  );
}

/** Told to whoever works for the case, to services that held it, and to the office, which names that body no more. */
async function closedTo(ground: EffectGround, suspect: string): Promise<ActEffect> {
  const { tx, row, service } = ground;
  const elsewhere = (await servicesThatHadIt(tx, row)).filter((each) => ![service.name, officeService].includes(each.service));
  const told: ActEffect = {
    deliveries: (changed, journalId) =>
      [...elsewhere, { service: officeService, body: null }].map((each) =>
        bodyRecused(changed, journalId, each.service, each.body, suspect),
      ),
  };
  return joined(told, await toldToWorkers(ground, { ofBody: suspect, isHolder: row.holder === suspect }));
}

const bodyRecused = (row: CaseRow, journalId: string, receiver: string, toBody: string | null, body: string): NewDelivery => ({
  id: newId(),
  city: row.city,
  receiver,
  to_body: toBody,
  kind: 'body-recused@1',
  case_id: row.id,
  journal_id: journalId,
  access_id: null,
  particulars: [],
  hand_over_id: null,
  body: { body, epoch: row.epoch, holder: row.holder },
});

function bodyNotOurs({ row, performed }: EffectGround, field: string): string {
  const body = String(performed.form.codes[field]);
  if (body === row.holder) throw new FormRefused('field-value', { field: `form.${field}` });
  return body;
}

/** Days within which an answer may be asked for: whoever waits longer has no question. */
const longestWait = 366;

export function dayAhead({ performed, today }: EffectGround, field: string, atLeast = 1): string {
  const day = String(performed.form.codes[field]);
  const latest = addCalendarDays(today, longestWait);
  if (day < addCalendarDays(today, atLeast) || day > latest)
    throw new FormRefused('field-value', { field: `form.${field}`, after: today, until: latest });
  return day;
}

function proposeConclusion({ row, works, performed, texts, tx }: EffectGround): ActEffect {
  const open = works.filter(({ procedure, final }) => procedure === 'co-handling' && !final);
  /** Known by the version that the case has with it. */
  const proposal = row.version + 1;
  return {
    linkedWork: open.map((work) => ({ ...work, state: 'conclusion-proposed', changed_at: tx.now })),
    detail: { works: open.map(({ id }) => id), proposal },
    deliveries: () =>
      open.map((work) =>
        workChanged(
          work,
          row,
          'propose-conclusion',
          { ...performed.form.codes, proposal },
          texts.map(({ id }) => id),
        ),
      ),
  };
}

/** Says which proposal was signed: the lead may have made another meanwhile. */
function countersign(ground: EffectGround): ActEffect {
  const { proposal } = ground.acts.findLast(({ act }) => act === 'propose-conclusion')?.detail ?? {};
  const signed = proposal === undefined ? {} : { proposal };
  return { ...reportWork(ground, signed), detail: signed };
}

function releaseWork(ground: EffectGround): ActEffect {
  const body = String(ground.performed.form.codes['ofBody']);
  const open = ground.works.filter(({ procedure, final }) => releasable.includes(procedure) && !final);
  const ours = open.filter((work) => work.body === body);
  if (ours.length === 0)
    throw new FormRefused('field-value', { field: 'form.ofBody', allowed: [...new Set(open.map((work) => work.body))] });
  return releaseWorks(ground, ours);
}

/** What ends needs nobody's answer any more. */
export function releaseOpenWork(ground: EffectGround): ActEffect {
  return releaseWorks(
    ground,
    ground.works.filter(({ final }) => !final),
  );
}

export function releaseWorks({ row, tx }: Pick<EffectGround, 'row' | 'tx'>, works: readonly LinkedWorkRow[]): ActEffect {
  if (works.length === 0) return {};
  return {
    linkedWork: works.map((work) => releasedWork(work, tx.now)),
    detail: { released: works.map(({ id }) => id) },
    deliveries: () => works.map((work) => workChanged(work, row, 'release')),
  };
}

/** The holder asks whoever is named at once and by itself, so a body that cannot be asked must be refused here. */
function nameCoHandler(ground: EffectGround): ActEffect {
  const body = String(ground.performed.form.codes['coHandler']);
  const allowed = register.bodies
    .filter(({ id, desk, city }) => desk && city === ground.row.city && id !== ground.row.linked_to?.body)
    .map(({ id }) => id);
  if (!allowed.includes(body)) throw new FormRefused('field-value', { field: 'form.coHandler', allowed });
  return reportWork(ground);
}

/** Offices coordinate; whoever is named investigates at once, at a desk of this city. */
function nameInvestigator(ground: EffectGround): ActEffect {
  const suspectBody = ground.acts.find(({ act }) => act === 'ask')?.detail['suspectBody'];
  const allowed = register.bodies
    .filter(({ id, desk, city }) => desk && city === ground.row.city && !isOffice(id) && id !== suspectBody)
    .map(({ id }) => id);
  if (!allowed.includes(String(ground.performed.form.codes['investigator'])))
    throw new FormRefused('field-value', { field: 'form.investigator', allowed });
  return reportWork(ground);
}

/** Tells the case that asked what was done here, with what was written, sealed for the service that holds it. */
export function reportWork({ row, performed, actor, texts }: EffectGround, more: Readonly<Record<string, unknown>> = {}): ActEffect {
  const asker = row.linked_to;
  if (asker === null) return {};
  return {
    deliveries: (changed, journalId) => [
      {
        id: newId(),
        city: row.city,
        receiver: asker.service,
        to_body: asker.body,
        kind: 'work-reported@1',
        case_id: row.id,
        journal_id: journalId,
        access_id: null,
        particulars: texts.map(({ id }) => id),
        hand_over_id: null,
        body: {
          workId: row.id,
          caseId: asker.caseId,
          version: changed.version,
          act: performed.act,
          from: performed.from,
          to: performed.to,
          clause: performed.clause,
          body: actor.body,
          post: actor.post,
          codes: { ...performed.form.codes, ...more },
        },
      },
    ],
  };
}
