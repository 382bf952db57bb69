import { actLabelOf } from '@lianxi/casework';
import type { Problem } from '@lianxi/chassis';
import { html } from './html';
import { inWords, moment, pageFrame, postName, say, type PageReader } from './page-frame';

interface Since { readonly procedure: string; readonly act: string; readonly post: string | null; readonly body: string | null; readonly at: string }

/** Why something was not done, in words, with what would be allowed and, for a case that moved on, what happened since. */
export function problemPage(reader: PageReader, problem: Problem, back: string): string {
  const since = (problem.details?.['since'] ?? []) as readonly Since[];
  return pageFrame(reader, say(reader, 'refusedTitle'), html`<section><dl>
<dt>${say(reader, 'reason')}</dt><dd>${inWords(reader, problem.title)} <span class="mark">${problem.code}</span></dd>
${problem.field === undefined ? '' : html`<dt>${say(reader, 'field')}</dt><dd>${problem.field}</dd>`}
${problem.allowed === undefined ? '' : html`<dt>${say(reader, 'allowed')}</dt><dd>${allowedText(problem.allowed)}</dd>`}
${since.length === 0 ? '' : html`<dt>${say(reader, 'changedSince')}</dt><dd>${since.map(({ procedure, act, post, body, at }) =>
  html`${moment(at)} ${postName(reader, post, body)}：${inWords(reader, actLabelOf(procedure, act), act)}\n`)}</dd>`}
</dl></section><p><a href="${back}">${say(reader, 'back')}</a></p>`);
}

const allowedText = (allowed: unknown): string => (Array.isArray(allowed) ? allowed.map(String).join(', ') : String(allowed));
