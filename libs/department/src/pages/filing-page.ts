import { newId } from '@lianxi/chassis';
import { paperKinds, paperOrigins } from '@lianxi/casework';
import { factFields } from './fact-fields';
import type { DepartmentProfile } from '../profile';
import { html, type Html } from './html';
import { inWords, pageFrame, say, type PageReader } from './page-frame';
import type { PageText } from './page-texts';

/** The form on which anybody files, and an officer for a letter, a call or a visit. */
export function filingPage(reader: PageReader, profile: DepartmentProfile, desks: readonly string[]): string {
  return pageFrame(reader, say(reader, 'file'), html`<form method="post" action="/pages/file" enctype="multipart/form-data">
<input type="hidden" name="proof" value="${reader.formProof}"><input type="hidden" name="key" value="${newId()}">
${reader.actor ? onBehalf(reader) : ''}
<section><h2>${say(reader, 'report')}</h2>${field(reader, 'report.title', 'title', true)}<label>${say(reader, 'text')}<textarea name="report.text" required maxlength="20000"></textarea></label>
${field(reader, 'report.unitName', 'unitName')}${field(reader, 'report.partyName', 'partyName')}${field(reader, 'report.place', 'place')}${field(reader, 'report.time', 'time')}</section>
<section><h2>${say(reader, 'facts')}</h2><p class="hint">${say(reader, 'ifUnknown')}</p>${factFields(reader, { fields: profile.fields }, reader.actor ? [reader.actor.body] : desks)}</section>
${profile.questions.length === 0 ? '' : html`<section><h2>${say(reader, 'moreQuestions')}</h2>${profile.questions.map(({ name, label }) => html`<label>${inWords(reader, label)}<textarea name="answer.${name}"></textarea></label>`)}</section>`}
<section><h2>${say(reader, 'contact')}</h2>${field(reader, 'contact.name', 'contactName')}${field(reader, 'contact.phone', 'phone')}${field(reader, 'contact.email', 'email')}${field(reader, 'contact.address', 'address')}</section>
${attachment(reader)}
<section><label><input type="checkbox" name="noStateSecrets" required> ${say(reader, 'confirmNoSecrets')}</label><button>${say(reader, 'submit')}</button></section></form>`);
}

const field = (reader: PageReader, name: string, text: PageText, required = false): Html =>
  html`<label>${say(reader, text)}<input name="${name}"${required ? html` required` : ''}></label>`;

function attachment(reader: PageReader): Html {
  return html`<section><h2>${say(reader, 'papers')}</h2><label>${say(reader, 'attachment')}<input type="file" name="file"></label>
<label>${say(reader, 'dated')}<input type="date" name="paper.dated"></label>
<input type="hidden" name="paper.kind" value="${paperKinds[0]?.code}">
<label>${inWords(reader, { zh: '原件或复制件', en: 'Original or copy' })}<select name="paper.origin">${[...paperOrigins].reverse().map(({ code, label }) => html`<option value="${code}">${inWords(reader, label)}</option>`)}</select></label></section>`;
}

function onBehalf(reader: PageReader): Html {
  const channels = ['letter', 'call', 'visit', 'other-authority'] as const;
  return html`<section><h2>${say(reader, 'onBehalf')}</h2><label>${say(reader, 'channel')}<select name="onBehalf.channel"><option value="">${say(reader, 'onBehalfOff')}</option>
${channels.map((channel) => html`<option value="${channel}">${say(reader, channel)}</option>`)}</select></label>
<label>${say(reader, 'receivedOn')}<input type="date" name="onBehalf.receivedOn"></label>${field(reader, 'onBehalf.givenBy', 'givenBy')}${field(reader, 'onBehalf.note', 'note')}</section>`;
}
