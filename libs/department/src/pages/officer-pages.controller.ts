import { Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { actsAllowed, findActRow, handOver } from '@lianxi/casework';
import {
  inTransaction,
  isPageMark,
  newId,
  OFFICER_POOL,
  Policy,
  PostRegister,
  problems,
  TakesPapers,
  type Actor,
  type Post as HeldPost,
} from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { actorOf, checkedId, checkedKey } from '../cases/cases.controller';
import type { CaseView } from '../cases/case-view';
import { PerformAct } from '../cases/perform-act';
import { allowedView, ReadCase } from '../cases/read-case';
import { findCase, offersTo } from '../cases/read-rows';
import { Worklist, worklists, type WorklistName } from '../cases/worklist';
import { AnswerOffer, offerStanding, offerSubject } from '../hand-over/answer-offer';
import { CaseCounts } from '../counts/case-counts';
import { findAlike, type Alike } from '../duplicates/find-alike';
import { WatchCase } from '../watching/watch-case';
import { remindersOf } from '../clocks/reminders';
import { ReadPaper } from '../papers/read-paper';
import { sendPaper } from '../papers/send-paper';
import { PROFILE, type DepartmentProfile } from '../profile';
import { formFrom, type ActSurroundings } from './act-form';
import { casePage } from './case-page';
import { offersPage } from './offers-page';
import { PageFilter } from './page-filter';
import { PageGuard, type PageRequest } from './page-guard';
import { PageSession } from './page-session';
import { RuleChanges } from '../rules/rule-changes';
import { ruleChangesPage } from './rule-changes-page';
import { remindersPage } from './reminders-page';
import { readerOf, sendPage } from './send-page';
import { worklistPage } from './worklist-page';

type Fields = Readonly<Record<string, string>>;

/** The pages about cases. Every rule is the engine's: a page offers what the API would accept, and asks it again when something is done. */
@ApiExcludeController()
@Controller('pages')
@UseFilters(PageFilter)
@UseGuards(PageGuard)
@Policy('public')
export class OfficerPagesController {
  constructor(
    @Inject(PageSession) private readonly session: PageSession,
    @Inject(Worklist) private readonly worklist: Worklist,
    @Inject(ReadCase) private readonly readCase: ReadCase,
    @Inject(PerformAct) private readonly performAct: PerformAct,
    @Inject(AnswerOffer) private readonly answerOffer: AnswerOffer,
    @Inject(ReadPaper) private readonly readPaper: ReadPaper,
    @Inject(PostRegister) private readonly posts: PostRegister,
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(PROFILE) private readonly profile: DepartmentProfile,
    @Inject(CaseCounts) private readonly counts: CaseCounts,
    @Inject(WatchCase) private readonly watchCase: WatchCase,
    @Inject(RuleChanges) private readonly changes: RuleChanges,
  ) {}

  @Get('worklist')
  async list(@Query() query: Record<string, unknown>, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const name = String(query['list'] ?? 'body');
    if (!(worklists as readonly string[]).includes(name)) throw problems.notFound({ field: 'list', allowed: worklists });
    const after = query['after'];
    if (after !== undefined && !isPageMark(after)) throw problems.formRefused({ field: 'after' });
    const [at = '', id = ''] = after?.split('~') ?? [];
    const page = await this.worklist.read(name as WorklistName, actorOf(request), after === undefined ? undefined : { at, id }, 50);
    await sendPage(
      reply,
      worklistPage(readerOf(request), name as WorklistName, page, await this.now(), await this.counts.of(actorOf(request))),
    );
  }

  @Get('cases/:id')
  async case(@Param('id') id: string, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.readCase.read(checkedId(id), actorOf(request));
    await sendPage(reply, casePage(readerOf(request), view, this.profile, await this.around(view, actorOf(request))));
  }

  @Post('cases/:id/acts/:act')
  @TakesPapers(1)
  async act(@Param('id') id: string, @Param('act') act: string, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = this.checkedFields(request);
    const actor = actorOf(request);
    const view = await this.readCase.read(checkedId(id), actor);
    const rows = findActRow(view.procedure, act)?.form ?? [];
    const paper = request.papers?.[0];
    const form = { ...formFrom(fields, rows, view), ...(paper ? { paper: newId() } : {}) };
    const order = {
      caseId: view.id,
      act,
      version: Number(fields['version']),
      epoch: Number(fields['epoch']),
      form,
      key: checkedKey(fields['key']),
      ...(paper ? { paper } : {}),
    };
    await this.performAct.perform(order, actor);
    await reply.redirect(`/pages/cases/${view.id}`, 303);
  }

  @Post('cases/:id/watch')
  @TakesPapers(0)
  async watch(@Param('id') id: string, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = this.checkedFields(request);
    const { caseId } = await this.watchCase.set(checkedId(id), fields['watch'] === 'true', actorOf(request));
    await reply.redirect(`/pages/cases/${caseId}`, 303);
  }

  @Get('cases/:id/papers/:paper')
  async paper(
    @Param('id') id: string,
    @Param('paper') paper: string,
    @Req() request: PageRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPaper(reply, await this.readPaper.read(checkedId(id), checkedId(paper), actorOf(request)));
  }

  @Get('reminders')
  async reminders(@Query() query: Record<string, unknown>, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    const after = typeof query['after'] === 'string' ? checkedId(query['after']) : null;
    const found = await inTransaction(this.pool, actor, (tx) => remindersOf(tx, actor, after, 51));
    await sendPage(reply, remindersPage(readerOf(request), found.slice(0, 50), found.length > 50 ? (found[49]?.id ?? null) : null));
  }

  @Get('rule-changes')
  async ruleChanges(@Query() query: Record<string, unknown>, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const after = query['after'];
    if (after !== undefined && !isPageMark(after)) throw problems.formRefused({ field: 'after' });
    const [at = '', id = ''] = after?.split('~') ?? [];
    await sendPage(
      reply,
      ruleChangesPage(readerOf(request), await this.changes.read(actorOf(request), after === undefined ? undefined : { at, id }, 50)),
    );
  }

  @Get('offers')
  async offers(@Query() query: Record<string, unknown>, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    const after = typeof query['after'] === 'string' ? checkedId(query['after']) : null;
    const found = await inTransaction(this.pool, actor, (tx) => offersTo(tx, actor, after, 51));
    const next = found.length > 50 ? (found[49]?.id ?? null) : null;
    await sendPage(
      reply,
      offersPage(
        readerOf(request),
        next,
        found
          .slice(0, 50)
          .map((offer) => ({ ...offer, acts: actsAllowed(handOver, offerSubject(offer), offerStanding(actor, offer)).map(allowedView) })),
      ),
    );
  }

  @Post('offers/:id/acts/:act')
  @TakesPapers(0)
  async answer(@Param('id') id: string, @Param('act') act: string, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = this.checkedFields(request);
    const actor = actorOf(request);
    const form = formFrom(fields, handOver.acts.find((row) => row.act === act)?.form ?? [], { city: actor.city, facts: {} });
    await this.answerOffer.answer({ id: checkedId(id), act, form, key: checkedKey(fields['key']) }, actor);
    await reply.redirect('/pages/offers', 303);
  }

  private checkedFields(request: PageRequest): Fields {
    const fields = (request.body ?? {}) as Fields;
    this.session.checkProof(request, fields['proof']);
    return fields;
  }

  private async around(view: CaseView, actor: Actor): Promise<ActSurroundings> {
    const alike = view.acts.some(({ act }) => act === 'merge') ? await this.alikeTo(view.id, actor) : [];
    const names = new Map(
      view.particulars
        .filter(({ kind }) => kind === 'paper-name')
        .map(({ value }) => [(value as { paper: string }).paper, (value as { name: string }).name]),
    );
    return {
      city: view.city,
      facts: view.facts,
      posts: await this.postsFor(view),
      alike,
      papers: view.papers.map(({ id }) => ({ id, name: names.get(id) ?? id })),
    };
  }

  private alikeTo(id: string, actor: Actor): Promise<Alike[]> {
    return inTransaction(this.pool, actor, async (tx) => {
      const row = await findCase(tx, id);
      return row ? findAlike(tx, row, actor) : [];
    });
  }

  /** Whoever works on it; where people are named on a sealed case, also those already named and the office's. */
  private async postsFor({ holder, mark, city }: CaseView): Promise<HeldPost[]> {
    const bodies = mark === 'sealed' ? [...new Set([holder, register.getCity(city).office])] : [holder];
    return (await Promise.all(bodies.map((body) => this.posts.ofBody(body)))).flat().filter(({ actingFrom }) => actingFrom === null);
  }

  private async now(): Promise<string> {
    const seconds = await this.posts.now();
    return new Date(seconds * 1000).toISOString();
  }
}
