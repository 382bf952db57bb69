import { newId, type Problem } from '@lianxi/chassis';
import { paperKinds, paperOrigins, violationCatalogues, type ViolationCatalogue } from '@lianxi/casework';
import { factFields, factsFrom } from './fact-fields';
import type { DepartmentProfile } from '../profile';
import { html, type Html } from './html';
import { inWords, pageFrame, say, type PageReader } from './page-frame';
import type { PageText } from './page-texts';
import { problemPart } from './problem-page';

/** The form on which anybody files, and an officer for a letter, a call or a visit. */
export function filingPage(reader: PageReader, profile: DepartmentProfile, desks: readonly string[], refused?: RefusedFiling): string {
  const said = refused?.fields ?? {};
  const field = fieldsWith(reader, said);
  const { id: catalogue, violations } = violationCatalogues.at(-1) as ViolationCatalogue;
  const facts = refused ? factsFrom(said, '') : { fields: profile.fields };
  return pageFrame(
    reader,
    say(reader, 'file'),
    html`${refused ? html`${problemPart(reader, refused.problem)}<p class="hint">${say(reader, 'nothingLost')}</p>` : ''}<form method="post" action="/pages/file" enctype="multipart/form-data">
<input type="hidden" name="proof" value="${reader.formProof}"><input type="hidden" name="key" value="${newId()}">
${reader.actor ? onBehalf(reader, said, field) : ''}
<section><h2>${say(reader, 'report')}</h2>${field('report.title', 'title', true)}<label>${say(reader, 'text')}<textarea name="report.text" required maxlength="20000">${said['report.text'] ?? ''}</textarea></label>
${field('report.unitName', 'unitName')}${field('report.partyName', 'partyName')}${field('report.place', 'place')}${field('report.time', 'time')}</section>
<section><h2>${say(reader, 'facts')}</h2><p class="hint">${say(reader, 'ifUnknown')}</p>${factFields(reader, facts, reader.actor ? [reader.actor.body] : desks)}</section>
<section><h2>${say(reader, 'conduct')}</h2>${violations.map(({ code, label }) => html`<label><input type="checkbox" name="conduct.${code}" value="${catalogue}"${said[`conduct.${code}`] ? html` checked` : ''}> ${inWords(reader, label)}</label>`)}</section>
${profile.questions.length === 0 ? '' : html`<section><h2>${say(reader, 'moreQuestions')}</h2>${profile.questions.map(({ name, label }) => html`<label>${inWords(reader, label)}<textarea name="answer.${name}">${said[`answer.${name}`] ?? ''}</textarea></label>`)}</section>`}
<section><h2>${say(reader, 'contact')}</h2>${field('contact.name', 'contactName')}${field('contact.phone', 'phone')}${field('contact.email', 'email')}${field('contact.address', 'address')}</section>
${attachment(reader)}
<section><label><input type="checkbox" name="noStateSecrets" required> ${say(reader, 'confirmNoSecrets')}</label><button>${say(reader, 'submit')}</button></section></form>`,
  );
}

/** A filing that was not taken, with everything that was typed; only a file must be chosen again. */
export interface RefusedFiling {
  readonly fields: Readonly<Record<string, string>>;
  readonly problem: Problem;
}

type Field = (name: string, text: PageText, required?: boolean) => Html;

const fieldsWith =
  (reader: PageReader, said: Readonly<Record<string, string>>): Field =>
  (name, text, required = false) =>
    html`<label>${say(reader, text)}<input name="${name}" value="${said[name] ?? ''}"${required ? html` required` : ''}></label>`;

function attachment(reader: PageReader): Html {
  return html`<section><h2>${say(reader, 'papers')}</h2><label>${say(reader, 'attachment')}<input type="file" name="file"></label>
<label>${say(reader, 'dated')}<input type="date" name="paper.dated"></label>
<input type="hidden" name="paper.kind" value="${paperKinds[0]?.code}">
<label>${inWords(reader, { zh: '原件或复制件', en: 'Original or copy' })}<select name="paper.origin">${[...paperOrigins].reverse().map(({ code, label }) => html`<option value="${code}">${inWords(reader, label)}</option>`)}</select></label></section>`;
}

function onBehalf(reader: PageReader, said: Readonly<Record<string, string>>, field: Field): Html {
  const channels = ['letter', 'call', 'visit', 'other-authority'] as const;
  return html`<section><h2>${say(reader, 'onBehalf')}</h2><label>${say(reader, 'channel')}<select name="onBehalf.channel"><option value="">${say(reader, 'onBehalfOff')}</option>
${channels.map((channel) => html`<option value="${channel}"${said['onBehalf.channel'] === channel ? html` selected` : ''}>${say(reader, channel)}</option>`)}</select></label>
<label>${say(reader, 'receivedOn')}<input type="date" name="onBehalf.receivedOn" value="${said['onBehalf.receivedOn'] ?? ''}"></label>${field('onBehalf.givenBy', 'givenBy')}${field('onBehalf.note', 'note')}</section>`;
}
