import { newId } from '@lianxi/chassis';
import type { Reassignment, ReassignmentRow } from '../reassignments/reassignment-rows';
import { rowRefusals } from '../reassignments/row-refusals';
import { html, type Html } from './html';
import { inWords, moment, pageFrame, postName, say, type PageReader } from './page-frame';

interface Posts {
  readonly posts: readonly { readonly id: string }[];
}

/** Orders to give many cases to another post, and the form for one more. */
export function reassignmentsPage(reader: PageReader, lines: readonly Reassignment[], next: string | null, { posts }: Posts): string {
  const choices = posts.map(({ id }) => html`<option value="${id}">${name(reader, id)}</option>`);
  return pageFrame(
    reader,
    say(reader, 'reassignments'),
    html`<section><p class="hint">${say(reader, 'reassignmentsHint')}</p>
<form method="post" action="/pages/reassignments" enctype="multipart/form-data"><input type="hidden" name="proof" value="${reader.formProof}"><input type="hidden" name="key" value="${newId()}">
<label>${say(reader, 'fromPost')}<select name="fromPost" required>${choices}</select></label><label>${say(reader, 'toPost')}<select name="toPost" required>${choices}</select></label><button>${say(reader, 'do')}</button></form></section>
${
  lines.length === 0
    ? html`<p>${say(reader, 'nothingHere')}</p>`
    : html`<table><thead><tr><th>${say(reader, 'recorded')}</th><th>${say(reader, 'fromPost')}</th><th>${say(reader, 'toPost')}</th><th>${say(reader, 'progress')}</th></tr></thead><tbody>
${lines.map((line) => html`<tr><td><a href="/pages/reassignments/${line.id}">${moment(line.orderedAt)}</a></td><td>${line.fromPost === null ? say(reader, 'casesNamed') : name(reader, line.fromPost)}</td><td>${name(reader, line.toPost)}</td><td>${progress(reader, line)}</td></tr>`)}</tbody></table>`
}
${next === null ? '' : html`<p><a href="/pages/reassignments?after=${next}">${say(reader, 'next')}</a></p>`}`,
  );
}

/** One order with what became of each case. */
export function reassignmentPage(reader: PageReader, order: Reassignment, lines: readonly ReassignmentRow[], next: number | null): string {
  return pageFrame(
    reader,
    say(reader, 'reassignments'),
    html`<section><dl><dt>${say(reader, 'by')}</dt><dd>${name(reader, order.orderedBy)}</dd><dt>${say(reader, 'toPost')}</dt><dd>${name(reader, order.toPost)}</dd>
<dt>${say(reader, 'progress')}</dt><dd>${progress(reader, order)}</dd></dl></section>
<table><tbody>${lines.map((line) => html`<tr><td>${line.place}</td><td>${line.caseId === null ? '—' : html`<a href="/pages/cases/${line.caseId}">${line.caseId}</a>`}</td><td>${outcome(reader, line)}</td><td>${moment(line.at)}</td></tr>`)}</tbody></table>
${next === null ? '' : html`<p><a href="/pages/reassignments/${order.id}?after=${next}">${say(reader, 'next')}</a></p>`}`,
  );
}

const name = (reader: PageReader, post: string): string => postName(reader, post, reader.actor?.body ?? null);

const progress = (reader: PageReader, { rows, done, refused, state }: Reassignment): Html =>
  html`${say(reader, state === 'finished' ? 'finished' : 'running')} · ${say(reader, 'reassigned')} ${done} / ${rows}${refused === 0 ? '' : html` · <span class="mark late">${say(reader, 'refusedRows')} ${refused}</span>`}`;

function outcome(reader: PageReader, { outcome: is, code }: ReassignmentRow): Html {
  if (is === null) return html`${say(reader, 'waitingForItsTurn')}`;
  return is === 'done'
    ? html`${say(reader, 'reassigned')}`
    : html`<span class="mark late">${say(reader, 'refusedRows')}</span> ${inWords(reader, rowRefusals[code ?? ''], say(reader, 'internalError'))}`;
}
