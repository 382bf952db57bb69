import type { FormField } from '@lianxi/casework';
import { newId } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { assignableRoles } from '../cases/assignable-roles';
import type { OfferedAct } from '../cases/case-view';
import { factFields, factsFrom } from './fact-fields';
import { html, type Html } from './html';
import { bodyName, inWords, postName, say, type PageReader } from './page-frame';

/** What a form may be filled in from. */
export interface ActSurroundings {
  readonly city: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly posts: readonly { readonly id: string; readonly body: string; readonly role: string }[];
  /** Open cases that may be about the same matter. */
  readonly alike: readonly { readonly id: string; readonly number: string | null }[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
}

/** One act with its clause, what follows, and its form; `hidden` says on which version of what it is done. */
export function actForm(
  reader: PageReader,
  offered: OfferedAct,
  action: string,
  hidden: Readonly<Record<string, string | number>>,
  around: ActSurroundings,
): Html {
  const { clause } = offered;
  return html`<details><summary>${inWords(reader, offered.label)}</summary>
<form method="post" action="${action}" enctype="multipart/form-data">
<p class="hint">${clause ? html`${say(reader, 'clause')}：${inWords(reader, clause.instrument)} ${clause.section}${clause.confirmed ? '' : html` <span class="mark unsure">${say(reader, 'unconfirmed')}</span>`}` : ''}
${offered.consequence ? html`<br>${say(reader, 'consequence')}：${inWords(reader, offered.consequence)}` : ''}</p>
${Object.entries({ ...hidden, proof: reader.formProof, key: newId() }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${offered.form.map((field) => actField(reader, field, offered.act === 'add-paper', around))}
<button>${say(reader, 'do')}</button></form></details>`;
}

function actField(reader: PageReader, field: FormField, isUpload: boolean, around: ActSurroundings): Html {
  if (field.type === 'facts')
    return html`<fieldset><legend>${inWords(reader, field.label)}</legend>${factFields(reader, around.facts, [])}</fieldset>`;
  const name = `form.${field.name}`;
  const required = field.required ? html` required` : '';
  if (field.type === 'paper' && isUpload)
    return html`<label>${inWords(reader, field.label)}<input type="file" name="file" required></label>`;
  if (field.type === 'text') return html`<label>${inWords(reader, field.label)}<textarea name="${name}"${required}></textarea></label>`;
  if (['unit', 'amount', 'count', 'identity'].includes(field.type))
    return html`<label>${inWords(reader, field.label)}<input name="${name}"${required} maxlength="50" autocomplete="off"></label>`;
  if (field.type === 'day') return html`<label>${inWords(reader, field.label)}<input type="date" name="${name}"${required}></label>`;
  const choices = choicesFor(reader, field, around);
  return html`<label>${inWords(reader, field.label)}<select name="${name}"${required}>${field.required ? '' : html`<option value=""></option>`}${choices.map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select></label>`;
}

function choicesFor(
  reader: PageReader,
  { type, options, outside, anyRole }: FormField,
  { city, posts, papers, alike }: ActSurroundings,
): (readonly [string, string])[] {
  switch (type) {
    case 'code':
      return (options ?? []).map(({ code, label }) => [code, inWords(reader, label)]);
    case 'body':
      return register.bodies
        .filter((body) => (outside ? !body.desk && (body.city === undefined || body.city === city) : body.desk && body.city === city))
        .map(({ id }) => [id, bodyName(reader, id)]);
    case 'post':
      return posts.filter(({ role }) => anyRole || assignableRoles.includes(role)).map(({ id, body }) => [id, postName(reader, id, body)]);
    case 'case':
      return alike.map(({ id, number }) => [id, number ?? id]);
    case 'paper':
      return papers.map(({ id, name }) => [id, name]);
    case 'yes-no':
      return [
        ['true', '✓'],
        ['false', '✗'],
      ];
    case 'day':
    case 'text':
    case 'unit':
    case 'facts':
    case 'amount':
    case 'count':
    case 'identity':
      return [];
  }
}

/** The form's fields as the engine wants them: what was left empty is absent. */
export function formFrom(
  fields: Readonly<Record<string, string>>,
  rows: readonly FormField[],
  around: Pick<ActSurroundings, 'city' | 'facts'>,
): Record<string, unknown> {
  return Object.fromEntries(
    rows.flatMap(({ name, type }) => {
      const text = fields[`form.${name}`] ?? '';
      if (type === 'facts') return [[name, withoutUndefined(factsFrom(fields, around.city, around.facts))]];
      if (text.trim() === '') return [];
      return [[name, type === 'yes-no' ? text === 'true' : text]];
    }),
  );
}

const withoutUndefined = (facts: Record<string, unknown>): unknown => JSON.parse(JSON.stringify(facts));
