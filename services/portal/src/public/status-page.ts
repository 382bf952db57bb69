import { refusalLabels } from '@lianxi/casework';
import { newId } from '@lianxi/chassis';
import type { QuestionView, RefusalView, ReportView } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import type { ToldOpening } from './reports';
import { statusTexts, type Language, type StatusText } from './status-texts';

export type { Language } from './status-texts';

/** A matter, and whether the identity given with it was opened (`passing`: that cannot be known now). */
export interface Shown {
  readonly view: ReportView;
  readonly receipt: string;
  readonly told?: readonly ToldOpening[] | 'passing';
}

/** What is shown below the form: a matter, or why there is none. */
export type StatusAnswer =
  Shown | { readonly trouble: 'unknown' | 'passing' } | { readonly trouble: 'refused'; readonly code: string } | undefined;

type Say = (text: StatusText, values?: Readonly<Record<string, string>>) => string;

export const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
const moment = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const bodyName = (id: string | null, language: Language): string => register.findBody(id ?? '')?.names[language] ?? id ?? '';

/** A whole page that needs no script and asks by POST, so that no receipt stays in a history. */
export function statusPage(language: Language, nonce: string, answer: StatusAnswer, isSent: boolean): string {
  const say: Say = (text, values = {}) =>
    escape(Object.entries(values).reduce((so, [name, value]) => so.replace(`{${name}}`, value), statusTexts[text][language] as string));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('title')} · ${say('product')}</title>
<style nonce="${nonce}">${plainStyle}</style></head>
<body><header><a href="/report">${say('product')} · ${say('home')}</a> <a href="/pages/publications?lang=${language}">${say('publications')}</a> <a href="/pages/status?lang=${language === 'zh' ? 'en' : 'zh'}">${say('other')}</a></header>
<main><h1>${say('title')}</h1>
<form method="post" action="/pages/status?lang=${language}" autocomplete="off"><label for="receipt">${say('receipt')}</label><input id="receipt" name="receipt" inputmode="numeric" required maxlength="19" autocomplete="off"><button>${say('ask')}</button></form>
${answer === undefined ? '' : answerPart(language, answer, say, isSent)}
<p class="hint">${say('trace')}</p></main></body></html>`;
}

function answerPart(language: Language, answer: Exclude<StatusAnswer, undefined>, say: Say, isSent: boolean): string {
  if (!('trouble' in answer)) return viewPart(language, answer, say, isSent);
  const why = answer.trouble === 'refused' ? escape(refusalLabels[answer.code]?.[language] ?? '') || say('unavailable') : '';
  return `<p role="alert" class="alert">${say(answer.trouble)}${why}</p>`;
}

function viewPart(language: Language, { view, receipt, told = [] }: Shown, say: Say, isSent: boolean): string {
  const { holder, stateLabel, state, plain, filedAt, questions, may, refusal, told: outcomes } = view;
  const lines: (readonly [string, string])[] = [
    [say('state'), `${stateLabel?.[language] ?? state}${plain === undefined ? '' : ` · ${plain[language]}`}`],
    [say('holder'), bodyName(holder, language)],
    [say('filed'), moment(filedAt)],
  ];
  const hidden = (): string =>
    `<input type="hidden" name="receipt" value="${escape(receipt)}"><input type="hidden" name="key" value="${newId()}">`;
  const form = (to: string, field: string, button: string, encoding = ''): string =>
    `<form method="post" action="/pages/status/${to}?lang=${language}" autocomplete="off"${encoding}>${hidden()}${field}<button>${button}</button></form>`;
  const words = (id: string, label: string): string =>
    `<label for="${id}">${label}</label><textarea id="${id}" name="text" required maxlength="20000" rows="5"></textarea>`;
  return `${isSent ? `<p class="sent" role="alert">${say('sent')}</p>` : ''}<dl role="status">${lines.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl>${told === 'passing' ? `<p class="hint">${say('toldLater')}</p>` : told.map((opening) => toldPart(language, opening, say)).join('')}
${refusal === null ? '' : refusalPart(language, refusal, say)}${outcomes.length === 0 ? '' : `<section><h2>${say('outcome')}</h2>${outcomes.map((each) => quoted(each.text, say('toldBy', { body: bodyName(each.body, language), at: moment(each.at) }))).join('')}</section>`}
${questions.length === 0 ? '' : `<section><h2>${say('questions')}</h2>${questions.map((question) => questionPart(language, question, say)).join('')}</section>`}
${may.includes('answer-question') ? form('answer', words('answer', say('answer')), say('sendAnswer')) : ''}
${may.includes('object-to-declining') ? form('objection', words('objection', say('objection', { until: refusal?.objectUntil ?? '' })), say('sendObjection')) : ''}
${may.includes('add-to-report') ? `${form('addition', words('addition', say('addition')), say('sendAddition'))}<p class="hint">${say('noName')}</p>` : ''}
${may.includes('add-report-file') ? form('file', `<label for="file">${say('file')}</label><input id="file" name="paper" type="file" required>`, say('sendFile'), ' enctype="multipart/form-data"') : ''}`;
}

const toldPart = (language: Language, { at, body, reason }: ToldOpening, say: Say): string =>
  `<p class="alert">${say('told', { at: moment(at), body: bodyName(body, language), reason: reason?.[language] ?? '' })}</p>`;

const quoted = (text: string, footer: string): string => `<blockquote><p>${escape(text)}</p><footer>${footer}</footer></blockquote>`;

function refusalPart(language: Language, { act, at, groundLabel, reasons, toBody, answer }: RefusalView, say: Say): string {
  const lines: (readonly [string, string | undefined])[] = [
    [say('ground'), groundLabel?.[language]],
    [say('passedTo'), toBody?.[language]],
    [say('explanation'), reasons],
    [say('objectionAnswer'), answer ?? undefined],
  ];
  const known = lines.filter((line): line is readonly [string, string] => line[1] !== undefined);
  return `<section><h2>${say(act === 'decline' ? 'refusedOn' : 'forwardedOn', { at: moment(at) })}</h2><dl>${known.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl></section>`;
}

const questionPart = (language: Language, { body, askedAt, question, answeredAt }: QuestionView, say: Say): string =>
  `<blockquote><p>${escape(question)}</p><footer>${say('askedBy', { body: bodyName(body, language), at: moment(askedAt) })}${answeredAt === null ? '' : `<br>${say('answered', { at: moment(answeredAt) })}`}</footer></blockquote>`;

/** The pages that need no script look alike. */
export const plainStyle = `body{margin:0;font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1f2937;background:#f5f7fa}header{display:flex;justify-content:space-between;gap:1rem;padding:.75rem 1.25rem;background:#0b3a75}header a{color:#fff}
main{max-width:34rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #dfe5ec;border-radius:8px}h1{font-size:1.4rem;margin:0 0 1rem}h2{font-size:1.1rem}label{display:block;margin-bottom:.35rem}input,textarea{font:inherit;width:100%;box-sizing:border-box;padding:.5rem .75rem;border:1px solid #8a94a3;border-radius:6px}#receipt{font-size:1.15rem;letter-spacing:.05em}form{margin-top:1rem}
button{font:inherit;margin-top:1rem;padding:.5rem 1.5rem;border:0;border-radius:6px;background:#0b57b7;color:#fff;cursor:pointer}dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1rem;margin:1.5rem 0 0;padding-top:1rem;border-top:1px solid #dfe5ec}dt{color:#4b5563}dd{margin:0;font-weight:600}blockquote{margin:.75rem 0;padding:.5rem 1rem;border-left:4px solid #0b57b7;background:#f5f7fa;overflow-wrap:anywhere}blockquote p{margin:0;white-space:pre-wrap}blockquote footer{color:#4b5563;font-size:.9rem}.hint{color:#4b5563;font-size:.9rem;margin:1.5rem 0 0}.alert,.sent{margin-top:1rem;padding:.6rem .9rem;background:#fff1f0;border:1px solid #d4380d;border-radius:6px}.sent{background:#f0f9eb;border-color:#2f7d32}a:focus-visible,input:focus-visible,textarea:focus-visible,button:focus-visible{outline:3px solid #f59e0b;outline-offset:2px}@media(max-width:480px){main{margin:0;border-radius:0}}`;
