import { conditionalFacts, factLabels, register, unknowable, unknownLabel, type FactName, type Label } from '@lianxi/jurisdiction';
import { html, type Html } from './html';
import { bodyName, inWords, say, type PageReader } from './page-frame';

type Facts = Readonly<Record<string, unknown>>;
type Choice = readonly [value: string, label: string];

const isUnknowable = (fact: string): boolean => (unknowable as readonly string[]).includes(fact);
const valueOf = (facts: Facts, fact: string): unknown =>
  fact.startsWith('unit.') ? (facts['unit'] as Facts | undefined)?.[fact.slice(5)] : facts[fact];

/** The form's part about facts, filled in with what is known. Without scripts it shows all, and says what applies only sometimes. */
export function factFields(reader: PageReader, facts: Facts, desks: readonly string[]): Html {
  const choose = (fact: FactName, more: readonly Choice[] = []): Html =>
    select(reader, fact, [...choicesOf(reader, fact), ...more], valueOf(facts, fact));
  const bodies: Choice[] = register.bodies.map(({ id }) => [id, bodyName(reader, id)]);
  const none: Choice = ['none', say(reader, 'none')];
  return html`${
    desks.length > 0
      ? html`${select(
          reader,
          'receivedBy',
          desks.map((id): Choice => [id, bodyName(reader, id)]),
          facts['receivedBy'],
        )}${choose('kind')}`
      : ''
  }
${fieldBoxes(reader, facts)}
${choose('unit.kind')}${choose('unit.educationSystem')}${select(reader, 'unit.affiliation', [none, ...unknownOf(reader, 'unit.affiliation'), ...bodies], valueOf(facts, 'unit.affiliation') ?? 'unknown')}
${choose('funding')}${select(reader, 'fundManager', [none, ...unknownOf(reader, 'fundManager'), ...bodies], facts['fundManager'] ?? 'none')}
<fieldset><legend>${say(reader, 'onlyWhen')}</legend>${choose('aiStage')}${choose('suspect')}${choose('major')}${choose('inProject')}${choose('listedItem')}</fieldset>`;
}

/** The facts said in a form of {@link factFields}; what does not apply to the matter is left out, whatever was chosen for it. */
export function factsFrom(fields: Readonly<Record<string, string>>, city: string, known: Facts = {}): Record<string, unknown> {
  const chosen = Object.keys(factLabels.fields.codes).filter((field) => fields[`fact.field.${field}`] !== undefined);
  const read = (fact: string): unknown => readFact(fields[`fact.${fact}`]);
  const kind = read('kind') ?? known['kind'];
  const facts: Record<string, unknown> = {
    city,
    kind,
    fields: chosen,
    unit: { kind: read('unit.kind'), educationSystem: read('unit.educationSystem'), affiliation: read('unit.affiliation') },
    funding: read('funding'),
    fundManager: read('funding') === 'none' ? null : read('fundManager'),
  };
  if (read('receivedBy') !== undefined) facts['receivedBy'] = read('receivedBy');
  for (const fact of conditionalFacts({ kind, fields: chosen, funding: facts['funding'] })) facts[fact] = read(fact);
  return facts;
}

function readFact(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  if (text === 'none:null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d$/.test(text) ? Number(text) : text;
}

const unknownOf = (reader: PageReader, fact: string): Choice[] => (isUnknowable(fact) ? [['unknown', inWords(reader, unknownLabel)]] : []);
const choicesOf = (reader: PageReader, fact: FactName): Choice[] => [
  ...Object.entries(factLabels[fact].codes as Readonly<Record<string, Label>>).map(([code, label]): Choice => [
    code,
    inWords(reader, label),
  ]),
  ...unknownOf(reader, fact),
];

/** A body that is "none" and a funding that is "none" are different answers, so the first is written apart. */
const written = (fact: string, value: string): string =>
  value === 'none' && (fact === 'fundManager' || fact === 'unit.affiliation') ? 'none:null' : value;

function select(reader: PageReader, fact: FactName, choices: readonly Choice[], value: unknown): Html {
  const now = value === null ? 'none' : value === undefined ? (isUnknowable(fact) ? 'unknown' : undefined) : String(value);
  return html`<label>${inWords(reader, factLabels[fact].label)}<select name="fact.${fact}">${choices.map(([code, label]) => html`<option value="${written(fact, code)}"${code === now ? html` selected` : ''}>${label}</option>`)}</select></label>`;
}

function fieldBoxes(reader: PageReader, facts: Facts): Html {
  const chosen = (facts['fields'] ?? []) as readonly string[];
  return html`<fieldset><legend>${inWords(reader, factLabels.fields.label)}</legend>${Object.entries(factLabels.fields.codes).map(
    ([code, label]) =>
      html`<label class="inline"><input type="checkbox" name="fact.field.${code}"${chosen.includes(code) ? html` checked` : ''}> ${inWords(reader, label)}</label>`,
  )}</fieldset>`;
}

/** The facts of a case in words. */
export function factsInWords(reader: PageReader, facts: Facts): (readonly [label: string, value: string])[] {
  return (Object.keys(factLabels) as FactName[])
    .filter((fact) => valueOf(facts, fact) !== undefined)
    .map((fact) => [inWords(reader, factLabels[fact].label), wordsFor(reader, fact, valueOf(facts, fact))]);
}

function wordsFor(reader: PageReader, fact: FactName, value: unknown): string {
  if (Array.isArray(value)) return value.map((member) => wordsFor(reader, fact, member)).join(reader.language === 'zh' ? '、' : ', ');
  if (value === null) return say(reader, 'none');
  if (value === 'unknown') return inWords(reader, unknownLabel);
  const label = (factLabels[fact].codes as Readonly<Record<string, Label>>)[String(value)];
  return label ? inWords(reader, label) : bodyName(reader, String(value));
}
