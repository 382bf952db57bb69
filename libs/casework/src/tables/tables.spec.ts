import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { procedurePage } from '../diagram/procedure-page';
import { ActRefused, FormRefused } from '../errors/domain-error';
import { checkProcedure } from '../procedure/check-procedure';
import { actsAllowed, perform, type Performed } from '../procedure/engine';
import {
  roles,
  type ActRow,
  type Form,
  type GuardFacts,
  type Part,
  type PastAct,
  type Procedure,
  type Standing,
  type Subject,
} from '../procedure/procedure';
import { mostAdditions } from './reporter-guards';
import { matter } from './matter';
import { procedures } from './procedures';

const facts: GuardFacts = {
  unknownFacts: [],
  openOffer: false,
  supplementAsked: false,
  number: '京科伦〔2026〕1号',
  holder: 'bj-a',
  jointBodies: [],
  recused: [],
  hostIsCandidate: false,
  officeHost: 'bj-h',
  viewsMissing: [],
  viewsHeard: [],
  returnedBy: [],
  works: [],
  designated: false,
  papers: ['01980000-0000-7000-8000-000000000001'],
  today: '2026-11-02',
};
const parts: readonly Part[] = ['holder', 'co-handler', 'former-lead', 'addressee', 'origin', 'office', 'reporter'];
const past = [
  { act: 'propose-void', post: 'p', person: 'somebody', body: 'bj-a', detail: {} },
  { act: 'request-reopen', post: 'p', person: 'somebody', body: 'bj-a', detail: {} },
];
const subjectIn = (state: string, change: Partial<GuardFacts> = {}, interim = false): Subject => ({
  state,
  resumesIn: 'registered',
  interim,
  past,
  facts: { ...facts, ...change },
});
const done = (act: string, person = 'somebody', more: Partial<PastAct> = {}): PastAct => ({
  act,
  post: 'p',
  person,
  body: 'bj-a',
  detail: {},
  ...more,
});

/** A subject of which everything holds that the act's guards ask for. */
const readyFor = (row: ActRow, state: string, change: Partial<GuardFacts> = {}, interim = false): Subject => {
  const happened = [
    ...(row.guards?.includes('on-hold') ? ['place-hold', 'propose-lift-hold'] : []),
    ...(row.guards?.includes('erasure-proposed') ? ['propose-erasure'] : []),
    ...(row.guards?.includes('question-open') ? ['ask-reporter'] : []),
    ...(row.guards?.includes('summary-written') ? ['write-summary'] : []),
  ];
  return {
    ...subjectIn(state, { ...needed(row), ...change }, interim),
    past: [...past, ...actsBehind(row), ...happened.map((act) => done(act))],
  };
};

/** Acts that must lie behind an investigation for a guard to let an act pass. */
const behind: Readonly<Record<string, readonly PastAct[]>> = {
  ...Object.fromEntries(
    ['is-named-member', 'is-member', 'team-complete', 'interests-declared'].map((guard) => [
      guard,
      ['me', 'colleague'].flatMap((person) => [
        done('add-member', 'boss', { detail: { member: person, post: person === 'me' ? 'post-1' : 'bj-a-officer' } }),
        done('declare-no-interest', person),
      ]),
    ]),
  ),
  'enclosures-waiting': [
    done('ask', 'somebody', { detail: { side: 'accused' } }),
    done('add-paper', 'somebody', { detail: { papers: [{ id: '01980000-0000-7000-8000-000000000001', kind: 'enclosure' }] } }),
  ],
  'refusal-final': [done('end-objection-window')],
  'audit-lift-proposed': [done('propose-lift-audit-hold')],
  'dispute-open': [done('open-dispute')],
  'ending-proposed': [done('propose-ending')],
  'measure-proposed': [done('propose-measure')],
  'change-proposed': [done('propose-change')],
  'evidence-kept': [done('take-in-evidence', 'somebody', { detail: { evidence: '01980000-0000-7000-8000-000000000001', borrowed: true } })],
  'experts-enough': ['a', 'b', 'c', 'd', 'e'].map((expert) => done('name-expert', expert)),
  'administrative-part-done': [done('record-administrative-part')],
  'assessment-done': [done('record-assessment')],
  'subject-heard': [done('record-interview', 'somebody', { detail: { spokeWith: 'subject' } })],
  'last-to-sign': [done('draft-report'), done('sign-report', 'colleague')],
  'statements-heard': [done('give-notice'), done('record-statement')],
  'hearing-asked': [done('give-notice'), done('request-hearing')],
  'hearing-noticed': [done('give-hearing-notice', 'somebody', { detail: { hearingOn: '2026-11-02' } })],
  'appeal-succeeded': [done('decide-result', 'somebody', { detail: { result: 'changed' } })],
  'may-be-public': [done('end-recheck-window')],
  'of-suspected-crime': [done('ask', 'somebody', { detail: { kind: 'suspected-crime' } })],
  'legally-checked': [done('propose-decision', 'somebody', { detail: { legalCheck: 'none' } })],
};
const actsBehind = (row: ActRow): PastAct[] =>
  [...new Set((row.guards ?? []).flatMap((guard) => behind[guard] ?? []))].filter(
    (act, place, all) => place === all.findIndex((each) => JSON.stringify(each) === JSON.stringify(act)),
  );
const standing = (role: string, has: readonly Part[]): Standing => ({
  actor: { person: 'me', post: 'post-1', body: 'bj-a', role, city: 'beijing', bodies: ['bj-a'] },
  parts: has,
});

/** A form with everything the act asks for. */
const formFor = (row: ActRow): Form =>
  Object.fromEntries(
    (row.form ?? []).map((field) => {
      const values = {
        code: field.options?.[0]?.code,
        body: 'bj-b',
        post: 'bj-a-officer',
        day: field.name === 'hearingOn' ? '2026-12-01' : '2026-11-02',
        text: '说明',
        unit: 'OWN-EXAMPLE',
        facts: {},
        'yes-no': true,
        paper: '01980000-0000-7000-8000-000000000001',
        case: '01980000-0000-7000-8000-000000000002',
        amount: '100.00',
        count: '3',
        identity: 'OWN-EXAMPLE',
      } as const;
      return [field.name, values[field.type]];
    }),
  );

/** What the guards of an act want to be true, where it is not so by itself. */
const needed = (row: ActRow): Partial<GuardFacts> => ({
  ...(row.guards?.includes('open-offer') ? { openOffer: true } : {}),
  ...(row.guards?.includes('is-joint') ? { jointBodies: ['bj-a'] } : {}),
  ...(row.guards?.some((guard) => ['co-handling-open', 'work-open'].includes(guard))
    ? { works: [{ procedure: 'co-handling', body: 'bj-c', state: 'opined', final: false }] }
    : {}),
  ...(row.guards?.some((guard) => ['transfer-letter-sent', 'review-letter-sent'].includes(guard))
    ? { works: [{ procedure: 'letter', body: 'bj-a', state: 'dispatched', final: false }] }
    : {}),
  ...(row.guards?.includes('was-returned') ? { returnedBy: ['bj-c'] } : {}),
  ...(row.guards?.includes('was-designated') ? { designated: true } : {}),
  ...(row.guards?.includes('answer-overdue') ? { overdue: ['letter-answer'] } : {}),
  ...(row.guards?.includes('investigator-decided') ? { investigation: { lead: 'bj-b', mode: 'superior' } } : {}),
  ...(row.guards?.includes('recheck-answered') ? { works: [{ procedure: 'recheck', body: 'bj-a', state: 'completed', final: true }] } : {}),
  ...(row.guards?.includes('recovers-money') ? { measure: { code: 'recover-funds', left: '100.00' } } : {}),
  ...(row.guards?.includes('is-sealed') ? { sealed: true } : {}),
  ...(row.guards?.includes('retention-ended') ? { keptUntil: '2026-11-01' } : {}),
});

/** What came of it in one word, or what was thrown that is no refusal. */
function outcomeOf(asked: () => Performed): string {
  try {
    const { act, from, clause } = asked();
    return `${act} from ${from} on ${clause}`;
  } catch (error) {
    return error instanceof ActRefused ? 'refused' : String(error);
  }
}

const rows = procedures.flatMap((procedure) =>
  procedure.acts.filter(({ byCourier }) => !byCourier).map((row) => [`${procedure.id}: ${row.act}`, procedure, row] as const),
);

describe('every act of every table', () => {
  it.each(rows)('%s is done by the posts and parts it names, from the states it names, and by no other', (_name, procedure, row) => {
    const form = formFor(row);
    const wrong: string[] = [];
    for (const state of Object.keys(procedure.states)) {
      const subject = readyFor(row, state);
      const rowsHere = procedure.acts.filter((each) => each.act === row.act && each.from.includes(state));
      for (const role of roles)
        for (const part of parts) {
          const may = rowsHere.some((each) => (each.byReporter === true || each.roles.includes(role)) && each.parts.includes(part));
          const is = outcomeOf(() => perform(procedure, subject, standing(role, [part]), row.act, form));
          if (is !== (may ? `${row.act} from ${state} on ${row.clause}` : 'refused')) wrong.push(`${role} as ${part} in ${state}: ${is}`);
        }
    }
    expect(wrong).toEqual([]);
  });

  it.each(rows)('%s is refused to a person who is recused, whatever the post', (_name, procedure, row) => {
    const asked = (): unknown =>
      perform(
        procedure,
        readyFor(row, row.from[0] ?? '', { recused: ['me'] }),
        standing(row.roles[0] ?? '', row.parts),
        row.act,
        formFor(row),
      );
    expect(asked).toThrow(expect.objectContaining({ code: 'recused' }) as Error);
  });

  it.each(rows.filter(([, , row]) => row.form?.some(({ required }) => required)))(
    '%s is refused without what its form requires',
    (_name, procedure, row) => {
      expect(() => perform(procedure, readyFor(row, row.from[0] ?? ''), standing(row.roles[0] ?? '', row.parts), row.act, {})).toThrow(
        FormRefused,
      );
    },
  );

  it.each(rows.filter(([, , row]) => row.form?.some(({ type }) => type === 'text')))(
    '%s keeps what is written freely apart from what the record may hold',
    (_name, procedure, row) => {
      const { codes, texts } = perform(
        procedure,
        readyFor(row, row.from[0] ?? ''),
        standing(row.roles[0] ?? '', row.parts),
        row.act,
        formFor(row),
      ).form;
      const free = (row.form ?? []).filter(({ type }) => type === 'text').map(({ name }) => name);
      expect(Object.keys(texts).sort()).toEqual([...free].sort());
      expect(Object.keys(codes).filter((name) => free.includes(name))).toEqual([]);
    },
  );

  it.each(rows.filter(([, procedure, row]) => procedure.id === 'matter' && !row.interim))(
    '%s is refused to an interim holder',
    (_name, procedure, row) => {
      expect(() =>
        perform(procedure, readyFor(row, row.from[0] ?? '', {}, true), standing(row.roles[0] ?? '', row.parts), row.act, formFor(row)),
      ).toThrow(expect.objectContaining({ code: 'interim-holder' }) as Error);
    },
  );

  it('an interim holder may register, ask for a supplement, secure evidence, stop what is urgent, complete facts, keep from erasure and hand over', () => {
    expect(
      matter.acts
        .filter(({ interim }) => interim)
        .map(({ act }) => act)
        .sort(),
    ).toEqual([
      'add-paper',
      'add-report-file',
      'add-to-report',
      'answer-question',
      'ask-reporter',
      'correct-facts',
      'declare-recusal',
      'lift-hold',
      'note-authority-staff',
      'object-to-declining',
      'offer-transfer',
      'order-recusal',
      'order-urgent-stop',
      'place-hold',
      'propose-lift-hold',
      'recall-offer',
      'receive-supplement',
      'register',
      'request-supplement',
      'secure-evidence',
    ]);
  });
});

describe('what is offered and what is accepted', () => {
  it('are the same: a listed act is performed with a full form, an unlisted one is refused', () => {
    const anySubject = fc.record({
      state: fc.constantFrom(...Object.keys(matter.states)),
      interim: fc.boolean(),
      openOffer: fc.boolean(),
      supplementAsked: fc.boolean(),
      number: fc.constantFrom(null, 'n'),
      unknownFacts: fc.constantFrom([], ['major']),
      jointBodies: fc.constantFrom([], ['bj-a', 'bj-b'], ['bj-b']),
      recused: fc.constantFrom([], ['me']),
      role: fc.constantFrom(...roles),
      part: fc.constantFrom(...parts),
      act: fc.constantFrom(...matter.acts),
      proposed: fc.boolean(),
    });
    fc.assert(
      fc.property(anySubject, ({ state, interim, role, part, act, proposed, ...guard }) => {
        const subject: Subject = { ...subjectIn(state, guard, interim), past: proposed ? past : [] };
        const isListed = actsAllowed(matter, subject, standing(role, [part])).some((row) => row.act === act.act);
        const perform_ = (): unknown => perform(matter, subject, standing(role, [part]), act.act, formFor(act));
        if (isListed) expect(perform_()).toMatchObject({ act: act.act });
        else expect(perform_).toThrow(ActRefused);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('guards', () => {
  const asks: [string, string, Partial<GuardFacts>, Form, string][] = [
    ['accept', 'screened', { unknownFacts: ['major'] }, {}, 'facts-unknown'],
    ['accept', 'screened', { number: null }, {}, 'number-not-drawn'],
    ['request-supplement', 'registered', { supplementAsked: true }, { missing: 'x' }, 'supplement-asked-before'],
    ['offer-transfer', 'handling', { openOffer: true }, { toBody: 'bj-b', reason: 'agreed' }, 'offer-open'],
    ['offer-transfer', 'handling', {}, { toBody: 'bj-a', reason: 'agreed' }, 'target-is-holder'],
    ['offer-transfer', 'handling', { returnedBy: ['bj-b'] }, { toBody: 'bj-b', reason: 'agreed' }, 'second-return-goes-to-office'],
    ['recall-offer', 'handling', {}, {}, 'no-offer-open'],
    ['conclude', 'handling', { jointBodies: ['bj-a', 'bj-b'] }, { outcome: 'answered', summary: 'x' }, 'joint-agreement-missing'],
    ['agree-jointly', 'handling', {}, {}, 'not-jointly-responsible'],
    ['compile-dossier', 'archived', { sealed: true }, {}, 'sealed-off'],
    ['register', 'received', {}, { effectiveOn: '2026-11-03' }, 'effect-in-future'],
    ['register', 'received', {}, { effectiveOn: '2026-10-30' }, 'proof-missing'],
    ['register', 'received', {}, { effectiveOn: '2026-10-30', proof: '01980000-0000-7000-8000-000000000002' }, 'proof-missing'],
  ];
  it.each(asks)('%s from %s with %j and %j is refused: %s', (act, state, change, form, code) => {
    expect(() => perform(matter, subjectIn(state, change), standing('head', ['holder']), act, form)).toThrow(
      expect.objectContaining({ code }) as Error,
    );
  });

  it('an act that took effect on a past day is recorded where a paper on the case proves it', () => {
    const form = { effectiveOn: '2026-10-30', proof: facts.papers[0] };
    expect(perform(matter, subjectIn('received'), standing('head', ['holder']), 'register', form)).toMatchObject({ form: { codes: form } });
  });

  it.each([
    ['confirm-void', 'registered'],
    ['approve-reopen', 'concluded'],
  ])('%s needs another person than the one who asked', (act, state) => {
    const proposer = act === 'confirm-void' ? 'propose-void' : 'request-reopen';
    const bySelf: Subject = { ...subjectIn(state), past: [{ act: proposer, post: 'p', person: 'me', body: 'bj-a', detail: {} }] };
    expect(() => perform(matter, bySelf, standing('head', ['holder']), act, {})).toThrow(
      expect.objectContaining({ code: 'same-person' }) as Error,
    );
    expect(() => perform(matter, { ...bySelf, past: [] }, standing('head', ['holder']), act, {})).toThrow(ActRefused);
    expect(perform(matter, subjectIn(state), standing('head', ['holder']), act, {})).toMatchObject({ act });
  });

  describe('of an erasure', () => {
    const head = standing('head', ['holder']);
    const erase = (acts: readonly PastAct[], change: Partial<GuardFacts> = {}, who: Standing = head): unknown =>
      perform(matter, { ...subjectIn('archived', { keptUntil: '2026-11-01', ...change }), past: acts }, who, 'confirm-erasure', {});
    const actingFor = (forPost: string, forPerson: string): Standing => ({ ...head, actor: { ...head.actor, forPost, forPerson } });

    it('let it be done by another person, once what was proposed stands and the time has passed', () => {
      expect(erase([done('propose-erasure')])).toMatchObject({ effect: 'erase', to: 'archived' });
      expect(erase([done('place-hold'), done('lift-hold'), done('propose-erasure')])).toMatchObject({ effect: 'erase' });
    });

    it.each<[string, readonly PastAct[], Partial<GuardFacts>, Standing, string]>([
      ['on the last day it is kept', [done('propose-erasure')], { keptUntil: '2026-11-02' }, head, 'retention-runs'],
      ['of what is kept for ever', [done('propose-erasure')], { keptUntil: null }, head, 'retention-runs'],
      ['that nobody proposed', [], {}, head, 'not-proposed'],
      ['whose class was changed since', [done('propose-erasure'), done('set-retention')], {}, head, 'not-proposed'],
      ['under hold', [done('propose-erasure'), done('place-hold')], {}, head, 'on-hold'],
      [
        'under a hold of the auditors, whatever the holder lifts',
        [done('propose-erasure'), done('keep-for-audit'), done('place-hold'), done('lift-hold')],
        {},
        head,
        'on-hold',
      ],
      [
        'proposed before a hold of the auditors that was lifted',
        [done('propose-erasure'), done('keep-for-audit'), done('end-keep-for-audit')],
        {},
        head,
        'not-proposed',
      ],
      [
        'proposed before a hold that was lifted',
        [done('propose-erasure'), done('place-hold'), done('lift-hold')],
        {},
        head,
        'not-proposed',
      ],
      ['a second time', [done('propose-erasure'), done('confirm-erasure')], {}, head, 'erased'],
      ['by who proposed it', [done('propose-erasure', 'me')], {}, head, 'same-person'],
      ['by who proposed it in another post', [done('propose-erasure', 'me', { post: 'post-2' })], {}, head, 'same-person'],
      ['by who stands in for the proposer', [done('propose-erasure', 'boss')], {}, actingFor('post-9', 'boss'), 'same-person'],
      [
        'by the holder of the post it was proposed for',
        [done('propose-erasure', 'deputy', { forPost: 'post-1' })],
        {},
        head,
        'same-person',
      ],
      [
        'by a second deputy of the same post',
        [done('propose-erasure', 'deputy', { forPost: 'post-9' })],
        {},
        actingFor('post-9', 'boss'),
        'same-person',
      ],
    ])('refuse one %s', (_name, acts, change, who, code) => {
      expect(() => erase(acts, change, who)).toThrow(expect.objectContaining({ code }) as Error);
    });

    it("let a hold be lifted by two people only, and a second hold undo the first one's proposal", () => {
      const lift = (acts: readonly PastAct[]): unknown => perform(matter, { ...subjectIn('handling'), past: acts }, head, 'lift-hold', {});
      expect(lift([done('place-hold', 'me'), done('propose-lift-hold')])).toMatchObject({ act: 'lift-hold' });
      expect(() => lift([done('place-hold'), done('propose-lift-hold', 'me')])).toThrow(
        expect.objectContaining({ code: 'same-person' }) as Error,
      );
      expect(() => lift([done('place-hold'), done('propose-lift-hold'), done('place-hold')])).toThrow(
        expect.objectContaining({ code: 'not-proposed' }) as Error,
      );
      expect(() => lift([done('keep-for-audit'), done('propose-lift-hold')])).toThrow(
        expect.objectContaining({ code: 'not-on-hold' }) as Error,
      );
      expect(() => lift([])).toThrow(expect.objectContaining({ code: 'not-on-hold' }) as Error);
    });

    it('let nothing be opened again whose papers are gone', () => {
      const erased = [done('confirm-erasure'), done('request-reopen')];
      expect(() => perform(matter, { ...subjectIn('archived'), past: erased }, head, 'approve-reopen', {})).toThrow(
        expect.objectContaining({ code: 'erased' }) as Error,
      );
      expect(() => perform(matter, { ...subjectIn('merged'), past: erased }, head, 'unmerge', { reasons: 'x' })).toThrow(
        expect.objectContaining({ code: 'erased' }) as Error,
      );
    });
  });

  describe('of what a reporter may do', () => {
    const reporter = standing('', ['reporter']);
    const may = (act: string, acts: readonly PastAct[], state = 'handling'): unknown =>
      perform(matter, { ...subjectIn(state), past: acts }, reporter, act, formFor(matter.acts.find((row) => row.act === act) as ActRow));
    const added = (times: number): PastAct[] =>
      Array.from({ length: times }, (_, place) => done(place % 2 === 0 ? 'add-to-report' : 'add-report-file'));

    it('let one answer answer all that was asked, and no answer come unasked', () => {
      expect(may('answer-question', [done('ask-reporter'), done('ask-reporter')])).toMatchObject({ to: 'handling' });
      for (const acts of [[], [done('ask-reporter'), done('answer-question')]])
        expect(() => may('answer-question', acts)).toThrow(expect.objectContaining({ code: 'nothing-asked-of-reporter' }) as Error);
    });

    it('let something be added so often and no more, and an answer all the same', () => {
      for (const act of ['add-to-report', 'add-report-file']) {
        expect(may(act, added(mostAdditions - 1))).toMatchObject({ act });
        expect(() => may(act, added(mostAdditions))).toThrow(expect.objectContaining({ code: 'added-enough' }) as Error);
      }
      expect(may('answer-question', [...added(mostAdditions), done('ask-reporter')])).toMatchObject({ act: 'answer-question' });
    });

    it.each(['concluded', 'declined', 'archived', 'merged'])('let nothing be written on what is %s', (state) => {
      for (const act of ['answer-question', 'add-to-report', 'add-report-file'])
        expect(() => may(act, [done('ask-reporter')], state)).toThrow(expect.objectContaining({ code: 'wrong-state' }) as Error);
    });

    it('let the accused side be written to once another person approved what it may be told, and again after it was changed', () => {
      const write = (side: string, acts: readonly PastAct[]): unknown =>
        perform(matter, { ...subjectIn('handling'), past: acts }, standing('head', ['holder']), 'write-letter', {
          purpose: 'enquiry',
          periodFrom: 'receipt',
          content: 'x',
          side,
        });
      const approved = [done('write-summary'), done('approve-summary')];
      expect(write('accused', approved)).toMatchObject({ act: 'write-letter' });
      expect(write('other', [])).toMatchObject({ act: 'write-letter' });
      for (const acts of [[], [done('write-summary')], [...approved, done('write-summary')]])
        expect(() => write('accused', acts)).toThrow(expect.objectContaining({ code: 'summary-missing' }) as Error);
    });

    it('let a reporter do nothing else', () => {
      const others = matter.acts.filter(({ byReporter, byCourier }) => byReporter !== true && byCourier !== true);
      for (const row of others)
        expect(() => perform(matter, readyFor(row, row.from[0] ?? ''), reporter, row.act, formFor(row))).toThrow(
          expect.objectContaining({ code: 'wrong-part' }) as Error,
        );
    });
  });

  it('where the host of the office is a candidate, the others are heard first and nobody with a post there signs', () => {
    const designation = procedures.find(({ id }) => id === 'designation') as Procedure;
    const sign = (change: Partial<GuardFacts>, bodies: string[]): unknown =>
      perform(
        designation,
        subjectIn('requested', { hostIsCandidate: true, ...change }),
        { actor: { person: 'me', post: 'p', body: 'office', role: 'head', city: 'beijing', bodies }, parts: ['office'] },
        'designate',
        { lead: 'bj-b', reasons: 'x' },
      );
    expect(() => sign({ viewsMissing: ['bj-b'] }, ['office'])).toThrow(expect.objectContaining({ code: 'views-missing' }) as Error);
    expect(() => sign({}, ['office', 'bj-h'])).toThrow(expect.objectContaining({ code: 'signatory-of-host' }) as Error);
    expect(sign({}, ['office'])).toMatchObject({ to: 'ordered' });
    expect(sign({ hostIsCandidate: false }, ['office', 'bj-h'])).toMatchObject({ to: 'ordered' });
  });
});

describe('a table that contradicts itself is not loaded', () => {
  const change =
    (patch: Partial<Procedure>): (() => unknown) =>
    () =>
      checkProcedure({ ...matter, ...patch });
  const withAct = (patch: Partial<ActRow>): (() => unknown) =>
    change({ acts: matter.acts.map((row) => (row.act === 'screen' ? { ...row, ...patch } : row)) });
  it.each([
    [
      'a state nobody reaches',
      change({ states: { ...matter.states, lonely: { label: { zh: '', en: '' }, owner: 'holder', final: true } } }),
      'state-unreachable',
    ],
    [
      'a state without a way out',
      change({ acts: matter.acts.filter(({ act }) => !['resume', 'confirm-void', 'merge'].includes(act)) }),
      'state-without-exit',
    ],
    ['an act to a state that does not exist', withAct({ to: 'nowhere' }), 'state-unknown'],
    ['an act without a known clause', withAct({ clause: 'none' }), 'clause-unknown'],
    ['an act with an unknown guard', withAct({ guards: ['none'] }), 'guard-unknown'],
    ['an act with an unknown clock', withAct({ clocks: [{ do: 'start', clock: 'none' }] }), 'clock-unknown'],
    ['an act nobody may do', withAct({ roles: [] }), 'act-without-owner'],
    [
      'a state with an unknown clock',
      change({ states: { ...matter.states, received: { ...matter.states['received']!, clock: 'none' } } }),
      'clock-unknown',
    ],
  ])('%s', (_name, load, code) => {
    expect(load).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('the drawn procedures', () => {
  it.each(procedures.map((procedure) => [procedure.id, procedure] as const))(
    'docs/procedures/%s.md is what the table says (npm run procedures:draw)',
    (id, procedure) => {
      const file = join(__dirname, '../../../../docs/procedures', `${id}.md`);
      expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(procedurePage(procedure));
    },
  );
});
