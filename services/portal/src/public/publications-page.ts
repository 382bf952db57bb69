import { fewestShown, type DecisionFigure, type Label, type Publication, type PublicationPage } from '@lianxi/casework';
import { factLabels, register } from '@lianxi/jurisdiction';
import { publicationsTexts, type PublicationsText } from './publications-texts';
import { escape, plainStyle, type Language } from './status-page';

/** What is shown for a city; undefined while it cannot be known. */
export interface PublicationsShown {
  readonly city: string;
  readonly page: PublicationPage;
  readonly figures: readonly DecisionFigure[];
}

type Say = (text: PublicationsText, values?: Readonly<Record<string, string>>) => string;

/** A whole page that needs no script: what bodies of a city made public of violations. */
export function publicationsPage(language: Language, nonce: string, city: string, shown: PublicationsShown | undefined): string {
  const say: Say = (text, values = {}) =>
    escape(
      Object.entries(values).reduce((so, [name, value]) => so.replace(`{${name}}`, value), publicationsTexts[text][language] as string),
    );
  const cities = register.cities.map(({ id, names }) =>
    id === city
      ? `<strong>${escape(names[language])}</strong>`
      : `<a href="/pages/publications?lang=${language}&amp;city=${id}">${escape(names[language])}</a>`,
  );
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('title')} · ${say('product')}</title>
<style nonce="${nonce}">${plainStyle}article{margin:1.25rem 0;padding-top:1rem;border-top:1px solid #dfe5ec}article p{white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #dfe5ec}</style></head>
<body><header><a href="/report">${say('product')} · ${say('home')}</a> <a href="/pages/status?lang=${language}">${say('status')}</a> <a href="/pages/publications?lang=${language === 'zh' ? 'en' : 'zh'}&amp;city=${city}">${say('other')}</a></header>
<main><h1>${say('title')}</h1><p>${cities.join(' · ')}</p>
${shown === undefined ? `<p role="alert" class="alert">${say('passing')}</p>` : listPart(language, shown, say)}
<p class="hint">${say('note', { few: String(fewestShown) })}</p></main></body></html>`;
}

function listPart(language: Language, { city, page: { publications, next }, figures }: PublicationsShown, say: Say): string {
  const list =
    publications.length === 0
      ? `<p role="status">${say('none')}</p>`
      : publications.map((each) => publicationPart(language, each, say)).join('');
  const older =
    next === null ? '' : `<p><a href="/pages/publications?lang=${language}&amp;city=${city}&amp;after=${next}">${say('older')}</a></p>`;
  return `${list}${older}${figures.length === 0 ? '' : figuresPart(language, figures, say)}`;
}

function publicationPart(
  language: Language,
  { title, summary, kindLabel, bodyNames, body, publishedOn, withdrawn }: Publication,
  say: Say,
): string {
  const by = `<p class="hint">${escape(kindLabel?.[language] ?? '')} · ${say('publishedBy', { body: bodyNames?.[language] ?? body, on: publishedOn })}</p>`;
  if (withdrawn !== null)
    return `<article><p>${say('withdrawn', { on: withdrawn.on, ground: withdrawn.ground?.[language] ?? '' })}</p>${by}</article>`;
  return `<article><h2>${escape(title ?? '')}</h2><p>${escape(summary ?? '')}</p>${by}</article>`;
}

function figuresPart(language: Language, figures: readonly DecisionFigure[], say: Say): string {
  const rows = figures.map(
    ({ year, field, decisions }) =>
      `<tr><td>${year}</td><td>${escape(fieldName(field, language))}</td><td>${decisions ?? say('few', { few: String(fewestShown) })}</td></tr>`,
  );
  return `<section><h2>${say('figures')}</h2><table><thead><tr><th scope="col">${say('year')}</th><th scope="col">${say('field')}</th><th scope="col">${say('decisions')}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

const fieldName = (field: string, language: Language): string =>
  (factLabels.fields.codes as Readonly<Record<string, Label>>)[field]?.[language] ?? field;
