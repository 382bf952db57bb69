import { Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { newId, Policy, PostRegister, problems, TakesPapers } from '@lianxi/chassis';
import {
  actorOf,
  checkedKey,
  html,
  pageFrame,
  PageFilter,
  PageGuard,
  PageSession,
  postName,
  readerOf,
  say,
  sendPage,
  type Html,
  type PageReader,
  type PageRequest,
} from '@lianxi/department';
import { absenceView, checkedActing, markOf, type AbsenceView } from './absences.controller';
import { Absence, KeepAbsences } from './keep-absences';

/** The page on which a body sees and names who stands in for whom. */
@ApiExcludeController()
@Controller('pages/absences')
@UseFilters(PageFilter)
@UseGuards(PageGuard)
@Policy('public')
export class AbsencePagesController {
  constructor(
    @Inject(PageSession) private readonly session: PageSession,
    @Inject(KeepAbsences) private readonly absences: KeepAbsences,
    @Inject(PostRegister) private readonly posts: PostRegister,
  ) {}

  @Get()
  async list(@Query() query: Record<string, unknown>, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    const after = /^\d{4}-\d\d-\d\d~[a-z0-9-]{3,120}$/.test(String(query['after'])) ? String(query['after']) : null;
    const found = await this.absences.list(actor, after, 51);
    const own = (await this.posts.ofBody(actor.body)).filter(({ actingFrom }) => actingFrom === null).map(({ id }) => id);
    await sendPage(
      reply,
      absencesPage(readerOf(request), found.slice(0, 50).map(absenceView), found.length > 50 ? markOf(found[49]) : null, own),
    );
  }

  @Post()
  @TakesPapers(0)
  async keep(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { proof, key, post = '', deputy, from, until, kind } = (request.body ?? {}) as Readonly<Record<string, string>>;
    this.session.checkProof(request, proof);
    const absence = plainToInstance(Absence, { posts: [post], deputy, from, until, kind });
    const refused = validateSync(absence)[0]?.property;
    if (refused !== undefined) throw problems.formRefused({ field: refused });
    await this.absences.keep(absence, checkedKey(key), actorOf(request));
    await reply.redirect('/pages/absences', 303);
  }

  @Post(':id/end')
  @TakesPapers(0)
  async end(@Param('id') id: string, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    this.session.checkProof(request, ((request.body ?? {}) as Readonly<Record<string, string>>)['proof']);
    await this.absences.end(checkedActing(id), actorOf(request));
    await reply.redirect('/pages/absences', 303);
  }
}

function absencesPage(reader: PageReader, lines: readonly AbsenceView[], next: string | null, posts: readonly string[]): string {
  const name = (post: string | null): string => postName(reader, post, reader.actor?.body ?? null);
  const choices = posts.map((post) => html`<option value="${post}">${name(post)}</option>`);
  const hidden = html`<input type="hidden" name="proof" value="${reader.formProof}">`;
  const line = ({
    id,
    post,
    deputy,
    kind,
    from,
    until,
  }: AbsenceView): Html => html`<tr><td>${name(post)}</td><td>${name(deputy)}</td><td>${say(reader, kind ?? 'leave')}</td><td>${from} – ${until}</td>
<td><form method="post" action="/pages/absences/${id}/end" enctype="multipart/form-data">${hidden}<button class="link">${say(reader, 'endNow')}</button></form></td></tr>`;
  return pageFrame(
    reader,
    say(reader, 'absences'),
    html`<section><p class="hint">${say(reader, 'absencesHint')}</p><form method="post" action="/pages/absences" enctype="multipart/form-data">${hidden}<input type="hidden" name="key" value="${newId()}">
<label>${say(reader, 'absentPost')}<select name="post" required>${choices}</select></label><label>${say(reader, 'deputy')}<select name="deputy" required>${choices}</select></label>
<label>${say(reader, 'absenceKind')}<select name="kind">${(['leave', 'holiday-duty'] as const).map((kind) => html`<option value="${kind}">${say(reader, kind)}</option>`)}</select></label>
<label>${say(reader, 'fromDay')}<input type="date" name="from" required></label><label>${say(reader, 'untilDay')}<input type="date" name="until" required></label><button>${say(reader, 'do')}</button></form></section>
${lines.length === 0 ? html`<p>${say(reader, 'nothingHere')}</p>` : html`<table><tbody>${lines.map(line)}</tbody></table>`}${next === null ? '' : html`<p><a href="/pages/absences?after=${next}">${say(reader, 'next')}</a></p>`}`,
  );
}
