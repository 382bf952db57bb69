import { checkFacts } from './check-facts';
import { decide, type Decision } from './decide';
import type { MatterFacts } from './facts';
import { unconfirmedLabels } from './unconfirmed';

type Change = Readonly<Record<string, unknown>>;
const unit = (kind: MatterFacts['unit']['kind'], affiliation: string | null = null): Change => ({
  unit: { kind, educationSystem: false, affiliation },
});
const decided = (change: Change): Decision =>
  decide(checkFacts({ on: '2026-11-20', fields: ['agriculture'], ...unit('enterprise'), funding: 'none', fundManager: null, ...change }));
const violation = (city: string, change: Change): Decision =>
  decided({
    city,
    receivedBy: city === 'beijing' ? 'bj-ast' : 'sz-ast',
    kind: 'violation',
    suspect: 'person',
    major: false,
    ...change,
  });
const cityPlan = { funding: 'city-plan', fundManager: null, inProject: true };
const fiscal = { funding: 'other-fiscal', fundManager: 'nsfc', inProject: true };

describe('who investigates a violation', () => {
  it.each<[string, string, Change, string | null, string, string[], string[]]>([
    ['a person of a unit: the unit itself', 'beijing', {}, 'unit', 'unit', [], ['unit']],
    ['a unit: its superior', 'beijing', { suspect: 'unit', ...unit('university', 'moe') }, 'moe', 'superior', [], ['superior']],
    [
      'the head of a unit: its superior',
      'shenzhen',
      { suspect: 'unit-head', ...unit('university', 'sz-edu') },
      'sz-edu',
      'superior',
      [],
      ['superior'],
    ],
    [
      'an ethics committee: its superior',
      'beijing',
      { suspect: 'committee', ...unit('medical-institution', 'bj-health') },
      'bj-health',
      'superior',
      [],
      ['superior'],
    ],
    ['a unit without a superior in Beijing', 'beijing', { suspect: 'unit' }, 'bj-stc', 'superior', [], ['superior']],
    ['a unit without a superior in Shenzhen', 'shenzhen', { suspect: 'unit' }, 'gd-dst', 'superior', [], ['superior']],
    ['a person in a city-plan project of Shenzhen', 'shenzhen', cityPlan, 'sz-sti', 'project', ['unit'], ['project', 'unit']],
    [
      'a person in a city-plan project of Beijing whose manager is known',
      'beijing',
      { ...cityPlan, fundManager: 'bj-stc' },
      'bj-stc',
      'project',
      ['unit'],
      ['project', 'unit'],
    ],
    [
      'a person in a city-plan project of Beijing whose manager is not known',
      'beijing',
      cityPlan,
      null,
      'project',
      ['unit'],
      ['project', 'unit'],
    ],
    ['a person in another public project', 'beijing', fiscal, 'nsfc', 'project', ['unit'], ['project', 'unit']],
    ['a person outside the project that pays', 'beijing', { ...fiscal, inProject: false }, 'unit', 'unit', [], ['unit']],
    ['a major one: the supervising body', 'beijing', { major: true }, 'bj-agri', 'sector', ['unit'], ['major', 'unit']],
    ['a major one nobody supervises yet', 'beijing', { major: true, fields: ['food'] }, null, 'sector', ['unit'], ['major', 'unit']],
    [
      'a person without a unit in Beijing, with the supervising body beside',
      'beijing',
      { suspect: 'unaffiliated-person' },
      'bj-stc',
      'local-st',
      ['bj-agri'],
      ['unattached'],
    ],
    ['a person without a unit in Shenzhen', 'shenzhen', unit('none'), 'sz-sti', 'local-st', ['sz-rural'], ['unattached']],
    [
      'a unit in a major project: all, the superior first',
      'shenzhen',
      { suspect: 'unit', major: true, ...fiscal, ...unit('enterprise', 'sz-iit') },
      'sz-iit',
      'superior',
      ['nsfc', 'sz-rural'],
      ['superior', 'project', 'major'],
    ],
  ])('%s', (_what, city, change, lead, mode, coHandlers, hits) => {
    expect(violation(city, change).investigation).toMatchObject({ lead, mode, coHandlers, hits, pending: lead === null ? [hits[0]] : [] });
  });

  it.each(['re-review', 'risk-signal', 'incident', 'inspection', 'enquiry'])('nobody where the matter is a %s', (kind) => {
    expect(
      decided({ city: 'beijing', receivedBy: 'bj-ast', kind, ...(kind === 're-review' ? { listedItem: 1 } : {}) }).investigation,
    ).toBeNull();
  });
});

describe('who organises an expert re-review', () => {
  const reReview = (city: string, listedItem: number, fields: string[]): Decision =>
    decided({
      city,
      receivedBy: city === 'beijing' ? 'bj-ast' : 'sz-ast',
      kind: 're-review',
      listedItem,
      fields,
      ...(fields.includes('ai') ? { aiStage: 'research' } : {}),
    });
  it.each<[string, number, string[], string | null, string[]]>([
    ['beijing', 1, ['agriculture'], 'bj-agri', []],
    ['beijing', 2, ['ai'], 'bj-stc', ['bj-eit']],
    ['beijing', 1, ['food'], null, []],
    ['beijing', 3, ['human-life-medicine'], 'bj-health', []],
    ['beijing', 4, ['human-life-medicine', 'ai'], 'bj-health', []],
    ['beijing', 5, ['ai'], 'bj-stc', ['bj-eit', 'bj-cac']],
    ['beijing', 6, ['ai', 'agriculture'], 'bj-stc', ['bj-eit', 'bj-cac']],
    ['beijing', 7, ['ai'], 'bj-stc', ['bj-eit']],
    ['shenzhen', 1, ['agriculture'], 'gd-dst', []],
    ['shenzhen', 3, ['human-life-medicine'], 'gd-dst', []],
    ['shenzhen', 7, ['ai'], 'gd-dst', []],
  ])('in %s for listed activity %i in %j: %s with %j', (city, item, fields, organiser, others) => {
    expect(reReview(city, item, fields).reReview).toEqual({ organiser, with: others });
  });

  it.each(['violation', 'risk-signal', 'incident', 'inspection', 'enquiry'])('nobody where the matter is a %s', (kind) => {
    expect(
      decided({ city: 'shenzhen', receivedBy: 'sz-ast', kind, ...(kind === 'violation' ? { suspect: 'person', major: false } : {}) })
        .reReview,
    ).toBeNull();
  });
});

describe('what a decision rests on without confirmation', () => {
  const beijing = { city: 'beijing', receivedBy: 'bj-ast', kind: 'enquiry' };
  const shenzhen = { city: 'shenzhen', receivedBy: 'sz-ast', kind: 'enquiry' };
  const review = (listedItem: number, fields: string[]): Change => ({
    kind: 're-review',
    listedItem,
    fields,
    ...(fields.includes('ai') ? { aiStage: 'research' } : {}),
  });
  const against = { kind: 'violation', suspect: 'unit', major: false };
  it.each<[string, Change, string[], Change]>([
    ['U1', { ...beijing, ...against }, ['U1'], { ...beijing, ...against, ...unit('university', 'moe') }],
    ['U8', { ...shenzhen, ...review(1, ['food']) }, ['U8'], { ...shenzhen, fields: ['food'] }],
    ['U9', { ...shenzhen, fields: ['lab-animals'] }, ['U9'], { ...beijing, fields: ['lab-animals'] }],
    ['U10', { ...shenzhen, funding: 'city-plan' }, ['U10'], { ...shenzhen, funding: 'city-plan', fields: ['other'] }],
    [
      'U11',
      { ...beijing, fields: ['ai'], aiStage: 'industry' },
      ['U11'],
      { ...beijing, fields: ['ai', 'lab-animals'], aiStage: 'industry' },
    ],
    ['U12', { ...beijing, ...review(2, ['agriculture']) }, ['U12'], { ...beijing, ...review(4, ['human-life-medicine']) }],
    ['order', { ...beijing, ...against, suspect: 'person', major: true }, ['order'], { ...beijing, ...against, suspect: 'person' }],
  ])('%s is said where it is so, and only there', (_mark, where, marks, elsewhere) => {
    expect([decided(where).unconfirmed, decided(elsewhere).unconfirmed]).toEqual([marks, []]);
  });

  it('is said in one order, each mark with words in both languages', () => {
    const all = decided({
      ...shenzhen,
      ...against,
      major: true,
      fields: ['lab-animals', 'food'],
      funding: 'city-plan',
      inProject: false,
    }).unconfirmed;
    expect(all).toEqual(['U1', 'U9', 'U10', 'order']);
    for (const { zh, en } of Object.values(unconfirmedLabels))
      expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.not.stringMatching(/\p{Script=Han}/u)]);
  });
});
