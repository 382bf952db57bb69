import { findActRow, stateLabelOf } from '@lianxi/casework';
import { html, type Html } from './html';
import type { OfferedAct } from '../cases/case-view';
import { actForm } from './act-form';
import { factsInWords } from './fact-fields';
import { bodyName, inWords, moment, pageFrame, say, type PageReader } from './page-frame';

/** A transfer offered to the reader's body, with the answers this post may give. */
export interface OfferLine {
  readonly id: string;
  readonly city: string;
  readonly from_body: string;
  readonly opened_at: string;
  readonly subject: Readonly<Record<string, unknown>>;
  /** What the offering body wrote, where it wrote something. */
  readonly explanation: string | null;
  readonly acts: readonly OfferedAct[];
}

export const offersPage = (reader: PageReader, next: string | null, lines: readonly OfferLine[]): string =>
  pageFrame(reader, say(reader, 'offers'), [
    lines.length === 0 ? html`<p>${say(reader, 'nothingHere')}</p>` : lines.map((line) => offer(reader, line)),
    next === null ? '' : html`<p><a href="/pages/offers?after=${next}">${say(reader, 'next')}</a></p>`,
  ]);

function offer(reader: PageReader, { id, city, from_body: from, opened_at: openedAt, subject, explanation, acts }: OfferLine): Html {
  const facts = (subject['facts'] ?? {}) as Readonly<Record<string, unknown>>;
  const reasons = findActRow('matter', 'offer-transfer')?.form?.find(({ name }) => name === 'reason')?.options;
  const reason = reasons?.find(({ code }) => code === subject['reason'])?.label;
  return html`<section><h2>${String(subject['number'] ?? say(reader, 'notNumbered'))}</h2><dl>
<dt>${say(reader, 'from')}</dt><dd>${bodyName(reader, from)}</dd><dt>${say(reader, 'opened')}</dt><dd>${moment(openedAt)}</dd>
<dt>${say(reader, 'state')}</dt><dd>${inWords(reader, stateLabelOf('matter', String(subject['state'])))}</dd><dt>${say(reader, 'reasonsGiven')}</dt><dd>${inWords(reader, reason)}${explanation === null ? '' : html`<br>${explanation}`}</dd>
${factsInWords(reader, facts).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${acts.map((act) => actForm(reader, act, `/pages/offers/${id}/acts/${act.act}`, {}, { city, facts, posts: [], papers: [], alike: [] }))}</section>`;
}
