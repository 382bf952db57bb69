import { roleLabels, type Label } from '@lianxi/casework';
import type { Post } from '@lianxi/chassis';
import { html } from './html';
import { bodyName, inWords, pageFrame, postName, say, type PageReader } from './page-frame';

/** Where an officer pastes an access token; in a demonstration it says how to get one. */
export function signInPage(reader: PageReader): string {
  const hint = reader.isDemonstration
    ? html`<p class="hint">${say(reader, 'tokenHint')}<br><code>npm run --silent token -- bj-health-case-officer</code></p>`
    : '';
  return pageFrame(
    reader,
    say(reader, 'signIn'),
    html`<form class="sheet" method="post" action="/pages/sign-in" enctype="multipart/form-data">
<input type="hidden" name="proof" value="${reader.formProof}">${hint}
<label>${say(reader, 'token')}<textarea name="token" required autocomplete="off" spellcheck="false"></textarea></label><button>${say(reader, 'signIn')}</button></form>`,
  );
}

/** A person who holds several posts says in which they act. */
export function choosePostPage(reader: PageReader, posts: readonly Post[]): string {
  return pageFrame(
    reader,
    say(reader, 'actAs'),
    html`<form class="sheet" method="post" action="/pages/choose-post" enctype="multipart/form-data">
<input type="hidden" name="proof" value="${reader.formProof}">
<label>${say(reader, 'actAs')}<select name="post">${posts.map(
      ({ id, body, role, deputyFor, absence }) =>
        html`<option value="${id}">${bodyName(reader, body)} ${inWords(reader, (roleLabels as Readonly<Record<string, Label>>)[role], role)}${absence === null ? '' : html` · ${say(reader, 'actingFor')} ${postName(reader, deputyFor, body)} (${say(reader, absence)})`}</option>`,
    )}</select></label><button>${say(reader, 'do')}</button></form>`,
  );
}
