import { aspectsByStrength, type Edition } from '../register/edition';

/** An edition that is not one: `place` names the part, `allowed` what may stand there. Whether its rules hold is for the proof. */
export class EditionRefused extends Error {
  readonly code = 'edition-value';

  constructor(
    readonly place: string,
    readonly allowed: unknown,
  ) {
    super(`${place} is not what an edition has there`);
  }
}

type Check = (value: unknown, place: string) => void;
type Bag = Readonly<Record<string, unknown>>;

const refuse = (place: string, allowed: unknown): never => {
  throw new EditionRefused(place, allowed);
};
const matching =
  (pattern: RegExp): Check =>
  (value, place) => {
    if (typeof value !== 'string' || !pattern.test(value)) refuse(place, String(pattern));
  };
const oneOf =
  (values: readonly unknown[]): Check =>
  (value, place) => {
    if (!values.includes(value)) refuse(place, values);
  };
const listOf =
  (each: Check, most: number): Check =>
  (value, place) => {
    if (!Array.isArray(value) || value.length > most) refuse(place, `a list of at most ${most}`);
    (value as unknown[]).forEach((member, index) => each(member, `${place}.${index}`));
  };
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Strict: nothing is there that is not named, and all that is named without `?` is there. */
function bag(fields: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(fields).map((name) => name.replace('?', ''));
  return (value, place) => {
    if (!isBag(value)) return refuse(place, names);
    for (const name of Object.keys(value)) if (!names.includes(name)) refuse(`${place}.${name}`, names);
    for (const [given, check] of Object.entries(fields)) {
      const name = given.replace('?', '');
      if (value[name] !== undefined) check(value[name], `${place}.${name}`);
      else if (!given.endsWith('?')) refuse(`${place}.${name}`, 'required');
    }
  };
}

const eitherOf =
  (...checks: readonly Check[]): Check =>
  (value, place) => {
    const isOne = checks.some((check) => {
      try {
        check(value, place);
        return true;
      } catch (error) {
        if (error instanceof EditionRefused) return false;
        throw error;
      }
    });
    if (!isOne) refuse(place, 'one of the known shapes');
  };

const id = matching(/^[a-z][a-z0-9-]{1,60}$/);
const day: Check = (value, place) => {
  if (typeof value !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(value) || new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) !== value)
    refuse(place, 'a day YYYY-MM-DD');
};
const text = matching(/^[^\u0000-\u001f]{1,300}$/);
const clause = bag({ instrument: bag({ zh: text, en: text }), section: text });
const condition = eitherOf(
  bag({ fact: oneOf(['fields']), has: id }),
  bag({ fact: oneOf(['unit.affiliation']), known: oneOf([true]) }),
  bag({ fact: oneOf(['unit.kind', 'aiStage', 'funding']), is: id }),
  bag({ fact: oneOf(['unit.kind']), isNot: id }),
  bag({ fact: oneOf(['unit.educationSystem']), is: oneOf([true]) }),
);
const rule = bag({
  id,
  aspect: oneOf(aspectsByStrength),
  when: listOf(condition, 20),
  bodies: listOf(eitherOf(id, bag({ fact: oneOf(['unit.affiliation']) })), 20),
  service: eitherOf(id, bag({ ofFirstField: oneOf([true]), otherwise: id })),
  'field?': id,
  clause,
  'from?': day,
  'to?': day,
});
const edition = bag({
  id: matching(/^[a-z][a-z0-9-]{3,60}$/),
  city: id,
  from: day,
  signedBy: id,
  rules: listOf(rule, 10_000),
  fieldServices: (value, place) => {
    if (!isBag(value)) refuse(place, 'services by field');
    for (const [field, service] of Object.entries(value as Bag)) id(service, `${place}.${field}`);
  },
  duties: bag({
    superiorFallback: id,
    cityPlanManager: eitherOf(id, bag({ fact: oneOf(['fundManager']) })),
    localScienceBody: id,
    'reReviewAbove?': id,
    reReview: listOf(bag({ items: listOf(oneOf([1, 2, 3, 4, 5, 6, 7]), 7), organiser: id, with: listOf(id, 20) }), 20),
  }),
  suggestions: listOf(bag({ field: id, bodies: listOf(id, 20), unconfirmed: matching(/^U\d{1,2}$/) }), 50),
});

/** Reads an edition that came as data; throws {@link EditionRefused} naming the part that is wrong. An edition says when it begins; it ends when the next one does. */
export function checkEdition(given: unknown): Edition {
  edition(given, 'edition');
  return given as Edition;
}
