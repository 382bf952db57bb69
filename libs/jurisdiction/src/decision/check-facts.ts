import type { Register } from '../register/register';
import { register as ours } from '../register/register';
import { FactRefused } from './fact-refused';
import {
  aiStages,
  fields,
  fundings,
  kinds,
  suspects,
  unitKinds,
  unknowable,
  type FiledFacts,
  type MatterFacts,
  type UnknowableFact,
} from './facts';

type Bag = Readonly<Record<string, unknown>>;
const names = [
  'id',
  'city',
  'on',
  'kind',
  'fields',
  'aiStage',
  'unit',
  'funding',
  'fundManager',
  'inProject',
  'suspect',
  'major',
  'listedItem',
  'receivedBy',
];
const unitNames = ['kind', 'educationSystem', 'affiliation'];
const dayForm = 'a day YYYY-MM-DD';
const itemsOfField: Readonly<Record<number, string>> = { 3: 'human-life-medicine', 4: 'human-life-medicine', 5: 'ai', 6: 'ai', 7: 'ai' };

/** Strict: nothing is guessed. Throws {@link FactRefused} naming the fact and what is allowed. */
export function checkFacts(input: unknown, register: Register = ours): MatterFacts {
  new FactCheck(input, register, false).run();
  return input as MatterFacts;
}

/** Intake's check: the same, but accepts "unknown" where a reporter cannot know. */
export function checkFiledFacts(input: unknown, register: Register = ours): FiledFacts {
  new FactCheck(input, register, true).run();
  return input as FiledFacts;
}

/** Which facts must still be found out before a decision can be made. */
export function unknownFacts(filed: Bag): UnknowableFact[] {
  return unknowable.filter(
    (fact) => (fact === 'unit.affiliation' ? (filed['unit'] as Bag | undefined)?.['affiliation'] : filed[fact]) === 'unknown',
  );
}

class FactCheck {
  private readonly facts: Bag;

  constructor(
    input: unknown,
    private readonly register: Register,
    private readonly filed: boolean,
  ) {
    if (!isBag(input)) throw new FactRefused('fact-value', 'matter', 'an object of facts');
    this.facts = input;
  }

  run(): void {
    refuseStrangers(this.facts, names, '');
    if (this.facts['id'] !== undefined && typeof this.facts['id'] !== 'string') throw new FactRefused('fact-value', 'id', 'text');
    this.oneOf(
      'city',
      this.register.cities.map(({ id }) => id),
    );
    this.day();
    this.oneOf('kind', kinds);
    this.fieldsAndStage();
    this.unit();
    this.money();
    this.violation();
    this.listedItem();
    this.receivedBy();
  }

  private day(): void {
    const on = this.required('on', dayForm);
    if (typeof on !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(on) || !isDay(on)) throw new FactRefused('fact-value', 'on', dayForm);
    if (!this.register.findEdition(this.facts['city'] as string, on)) {
      throw new FactRefused(
        'fact-value',
        'on',
        this.register.getCity(this.facts['city'] as string).editions.map(({ from, to }) => `${from}..${to ?? ''}`),
      );
    }
  }

  private fieldsAndStage(): void {
    const given = this.required('fields', fields);
    if (
      !Array.isArray(given) ||
      given.length === 0 ||
      new Set(given).size !== given.length ||
      !given.every((field) => (fields as readonly unknown[]).includes(field))
    ) {
      throw new FactRefused('fact-value', 'fields', fields);
    }
    if (given.includes('ai')) this.oneOf('aiStage', aiStages);
    else this.absent('aiStage');
  }

  private unit(): void {
    const unit = this.required('unit', unitNames);
    if (!isBag(unit)) throw new FactRefused('fact-value', 'unit', unitNames);
    refuseStrangers(unit, unitNames, 'unit.');
    for (const name of unitNames) {
      const allowed = this.allowedInUnit(name);
      if (unit[name] === undefined) throw new FactRefused('fact-missing', `unit.${name}`, allowed);
      if (!allowed.includes(unit[name])) throw new FactRefused('fact-value', `unit.${name}`, allowed);
    }
  }

  private money(): void {
    this.oneOf('funding', fundings);
    const { funding, fundManager } = this.facts;
    const allowed =
      funding === 'none' ? [null] : this.orUnknown('fundManager', funding === 'other-fiscal' ? this.bodyIds() : [...this.bodyIds(), null]);
    if (fundManager === undefined || (fundManager === null && funding === 'other-fiscal'))
      throw new FactRefused('fact-missing', 'fundManager', allowed);
    if (!allowed.includes(fundManager)) throw new FactRefused('fact-value', 'fundManager', allowed);
  }

  private violation(): void {
    const isViolation = this.facts['kind'] === 'violation';
    if (!isViolation) {
      for (const name of ['inProject', 'suspect', 'major']) this.absent(name);
      return;
    }
    this.oneOf('suspect', suspects);
    this.oneOf('major', [true, false]);
    if (this.facts['funding'] === 'none') this.absent('inProject');
    else if (this.facts['funding'] !== 'unknown' || this.facts['inProject'] !== undefined) this.oneOf('inProject', [true, false]);
  }

  private listedItem(): void {
    const item = this.facts['listedItem'];
    if (this.facts['kind'] !== 're-review') {
      if (item !== undefined && item !== null) throw new FactRefused('fact-unknown', 'listedItem', [null]);
      return;
    }
    const given = this.facts['fields'] as readonly string[];
    const allowed = [1, 2, 3, 4, 5, 6, 7].filter((number) => itemsOfField[number] === undefined || given.includes(itemsOfField[number]));
    this.oneOf('listedItem', allowed);
  }

  private receivedBy(): void {
    this.oneOf(
      'receivedBy',
      this.register.bodies.filter(({ desk }) => desk).map(({ id }) => id),
    );
  }

  private bodyIds(): string[] {
    return this.register.bodies.map(({ id }) => id);
  }

  private oneOf(name: string, listed: readonly unknown[]): void {
    const allowed = this.orUnknown(name, listed);
    if (!allowed.includes(this.required(name, allowed))) throw new FactRefused('fact-value', name, allowed);
  }

  private orUnknown(name: string, listed: readonly unknown[]): readonly unknown[] {
    return this.filed && (unknowable as readonly string[]).includes(name) ? [...listed, 'unknown'] : listed;
  }

  private required(name: string, allowed: readonly unknown[] | string): unknown {
    if (this.facts[name] === undefined || this.facts[name] === null) throw new FactRefused('fact-missing', name, allowed);
    return this.facts[name];
  }

  private absent(name: string): void {
    if (this.facts[name] !== undefined) throw new FactRefused('fact-unknown', name, []);
  }

  private allowedInUnit(name: string): readonly unknown[] {
    if (name === 'kind') return unitKinds;
    return name === 'educationSystem' ? [true, false] : this.orUnknown('unit.affiliation', [...this.bodyIds(), null]);
  }
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

function refuseStrangers(bag: Bag, known: readonly string[], prefix: string): void {
  const stranger = Object.keys(bag).find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new FactRefused(
      'fact-unknown',
      prefix + stranger,
      known.map((name) => prefix + name),
    );
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
