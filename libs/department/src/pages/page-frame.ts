import type { Label } from '@lianxi/casework';
import { findActRow, roleLabels, unitLabel } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import type { Actor } from '@lianxi/chassis';
import { officeService } from '../register/service-names';
import { html, Html, type Piece } from './html';
import { pageStyle } from './page-style';
import { pageTexts, type Language, type PageText } from './page-texts';

/** Who looks at a page and in which language; everything a page shows is made from it and a view. */
export interface PageReader {
  readonly language: Language;
  readonly actor?: Actor | undefined;
  /** Proves that a form comes from a page of this session. */
  readonly formProof: string;
  readonly isDemonstration: boolean;
  readonly service: string;
  readonly serviceTitle: Label;
  readonly path: string;
}

export const say = ({ language }: PageReader, text: PageText): string => pageTexts[text][language];
export const inWords = ({ language }: PageReader, label: Label | undefined, otherwise = ''): string => label?.[language] ?? otherwise;
export const bodyName = (reader: PageReader, body: string | null | undefined): string =>
  body ? inWords(reader, register.findBody(body)?.names ?? unitLabel(body), body) : '';

/** A post as people know it: its role and body. */
export function postName(reader: PageReader, post: string | null, body: string | null): string {
  if (post === null) return body === null ? '' : bodyName(reader, body);
  const [, held = post, deputy] = /^(.+?)(-acting-[0-9a-f]{8})?$/.exec(post) ?? [];
  const role = held.startsWith(`${body}-`) ? held.slice((body ?? '').length + 1) : held;
  return `${bodyName(reader, body)} ${inWords(reader, (roleLabels as Readonly<Record<string, Label>>)[/^unit-contact/.exec(role)?.[0] ?? role], role)}${deputy === undefined ? '' : say(reader, 'actingSuffix')}`;
}

/** Who acted, and for whom where they stood in for somebody. */
export const postsNamed = (reader: PageReader, post: string | null, forPost: string | null, body: string | null): string =>
  `${postName(reader, post, body)}${forPost === null ? '' : ` · ${say(reader, 'actingFor')} ${postName(reader, forPost, body)}`}`;

/** An instant in the cities' time, to the minute. */
export function moment(iso: unknown): string {
  if (typeof iso !== 'string' || iso === '') return '';
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Pages that not every post may open. */
const furtherPages = (reader: PageReader): Piece => [
  reassignmentsLink(reader),
  reader.actor && reader.service === officeService
    ? html` <a href="/pages/absences">${say(reader, 'absences')}</a> <a href="/pages/editions">${say(reader, 'editions')}</a>`
    : '',
];
const reassignmentsLink = (reader: PageReader): Piece =>
  (findActRow('matter', 'reassign')?.roles as readonly string[]).includes(reader.actor?.role ?? '')
    ? html` <a href="/pages/reassignments">${say(reader, 'reassignments')}</a>`
    : '';

/** A whole page. The warning about state secrets stands on every one. */
export function pageFrame(reader: PageReader, title: string, content: Piece): string {
  const other = reader.language === 'zh' ? 'en' : 'zh';
  const { actor } = reader;
  return html`<!doctype html>
<html lang="${reader.language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${reader.isDemonstration ? say(reader, 'trainingMark') : ''}${title} · ${say(reader, 'product')}</title><style>${new Html(pageStyle)}</style></head>
<body>
<header>
<strong>${say(reader, 'product')}</strong> <span>${inWords(reader, reader.serviceTitle)}</span>
<nav><a href="/pages/worklist">${say(reader, 'worklist')}</a> <a href="/pages/offers">${say(reader, 'offers')}</a> <a href="/pages/reminders">${say(reader, 'reminders')}</a> <a href="/pages/rule-changes">${say(reader, 'ruleChanges')}</a> <a href="/pages/file">${say(reader, 'file')}</a>${furtherPages(reader)}</nav>
<span class="who">${actor ? html`${postsNamed(reader, actor.post, actor.forPost ?? null, actor.body)} <form method="post" action="/pages/sign-out" enctype="multipart/form-data"><input type="hidden" name="proof" value="${reader.formProof}"><button class="link">${say(reader, 'signOut')}</button></form>` : html`<a href="/pages/sign-in">${say(reader, 'signIn')}</a>`}
${reader.path === '' ? '' : html`<a href="${reader.path}${reader.path.includes('?') ? '&' : '?'}lang=${other}" hreflang="${other}">${say(reader, 'otherLanguage')}</a>`}</span>
</header>
${reader.isDemonstration ? html`<p class="training" role="note">${say(reader, 'demonstration')}</p>` : ''}<p class="warning" role="note">${say(reader, 'noSecrets')}</p>
<main><h1>${title}</h1>
${content}
</main>
</body></html>`.text;
}
