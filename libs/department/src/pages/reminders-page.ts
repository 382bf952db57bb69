import { findClockRule } from '@lianxi/casework';
import type { Reminder } from '../clocks/reminders';
import { html } from './html';
import { inWords, moment, pageFrame, postName, say, type PageReader } from './page-frame';

/** Reminders that reached the reader's post, or the one they stand in for. */
export function remindersPage(reader: PageReader, lines: readonly Reminder[], next: string | null): string {
  const row = ({
    caseId,
    number,
    rule,
    share,
    post,
    at,
  }: Reminder) => html`<tr><td>${moment(at)}</td><td><a href="/pages/cases/${caseId}">${number ?? say(reader, 'notNumbered')}</a></td>
<td>${inWords(reader, findClockRule(rule)?.label, rule)} ${Math.round(share * 100)}%${share === 1 ? html` <span class="mark late">${say(reader, 'overdue')}</span>` : ''}</td><td>${postName(reader, post, reader.actor?.body ?? null)}</td></tr>`;
  return pageFrame(
    reader,
    say(reader, 'reminders'),
    html`${lines.length === 0 ? html`<p>${say(reader, 'nothingHere')}</p>` : html`<table><tbody>${lines.map(row)}</tbody></table>`}
${next === null ? '' : html`<p><a href="/pages/reminders?after=${next}">${say(reader, 'next')}</a></p>`}`,
  );
}
