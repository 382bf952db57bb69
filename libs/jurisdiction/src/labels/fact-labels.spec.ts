import { aiStages, conditionalFacts, fields, fundings, kinds, suspects, unitKinds, unknowable } from '../decision/facts';
import { register } from '../register/register';
import { factLabels, statusLabels, unknownLabel, type FactLabel } from './fact-labels';

const labels: Readonly<Record<string, FactLabel>> = factLabels;
const yesNo = ['true', 'false'];
const codes: Readonly<Record<string, readonly string[]>> = {
  city: register.cities.map(({ id }) => id),
  kind: kinds,
  fields,
  aiStage: aiStages,
  'unit.kind': unitKinds,
  'unit.educationSystem': yesNo,
  funding: fundings,
  inProject: yesNo,
  suspect: suspects,
  major: yesNo,
  listedItem: ['1', '2', '3', '4', '5', '6', '7'],
};

describe('the words for facts', () => {
  it.each(Object.entries(codes))('of %s name every code, and none that is not taken', (fact, taken) => {
    expect(Object.keys(labels[fact]?.codes ?? {}).sort()).toEqual([...taken].sort());
  });

  it('are there for every fact that may be asked or left unknown', () => {
    const asked = conditionalFacts({ kind: 'violation', fields: ['ai'], funding: 'city-plan' });
    expect([...asked, ...unknowable, 'on', 'receivedBy'].filter((fact) => labels[fact] === undefined)).toEqual([]);
  });

  it('are Chinese in Chinese and English in English, as are those of bodies, services and outcomes', () => {
    const all = [
      ...Object.values(labels).flatMap(({ label, codes: each }) => [label, ...Object.values(each)]),
      unknownLabel,
      ...Object.values(statusLabels),
      ...register.bodies.map(({ names }) => names),
      ...register.services.map(({ names }) => names),
    ];
    expect(all.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en) || en === '')).toEqual([]);
  });
});

describe('the register', () => {
  it('gives every body with a desk a service that exists, and one without a desk none', () => {
    const wrong = register.bodies.filter(({ desk, home }) =>
      desk ? !register.services.some(({ id }) => id === home) : home !== undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('knows each body once, those of a city only there, and no mark of two services', () => {
    const ids = register.cities.flatMap(({ bodies }) => bodies.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(register.cities.flatMap(({ id, bodies }) => bodies.filter(({ city }) => city !== id))).toEqual([]);
    expect(new Set(register.services.map(({ mark }) => mark)).size).toBe(register.services.length);
  });

  it.each([
    ['health', 'bj-health', true],
    ['health', 'bj-agri', true],
    ['health', 'moe', false],
    ['food', 'bj-agri', false],
    ['food', 'sz-sti', true],
    ['coordination', 'bj-ast', true],
    ['health', 'nobody', false],
  ])('says whether %s may hold a case for %s: %s', (service, body, may) => {
    expect(register.servesBody(service, body)).toBe(may);
  });

  it.each([
    ['ai', 'bj-eit', true],
    ['health', 'bj-agri', false],
    ['lab-animals', 'sz-sti', true],
    ['lab-animals', 'sz-amr', false],
  ])('says whether a rule of %s names %s: %s', (service, body, is) => {
    expect(register.isNamedIn(service, body)).toBe(is);
  });
});
