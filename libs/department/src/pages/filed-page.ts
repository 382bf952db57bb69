import { register, statusLabels, unconfirmedLabels } from '@lianxi/jurisdiction';
import type { Filed } from '../filing/file-matter';
import { html } from './html';
import { bodyName, inWords, moment, pageFrame, say, type PageReader } from './page-frame';

/** The printable receipt: its number, where the matter lies now, by which rule and clause, and what of that is not confirmed. */
export function filedPage(reader: PageReader, filed: Filed): string {
  const rules = register.cities
    .flatMap(({ editions }) => editions)
    .flatMap((edition) => edition.rules)
    .filter(({ id }) => filed.rules.includes(id));
  // A receipt is shown once: in the other language there is only the form again.
  return pageFrame(
    { ...reader, path: '' },
    say(reader, 'receipt'),
    html`<section>
<p class="hint">${say(reader, 'receiptHint')}</p><p>${say(reader, 'receiptNumber')}<br><strong class="receipt">${filed.receipt}</strong></p>
<dl><dt>${say(reader, 'filed')}</dt><dd>${moment(filed.filedAt)}</dd>
<dt>${say(reader, 'state')}</dt><dd>${inWords(reader, statusLabels[filed.status], filed.status)}</dd>
<dt>${say(reader, 'liesWith')}</dt><dd>${bodyName(reader, filed.holder)}</dd>
${rules.map(({ id, clause }) => html`<dt>${say(reader, 'clause')}</dt><dd>${inWords(reader, clause.instrument)} ${clause.section} <span class="mark">${id}</span></dd>`)}
${filed.edition === null ? '' : html`<dt>${say(reader, 'edition')}</dt><dd>${filed.edition}</dd>`}
${filed.unconfirmed.map((mark) => html`<dt>${say(reader, 'unconfirmed')}</dt><dd>${inWords(reader, unconfirmedLabels[mark], mark)}</dd>`)}</dl>
<p class="hint">${say(reader, 'print')}</p></section><p><a href="/pages/file">${say(reader, 'fileAnother')}</a></p>`,
  );
}
