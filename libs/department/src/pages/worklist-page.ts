import { getProcedure, stateLabelOf } from '@lianxi/casework';
import { factLabels, type Label } from '@lianxi/jurisdiction';
import { worklists, type WorklistName, type WorklistPage } from '../cases/worklist';
import type { BodyCounts } from '../counts/case-counts';
import { html, type Html } from './html';
import { bodyName, inWords, moment, pageFrame, say, type PageReader } from './page-frame';

const inOrder = (reader: PageReader, fields: unknown): string =>
  ((fields ?? []) as string[])
    .map((field) => inWords(reader, (factLabels.fields.codes as Readonly<Record<string, Label>>)[field], field))
    .join(' · ');

/** A worklist: what it is, in which state, with whom, and when it is due. It shows no protected field. */
export function worklistPage(reader: PageReader, name: WorklistName, page: WorklistPage, now: string, counts: BodyCounts): string {
  const tabs = html`<ul class="tabs">${worklists.map((each) => html`<li><a href="/pages/worklist?list=${each}"${each === name ? html` aria-current="page"` : ''}>${say(reader, each)}</a></li>`)}</ul>`;
  const next =
    page.next === null
      ? ''
      : html`<p><a href="/pages/worklist?list=${name}&amp;after=${encodeURIComponent(page.next)}">${say(reader, 'next')}</a></p>`;
  return pageFrame(
    reader,
    say(reader, 'worklist'),
    html`<p>${say(reader, 'countOpen')} ${counts.open} · ${say(reader, 'overdue')} ${counts.overdue} · ${say(reader, 'countSoon')} ${counts.dueSoon} · ${say(reader, 'countReturned')} ${counts.returned}</p>${tabs}${page.lines.length === 0 ? html`<p>${say(reader, 'nothingHere')}</p>` : table(reader, page, now)}${next}`,
  );
}

const table = (reader: PageReader, { lines }: WorklistPage, now: string): Html => html`<table><thead><tr>
<th>${say(reader, 'number')}</th><th>${inWords(reader, factLabels.kind.label)}</th><th>${say(reader, 'state')}</th><th>${say(reader, 'holder')}</th><th>${say(reader, 'filed')}</th><th>${say(reader, 'due')}</th></tr></thead><tbody>
${lines.map(
  (
    line,
  ) => html`<tr><td><a href="/pages/cases/${line.id}">${String(line['number'] ?? say(reader, 'notNumbered'))}</a>${typeof line['newActs'] === 'number' && line['newActs'] > 0 ? html` <span class="mark">${say(reader, 'newActs')} ${line['newActs']}</span>` : ''}${line['mark'] === 'internal' || line['mark'] === 'sealed' ? html` <span class="mark unsure">${say(reader, line['mark'])}</span>` : ''}</td>
<td>${inWords(reader, (factLabels.kind.codes as Readonly<Record<string, Label>>)[String(line['kind'])])}<br><span class="hint">${line['procedure'] === 'matter' ? '' : `${inWords(reader, getProcedure(String(line['procedure'])).label)} · `}${inOrder(reader, line['fields'])}</span></td>
<td>${inWords(reader, stateLabelOf(String(line['procedure']), String(line['state'])))}${line['interim'] === true ? html` <span class="mark unsure">${say(reader, 'interim')}</span>` : ''}</td>
<td>${bodyName(reader, String(line['holder']))}</td><td>${moment(line['filedAt'])}</td>
<td>${String(line['dueOn'] ?? '')}${typeof line['dueAt'] === 'string' && line['dueAt'] <= now ? html` <span class="mark late">${say(reader, 'overdue')}</span>` : ''}</td></tr>`,
)}
</tbody></table>`;
