import { Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { actLabelOf, findActRow, stateLabelOf } from '@lianxi/casework';
import { inTransaction, newId, OFFICER_POOL, Policy, problems, TakesPapers } from '@lianxi/chassis';
import {
  actForm,
  actorOf,
  checkedKey,
  formFrom,
  html,
  inWords,
  moment,
  pageFrame,
  PageFilter,
  PageGuard,
  PageSession,
  postName,
  readerOf,
  say,
  sendPage,
  type PageReader,
  type PageRequest,
} from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { othersOf, type EditionRow } from './edition-row';
import { checkedEditionId, checkedOffice, editionRoles, editionView, type EditionView } from './editions.controller';
import { KeepEditions } from './keep-editions';

/** The pages on which an office proposes, proves and signs its rules, and everybody else reads them. */
@ApiExcludeController()
@Controller('pages/editions')
@UseFilters(PageFilter)
@UseGuards(PageGuard)
@Policy('public')
export class EditionPagesController {
  constructor(
    @Inject(PageSession) private readonly session: PageSession,
    @Inject(KeepEditions) private readonly editions: KeepEditions,
    @Inject(OFFICER_POOL) private readonly pool: Pool,
  ) {}

  @Get()
  async list(@Query() query: Record<string, unknown>, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const after = typeof query['after'] === 'string' ? checkedEditionId(query['after']) : null;
    const found = await this.editions.list(actorOf(request), after, 51);
    await sendPage(reply, editionsPage(readerOf(request), found.slice(0, 50), found.length > 50 ? (found[49]?.id ?? null) : null));
  }

  @Get(':id')
  async one(@Param('id') id: string, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    const row = await this.editions.find(checkedEditionId(id), actor);
    const view = await inTransaction(this.pool, actor, async (tx) => editionView(row, await othersOf(tx, row), actor, tx.now));
    await sendPage(reply, editionPage(readerOf(request), view, JSON.stringify(row.content, null, 2)));
  }

  @Post()
  @TakesPapers(0)
  async propose(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { proof, key, content = '' } = (request.body ?? {}) as Readonly<Record<string, string>>;
    this.session.checkProof(request, proof);
    const actor = checkedOffice(actorOf(request));
    if (!editionRoles.includes(actor.role)) throw problems.roleRefused({ allowed: editionRoles });
    const { id } = JSON.parse(await this.editions.propose(parsed(content), checkedKey(key), actor)) as { id: string };
    await reply.redirect(`/pages/editions/${id}`, 303);
  }

  @Post(':id/acts/:act')
  @TakesPapers(0)
  async act(@Param('id') id: string, @Param('act') act: string, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = (request.body ?? {}) as Readonly<Record<string, string>>;
    this.session.checkProof(request, fields['proof']);
    const actor = actorOf(request);
    const form = formFrom(fields, findActRow('edition', act)?.form ?? [], { city: actor.city, facts: {} });
    await this.editions.perform(
      { id: checkedEditionId(id), act, version: Number(fields['version']), form, key: checkedKey(fields['key']) },
      actor,
    );
    await reply.redirect(`/pages/editions/${id}`, 303);
  }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw problems.malformedJson({ field: 'content' });
  }
}

function editionsPage(reader: PageReader, rows: readonly EditionRow[], next: string | null): string {
  const { actor } = reader;
  const mayPropose = actor && actor.body === register.getCity(actor.city).office && editionRoles.includes(actor.role);
  const builtIn = register.getCity(actor?.city ?? '').editions;
  return pageFrame(
    reader,
    say(reader, 'editions'),
    html`<p class="hint">${say(reader, 'editionsHint')}</p><table><thead><tr><th>${say(reader, 'edition')}</th><th>${say(reader, 'beginsOn')}</th><th>${say(reader, 'state')}</th></tr></thead><tbody>
${rows.map((row) => html`<tr><td><a href="/pages/editions/${row.id}">${row.id}</a></td><td>${row.valid_from}</td><td>${inWords(reader, stateLabelOf('edition', row.state), row.state)}</td></tr>`)}
${builtIn.map(({ id, from }) => html`<tr><td>${id}</td><td>${from}</td><td>${inWords(reader, stateLabelOf('edition', 'in-force'))}</td></tr>`)}</tbody></table>${next === null ? '' : html`<p><a href="/pages/editions?after=${next}">${say(reader, 'next')}</a></p>`}
${
  mayPropose
    ? html`<section><form method="post" action="/pages/editions" enctype="multipart/form-data"><input type="hidden" name="proof" value="${reader.formProof}"><input type="hidden" name="key" value="${newId()}">
<label>${say(reader, 'editionContent')}<textarea name="content" rows="12" required></textarea></label><button>${say(reader, 'do')}</button></form></section>`
    : ''
}`,
  );
}

function editionPage(reader: PageReader, view: EditionView, content: string): string {
  const around = { city: view.city, facts: {}, posts: [], papers: [], alike: [] };
  return pageFrame(
    reader,
    view.id,
    html`<section><dl><dt>${say(reader, 'state')}</dt><dd>${inWords(reader, view.stateLabel, view.state)}</dd><dt>${say(reader, 'beginsOn')}</dt><dd>${view.from}</dd><dt>${say(reader, 'fingerprint')}</dt><dd><code>${view.hash}</code></dd>
${view.proof === null ? '' : html`<dt>${say(reader, 'proofResult')}</dt><dd>${view.proof.combinations}</dd>`}</dl></section>
<section><h2>${say(reader, 'acts')}</h2>${view.acts.length === 0 ? html`<p>${say(reader, 'noActs')}</p>` : view.acts.map((act) => actForm(reader, act, `/pages/editions/${view.id}/acts/${act.act}`, { version: view.version }, around))}</section>
<section><h2>${say(reader, 'timeline')}</h2><table><tbody>${view.past.map(({ act, post, body, at }) => html`<tr><td>${moment(at)}</td><td>${inWords(reader, actLabelOf('edition', act), act)}</td><td>${postName(reader, post, body)}</td></tr>`)}</tbody></table></section>
<section><details><summary>${say(reader, 'editionContent')}</summary><pre>${content}</pre></details></section>`,
  );
}
