import { addCalendarDays } from '@lianxi/casework';
import { dayOfTest, dayToCome, healthMatter } from './example-facts';
import { InvestigationDesk } from './investigation-desk';
import { waitFor, type Lianxi } from './lianxi';

type Form = Record<string, unknown>;
const officeDesk = 'bj-joint-office-coordinator';

/** What a body and a unit, the office and a joint investigator write while it is settled who investigates. */
export async function investigateElsewhere(lianxi: Lianxi, words: string): Promise<void> {
  const desk = new InvestigationDesk(() => lianxi, words);
  const [officer, decider, head] = ['bj-health-case-officer', 'bj-health-decider', 'bj-health-head'] as const;
  const ordered = async (change: Form, procedure: string, worker: string): Promise<string> => {
    const matter = await desk.accepted(
      'health',
      'bj-health',
      healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy: 'bj-health', ...change }),
    );
    await desk.does('health', matter, 'order-investigation', decider, { task: words });
    return desk.workOf('health', matter, head, procedure, worker);
  };
  for (const [act, form] of [
    ['accept-unit-report', { reasons: words }],
    ['take-over', { ground: 'not-credible', reasons: words }],
  ] as const) {
    const id = await ordered({}, 'unit-investigation', head);
    await desk.does('investigation', id, 'write-letter', decider, {
      addressee: words,
      purpose: 'investigation',
      periodFrom: 'receipt',
      content: words,
      contactChecked: true,
    });
    await desk.does('investigation', id, 'guide-unit', officer, { guidance: words });
    const report = { outcome: 'minor', effectiveOn: dayOfTest, proof: await desk.paper(id, officer, words), summary: words };
    await desk.does('investigation', id, 'record-unit-report', officer, report);
    await desk.does('investigation', id, 'return-unit-report', decider, { reasons: words });
    await desk.does('investigation', id, 'record-unit-report', officer, report);
    await desk.does('investigation', id, act, decider, form);
  }
  await desk.does(
    'coordination',
    await ordered({ funding: 'city-plan', fundManager: null, inProject: true }, 'find-investigator', officeDesk),
    'name-investigator',
    officeDesk,
    { investigator: 'bj-agri', reasons: words },
  );
  const joint = await ordered(
    { suspect: 'unit-head', funding: 'other-fiscal', fundManager: 'bj-agri', inProject: true },
    'investigation',
    head,
  );
  await desk.planned(joint, 'bj-health');
  await desk.does(
    'investigation',
    await desk.workOf('investigation', joint, head, 'joint-finding', 'bj-agri-reviewer'),
    'give-findings',
    'bj-agri-reviewer',
    { outcome: 'minor', findings: words },
  );
}

/** Two violations: one is investigated until nothing is found, the other until it is decided. */
export async function investigate(lianxi: Lianxi, words: string): Promise<void> {
  const desk = new InvestigationDesk(() => lianxi, words);
  const [officer, reviewer, decider, head] = [
    'bj-health-case-officer',
    'bj-health-reviewer',
    'bj-health-decider',
    'bj-health-head',
  ] as const;
  const ordered = async (): Promise<string> =>
    desk.ordered(
      'health',
      await desk.accepted(
        'health',
        'bj-health',
        healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' }),
      ),
      'bj-health',
      'bj-health',
    );
  const [ended, decided] = [await ordered(), await ordered()];
  const on = async (id: string, ...steps: readonly (readonly [act: string, as: string, form?: Form])[]): Promise<void> => {
    for (const [act, as, form] of steps) await desk.does('investigation', id, act, as, form ?? {});
  };
  await desk.withTeam(ended, 'bj-health');
  await on(
    ended,
    ['propose-plan', officer, { plan: words }],
    ['return-plan', head, { reasons: words }],
    ['propose-plan', officer, { plan: words }],
    ['approve-plan', head],
    ['suspend-investigation', head, { reasons: words }],
    ['resume-investigation', head],
    ['extend-investigation', head, { reasons: words }],
    ['order-urgent-stop', head, { reasons: words }],
    ['order-recusal', head, { post: reviewer, ground: 'other', reasons: words }],
    ['propose-ending', officer, { reasons: words }],
    ['end-without-finding', head, { ground: 'no-fact', reasons: words }],
  );
  await desk.planned(decided, 'bj-health');
  await transferElsewhere(words, desk, decided);
  await desk.lookedInto(decided, 'bj-health');
  const [paper] = (await desk.read('investigation', decided, head))['papers'] as { id: string }[];
  const report = { outcome: 'serious', facts: words, conclusion: words, proposal: words };
  await on(
    decided,
    ...['stop-activity', 'funding-ban'].map(
      (measure) =>
        [
          'propose-measure',
          officer,
          { measure, subject: words, number: 'OWN-EXAMPLE-LAB', ...(measure === 'funding-ban' ? { to: dayToCome } : {}) },
        ] as const,
    ),
    ['take-in-evidence', officer, { evidence: paper?.id, source: 'unit', borrowed: false, description: words }],
    ['draft-report', officer, report],
    ['return-to-investigation', head, { reasons: words }],
    ['draft-report', officer, report],
    ['sign-report', officer],
    ['sign-report', 'bj-health-intake-officer'],
    ['give-notice', decider, { outcome: 'serious', grounds: words, rights: words }],
    ['record-notice-served', officer, { effectiveOn: dayOfTest, proof: paper?.id }],
    ['record-statement', officer, { said: 'defence', content: words }],
    ['request-hearing', officer, { request: words }],
    [
      'give-hearing-notice',
      officer,
      { hearingOn: dayOfTest, place: words, effectiveOn: addCalendarDays(dayOfTest, -20), proof: paper?.id },
    ],
    ['hold-hearing', reviewer, { heldOn: dayOfTest, record: paper?.id }],
    ['close-statements', officer],
    ['propose-decision', officer, desk.proposal('serious')],
    ['check-legally', head, { result: 'passed', opinion: words }],
    ['review-decision', reviewer, { opinion: words }],
    ['send-back-decision', decider, { reasons: words }],
    ['propose-decision', officer, desk.proposal('serious')],
    ['check-legally', head, { result: 'passed', opinion: words }],
    ['review-decision', reviewer, { opinion: words }],
    ['decide', decider],
    ['record-service', officer, { effectiveOn: dayOfTest, proof: paper?.id }],
  );
  await carryOut(lianxi, words, desk, decided);
  await appeal(lianxi, words, desk, decided, String(paper?.id));
}

/** What another organ must judge: declined by the head, not taken up, and a suspected crime until its result. */
async function transferElsewhere(words: string, desk: InvestigationDesk, investigation: string): Promise<void> {
  const [at, officer, reviewer, decider, head] = [
    'investigation',
    'bj-health-case-officer',
    'bj-health-reviewer',
    'bj-health-decider',
    'bj-health-head',
  ] as const;
  const begun = async (kind: string): Promise<string> => {
    await desk.does(at, investigation, 'begin-transfer', officer, { kind, organ: words, reasons: words });
    const id = await desk.workOf(at, investigation, head, 'transfer-out', head);
    await desk.does(at, id, 'report-transfer', officer, { report: words });
    return id;
  };
  const sent = async (id: string, enclosed: Form = {}): Promise<Form> => {
    await desk.does(at, id, 'approve-transfer', head);
    await desk.does(at, id, 'write-letter', decider, { addressee: words, purpose: 'transfer', periodFrom: 'receipt', content: words });
    await desk.does(at, await desk.workOf(at, id, head, 'letter', head), 'dispatch', officer, { method: 'fax' });
    await waitFor('the letter is on its way', async () => (await desk.worksOf(at, id, head)).some(({ state }) => state === 'dispatched'));
    await desk.does(at, id, 'dispatch-transfer', officer, enclosed);
    const shown = { effectiveOn: dayOfTest, proof: await desk.paper(id, officer, words) };
    await desk.does(at, id, 'record-return-slip', officer, shown);
    await desk.does(at, id, 'record-non-acceptance', officer, { cause: 'incomplete', ...shown });
    return shown;
  };
  await desk.does(at, await begun('supervisory-organ'), 'decline-transfer', head, { reasons: words });
  const left = await begun('party-discipline');
  await sent(left);
  await desk.does(at, left, 'end-transfer', head, { reasons: words });
  await desk.does(at, investigation, 'note-suspected-crime', officer, { reasons: words });
  const crime = await begun('suspected-crime');
  await desk.does(at, crime, 'join-report', reviewer, { report: words });
  const shown = await sent(crime, { reportEnclosed: true, listEnclosed: true });
  await desk.does(at, crime, 'object-to-refusal', head, { reasons: words });
  await desk.does(at, crime, 'record-acceptance', officer, shown);
  await desk.does(at, crime, 'record-result', officer, { result: words, ...shown });
  await waitFor('all transfers have ended', async () => (await desk.worksOf(at, investigation, head)).every(({ final }) => final));
}

/** What the decision orders is carried out by another body, or rests. */
async function carryOut(lianxi: Lianxi, words: string, desk: InvestigationDesk, investigation: string): Promise<void> {
  const served = (
    (await desk.read('investigation', investigation, 'bj-health-head'))['timeline'] as {
      act: string;
      detail: { measures?: { case: string }[] };
    }[]
  ).find(({ act }) => act === 'record-service');
  const [stop = '', ban = ''] = served?.detail.measures?.map((measure) => measure.case) ?? [];
  for (const act of ['suspend-measure', 'resume-measure'])
    await desk.does('investigation', ban, act, 'bj-health-decider', { reasons: words });
  await desk.does('investigation', stop, 'order-body', 'bj-health-decider', { toBody: 'bj-agri', task: words });
  const order = await desk.workOf('investigation', stop, 'bj-health-head', 'measure-order', 'bj-agri-head');
  await lianxi.addPaper('agriculture', order, 'bj-agri-case-officer', { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7 a') });
  const [proof] = (await desk.read('agriculture', order, 'bj-agri-head'))['papers'] as { id: string }[];
  await desk.does('agriculture', order, 'report-carried-out', 'bj-agri-decider', {
    report: words,
    effectiveOn: dayOfTest,
    proof: proof?.id,
  });
}

/** The decision is made public and withdrawn again; a second time it is not made public at all. */
async function publish(words: string, desk: InvestigationDesk, investigation: string): Promise<void> {
  const [officer, reviewer, decider] = ['bj-health-case-officer', 'bj-health-reviewer', 'bj-health-decider'] as const;
  const begun = async (): Promise<string> => {
    await desk.does('investigation', investigation, 'begin-publication', officer, { kind: 'decision' });
    return desk.workOf('investigation', investigation, decider, 'publication', decider);
  };
  const draft = { title: words, summary: words };
  const first = await begun();
  for (const [act, as, form] of [
    ['draft-publication', officer, draft],
    ['return-publication', reviewer, { reasons: words }],
    ['draft-publication', officer, draft],
    ['check-publication', reviewer, { anonymous: true }],
    ['publish', decider, {}],
    ['withdraw-publication', decider, { ground: 'error', reasons: words }],
  ] as const)
    await desk.does('investigation', first, act, as, form);
  await waitFor('it is withdrawn', async () =>
    (await desk.worksOf('investigation', investigation, decider)).some(({ id, state }) => id === first && state === 'lifted'),
  );
  await desk.does('investigation', await begun(), 'leave-unpublished', decider, { reasons: words });
}

/** A re-check that is declined by somebody who took no part, and a final review. */
async function appeal(lianxi: Lianxi, words: string, desk: InvestigationDesk, investigation: string, proof: string): Promise<void> {
  const apart = 'bj-health-apart';
  expect(
    (
      await lianxi.request('coordination', 'POST', '/v1/posts', {
        as: 'bj-joint-office-security-administrator',
        body: { id: apart, body: 'bj-health', role: 'decider', subject: apart, validFrom: '2024-01-01' },
      })
    ).status,
  ).toBe(200);
  const request = { by: 'sanctioned-party', grounds: words, effectiveOn: dayOfTest, proof };
  await desk.does('investigation', investigation, 'request-recheck', 'bj-health-case-officer', request);
  const recheck = await desk.workOf('investigation', investigation, 'bj-health-head', 'recheck', 'bj-health-head');
  await waitFor('the post is known', async () => (await lianxi.get('investigation', `/v1/cases/${recheck}`, apart)).status === 200);
  await desk.does('investigation', recheck, 'decline-appeal', apart, { ground: 'late', reasons: words });
  await waitFor('it is declined', async () => (await desk.worksOf('investigation', investigation, 'bj-health-head'))[0]?.final === true);
  await publish(words, desk, investigation);
  await desk.does('investigation', investigation, 'request-final-review', 'bj-health-case-officer', { toBody: 'bj-agri', ...request });
  const review = await desk.workOf('investigation', investigation, 'bj-health-head', 'final-review', 'bj-agri-head');
  for (const [act, as, form] of [
    ['accept-appeal', 'decider', {}],
    ['propose-result', 'case-officer', { result: 'upheld', reasons: words }],
    ['return-result', 'decider', { reasons: words }],
  ] as const)
    await desk.does('investigation', review, act, `bj-agri-${as}`, form);
}
