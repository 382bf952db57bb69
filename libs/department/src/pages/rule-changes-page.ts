import { stateLabelOf } from '@lianxi/casework';
import type { RuleChangesPage } from '../rules/rule-changes';
import { html } from './html';
import { bodyName, inWords, pageFrame, say, type PageReader } from './page-frame';

/** Open matters that the changed rules give to another body: each links to its page, where it can be offered. */
export function ruleChangesPage(reader: PageReader, { lines, next }: RuleChangesPage): string {
  const rows = lines.map(
    (
      line,
    ) => html`<tr><td><a href="/pages/cases/${line.caseId}">${line.number ?? say(reader, 'notNumbered')}</a></td><td>${inWords(reader, stateLabelOf('matter', line.state))}</td>
<td>${bodyName(reader, line.proposedHolder)}</td><td>${line.decidedBy} → ${line.edition}</td></tr>`,
  );
  return pageFrame(
    reader,
    say(reader, 'ruleChanges'),
    html`<p class="hint">${say(reader, 'ruleChangesHint')}</p>${
      lines.length === 0
        ? html`<p>${say(reader, 'nothingHere')}</p>`
        : html`<table><thead><tr><th>${say(reader, 'number')}</th><th>${say(reader, 'state')}</th><th>${say(reader, 'proposedHolder')}</th><th>${say(reader, 'edition')}</th></tr></thead><tbody>${rows}</tbody></table>`
    }
${next === null ? '' : html`<p><a href="/pages/rule-changes?after=${encodeURIComponent(next)}">${say(reader, 'next')}</a></p>`}`,
  );
}
