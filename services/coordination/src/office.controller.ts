import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { Pool } from 'pg';
import { actsAllowed, designation } from '@lianxi/casework';
import { inTransaction, IsPageMark, OFFICER_POOL, Policy, problems, type Actor, type JsonOf, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, allowedView, checkedId, checkedKey, instant, type OfferedAct } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { Designate, designationStanding, designationSubject, type DesignationDone, type DesignationRow } from './designate';
import { knownInIndex } from './sealed-in-office';
import { Appointment, KeepPosts, type PostRow } from './keep-posts';

export const officeRoles = ['coordinator', 'secretary', 'head'];

class PageQuery {
  @IsOptional() @Matches(/^[\w~.:-]{1,120}$/) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class IndexQuery {
  @IsOptional() @IsPageMark() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** A request for a lead, and what the office may do with it. */
export type DesignationView = DesignationRow & { readonly acts: readonly OfferedAct[] };

export interface DesignationsPage {
  readonly lines: readonly DesignationView[];
  readonly next: string | null;
}

/** Where a case lies, since when and why. */
export interface IndexLine extends Record<string, unknown> {
  readonly case_id: string;
  readonly number: string | null;
  readonly kind: string;
  readonly state: string;
  readonly holder: string;
  readonly service: string;
  readonly lead: string | null;
  readonly interim: boolean;
  readonly rules: readonly string[];
  readonly edition: string | null;
  readonly mark: string;
  readonly epoch: number;
  readonly since: string;
  /** Whether the office has it too, so that its page here may be opened. */
  readonly opensHere: boolean;
}

export interface IndexPage {
  readonly lines: readonly IndexLine[];
  readonly next: string | null;
}

/** A post without its holder: who holds one is a person's data. */
export type PostLine = Pick<
  PostRow,
  'id' | 'city' | 'body' | 'role' | 'valid_from' | 'valid_until' | 'deputy_for' | 'revision' | 'acting_from' | 'absence'
>;

export interface PostsPage {
  readonly lines: readonly PostLine[];
  readonly next: string | null;
}

class DesignationForm {
  @IsInt() @Min(1) version!: number;
  @IsObject() form!: Record<string, unknown>;
}

@ApiTags('office')
@ApiBearerAuth()
@Controller('v1')
export class OfficeController {
  constructor(
    @Inject(Designate) private readonly designate: Designate,
    @Inject(KeepPosts) private readonly keepPosts: KeepPosts,
    @Inject(OFFICER_POOL) private readonly pool: Pool,
  ) {}

  @Get('designations')
  @Policy(officeRoles)
  @ApiOperation({ summary: '待指定 What waits for a designation' })
  async designations(@Query() { after, limit = 50 }: PageQuery, @Req() request: LianxiRequest): Promise<DesignationsPage> {
    const actor = officerOf(request);
    const found = await this.designate.list(actor, after === undefined ? null : checkedId(after), limit + 1);
    const lines = found.slice(0, limit).map((row) => ({
      ...row,
      acts: actsAllowed(designation, designationSubject(row), designationStanding(actor, row)).map(allowedView),
    }));
    return { lines, next: found.length > limit ? (found[limit - 1]?.id ?? null) : null };
  }

  @Post('designations/:id/acts/:act')
  @HttpCode(200)
  @Policy(officeRoles)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '记录意见或指定牵头 Record a view or designate the lead' })
  act(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { version, form }: DesignationForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<JsonOf<DesignationDone>> {
    return this.designate.perform({ id: checkedId(id), act, version, form, key: checkedKey(key) }, officerOf(request));
  }

  @Get('index')
  @Policy(officeRoles)
  @ApiOperation({ summary: '全市事项索引 Who leads which case since when and why' })
  async index(@Query() { after, limit = 50 }: IndexQuery, @Req() request: LianxiRequest): Promise<IndexPage> {
    const [at = null, id = null] = after?.split('~') ?? [];
    const actor = officerOf(request);
    const rows = await inTransaction(this.pool, actor, (tx) =>
      tx.rows<IndexLine>(
        'index-page',
        `
      SELECT i.case_id, i.number, i.kind, i.state, i.holder, i.service, i.lead, i.interim, i.rules, i.edition, i.mark, i.epoch, ${instant('i.since')},
        EXISTS (SELECT 1 FROM cases c WHERE c.id = i.case_id) AS "opensHere" FROM case_index i
      WHERE ($1::timestamptz IS NULL OR (i.since, i.case_id) < ($1::timestamptz, $2::uuid)) AND ${knownInIndex('i', 4)} ORDER BY i.since DESC, i.case_id DESC LIMIT $3`,
        [at, id, limit + 1, actor.post, actor.person],
      ),
    );
    const lines = rows.slice(0, limit);
    const last = lines.at(-1);
    return { lines, next: rows.length > limit && last ? `${last.since}~${last.case_id}` : null };
  }

  @Get('index/:id')
  @Policy(officeRoles)
  @ApiOperation({ summary: '牵头沿革 Who held and led a case, epoch by epoch' })
  async leads(@Param('id') id: string, @Req() request: LianxiRequest): Promise<Record<string, unknown>> {
    const actor = officerOf(request);
    const intervals = await inTransaction(this.pool, actor, (tx) =>
      tx.rows(
        'lead-intervals',
        `
      SELECT l.epoch, l.holder, l.service, l.lead, l.rules, ${instant('l.since')} FROM lead_intervals l JOIN case_index i ON i.case_id = l.case_id WHERE l.case_id = $1 AND ${knownInIndex('i', 2)} ORDER BY l.epoch`,
        [checkedId(id), actor.post, actor.person],
      ),
    );
    return { caseId: id, intervals };
  }

  @Get('posts')
  @Policy([...officeRoles, 'security-administrator'])
  @ApiOperation({ summary: '岗位 Posts' })
  async posts(@Query() { after, limit = 50 }: PageQuery, @Req() request: LianxiRequest): Promise<PostsPage> {
    const found = await this.keepPosts.list(officerOf(request).city, after ?? null, limit + 1);
    return {
      lines: found.slice(0, limit).map(({ person: _person, ...post }) => post),
      next: found.length > limit ? (found[limit - 1]?.id ?? null) : null,
    };
  }

  @Post('posts')
  @HttpCode(200)
  @Policy(['security-administrator'])
  @ApiOperation({ summary: '任命或变更岗位 Appoint somebody, or change or end a post' })
  appoint(@Body() appointment: Appointment, @Req() request: LianxiRequest): Promise<{ id: string; revision: number }> {
    return this.keepPosts.appoint(appointment, actorOf(request));
  }
}

/** Whoever acts for the office of their city: the roles are named alike in every body. */
export function officerOf(request: LianxiRequest): Actor {
  const actor = actorOf(request);
  const { office } = register.getCity(actor.city);
  if (actor.body !== office) throw problems.roleRefused({ field: 'x-lianxi-post', allowed: [office] });
  return actor;
}
