import { actLabelOf, procedures } from '@lianxi/casework';
import { factLabels, register, unknownLabel, type FactName, type Label } from '@lianxi/jurisdiction';
import type { Problem } from '@lianxi/chassis';
import { html, type Html } from './html';
import { bodyName, inWords, moment, pageFrame, postName, say, type PageReader } from './page-frame';
import { pageTexts, type PageText } from './page-texts';

interface Since {
  readonly procedure: string;
  readonly act: string;
  readonly post: string | null;
  readonly body: string | null;
  readonly at: string;
}

/** Why something was not done, in words, with what would be allowed and, for a case that moved on, what happened since. */
export const problemPage = (reader: PageReader, problem: Problem, back: string): string =>
  pageFrame(reader, say(reader, 'refusedTitle'), html`${problemPart(reader, problem)}<p><a href="${back}">${say(reader, 'back')}</a></p>`);

/** The same as a part of a page, above the form that was refused. */
export function problemPart(reader: PageReader, problem: Problem): Html {
  const since = (problem.details?.['since'] ?? []) as readonly Since[];
  return html`<section role="alert"><dl>
<dt>${say(reader, 'reason')}</dt><dd>${inWords(reader, problem.title)} <span class="mark">${problem.code}</span></dd>
${problem.field === undefined ? '' : html`<dt>${say(reader, 'field')}</dt><dd>${fieldName(reader, problem.field)}</dd>`}
${problem.allowed === undefined ? '' : html`<dt>${say(reader, 'allowed')}</dt><dd>${allowedText(reader, problem.field ?? '', problem.allowed)}</dd>`}
${
  since.length === 0
    ? ''
    : html`<dt>${say(reader, 'changedSince')}</dt><dd>${since.map(
        ({ procedure, act, post, body, at }) =>
          html`${moment(at)} ${postName(reader, post, body)}：${inWords(reader, actLabelOf(procedure, act), act)}\n`,
      )}</dd>`
}
</dl></section>`;
}

const own: Readonly<Record<string, PageText>> = { name: 'contactName', noStateSecrets: 'confirmNoSecrets' };

/** A field by the words that stand beside it on the page. */
function fieldName(reader: PageReader, field: string): string {
  const [part = '', ...rest] = field.split('.');
  const name = rest.at(-1) ?? part;
  if (part === 'facts') return inWords(reader, (factLabels as Readonly<Record<string, { label: Label }>>)[rest.join('.')]?.label, name);
  if (part === 'form')
    return inWords(
      reader,
      procedures
        .flatMap(({ acts }) => acts)
        .flatMap(({ form = [] }) => form)
        .find((asked) => asked.name === name)?.label,
      name,
    );
  const text = own[name] ?? name;
  return Object.hasOwn(pageTexts, text) ? say(reader, text as PageText) : field;
}

function allowedText(reader: PageReader, field: string, allowed: unknown): string {
  if (!Array.isArray(allowed)) return String(allowed);
  const codes = field.startsWith('facts.')
    ? (factLabels as Readonly<Record<string, { codes: Readonly<Record<string, Label>> }>>)[field.slice('facts.'.length) as FactName]?.codes
    : undefined;
  const word = (value: unknown): string => {
    if (value === 'unknown') return inWords(reader, unknownLabel);
    const act = field === 'act' ? procedures.flatMap(({ acts }) => acts).find((row) => row.act === value)?.label : undefined;
    return inWords(
      reader,
      codes?.[String(value)] ?? act,
      register.findBody(String(value)) ? bodyName(reader, String(value)) : String(value),
    );
  };
  return allowed.map(word).join(reader.language === 'zh' ? '、' : ', ');
}
