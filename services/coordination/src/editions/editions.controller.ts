import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import { actsAllowed, edition, stateLabelOf } from '@lianxi/casework';
import { inTransaction, OFFICER_POOL, Policy, problems, type Actor, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, allowedView, checkedKey } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import type { Pool } from 'pg';
import { editionStanding, editionSubject, othersOf, type EditionRow } from './edition-row';
import { KeepEditions } from './keep-editions';

/** Who may propose, as who may prove. */
export const editionRoles: readonly string[] = edition.acts.find(({ act }) => act === 'prove')?.roles ?? [];

class ProposalForm {
  @ApiProperty({ description: 'The whole edition as data, as those under libs/jurisdiction/src/editions' }) @IsObject() edition!: Record<
    string,
    unknown
  >;
}

class EditionActForm {
  @IsInt() @Min(1) @Max(1_000_000) version!: number;
  @IsObject() form!: Record<string, unknown>;
}

class EditionsQuery {
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{3,60}$/) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** An edition without who did what to it as a person. */
export type EditionView = ReturnType<typeof editionView>;
export const editionView = (row: EditionRow, others: readonly EditionRow['content'][], actor: Actor, now: string) => ({
  id: row.id,
  city: row.city,
  from: row.valid_from,
  state: row.state,
  stateLabel: stateLabelOf('edition', row.state),
  version: row.version,
  revision: row.revision,
  hash: row.hash,
  signature: row.signature,
  proof: row.proof?.count ?? null,
  past: row.past.map(({ person: _person, ...act }) => act),
  acts: actsAllowed(edition, editionSubject(row, others, now), editionStanding(actor, row)).map(allowedView),
});

@ApiTags('office')
@ApiBearerAuth()
@Controller('v1/editions')
export class EditionsController {
  constructor(
    @Inject(KeepEditions) private readonly editions: KeepEditions,
    @Inject(OFFICER_POOL) private readonly pool: Pool,
  ) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({ summary: '规则版本 Editions of the city: built in, proposed, signed' })
  async list(@Query() { after, limit = 50 }: EditionsQuery, @Req() request: LianxiRequest): Promise<Record<string, unknown>> {
    const actor = actorOf(request);
    const found = await this.editions.list(actor, after ?? null, limit + 1);
    const lines = await Promise.all(found.slice(0, limit).map((row) => this.viewOf(row, actor)));
    return {
      lines,
      builtIn: register.getCity(actor.city).editions.map(({ id, from }) => ({ id, from })),
      next: found.length > limit ? found[limit - 1]?.id : null,
    };
  }

  @Get(':id')
  @Policy('any-post')
  @ApiOperation({ summary: '规则版本内容 One edition with its rules, hash, signature and proof' })
  async read(@Param('id') id: string, @Req() request: LianxiRequest): Promise<Record<string, unknown>> {
    const row = await this.editions.find(checkedEditionId(id), actorOf(request));
    return { ...(await this.viewOf(row, actorOf(request))), content: row.content };
  }

  @Post()
  @HttpCode(201)
  @Policy(editionRoles)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '提出规则版本 Propose an edition' })
  propose(
    @Body() { edition: given }: ProposalForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.editions.propose(given, checkedKey(key), checkedOffice(actorOf(request)));
  }

  @Post(':id/acts/:act')
  @HttpCode(200)
  @Policy('any-post')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '验证、签发、撤回 Prove, sign or withdraw' })
  act(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { version, form }: EditionActForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.editions.perform({ id: checkedEditionId(id), act, version, form, key: checkedKey(key) }, actorOf(request));
  }

  private viewOf(row: EditionRow, actor: Actor): Promise<EditionView> {
    return inTransaction(this.pool, actor, async (tx) => editionView(row, await othersOf(tx, row), actor, tx.now));
  }
}

export function checkedEditionId(id: string): string {
  if (!/^[a-z][a-z0-9-]{3,60}$/.test(id)) throw problems.notFound({ field: 'id' });
  return id;
}

/** A body's head is no head of the office. */
export function checkedOffice(actor: Actor): Actor {
  if (actor.body !== register.getCity(actor.city).office) throw problems.roleRefused();
  return actor;
}
