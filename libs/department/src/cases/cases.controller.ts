import { Body, Controller, Get, Headers, HttpCode, Header, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { IsPageMark, Policy, problems, type Actor, type JsonOf, type LianxiRequest } from '@lianxi/chassis';
import type { CaseView } from './case-view';
import { PerformAct, type ActDone } from './perform-act';
import { ReadCase } from './read-case';
import { WorklistFilter } from './worklist-filter';
import { Worklist, worklists, type WorklistCount, type WorklistName, type WorklistPage } from './worklist';

export class PageQuery {
  @IsOptional() @IsPageMark() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class WorklistQuery extends WorklistFilter {
  @IsOptional() @IsPageMark() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

export class ActForm {
  @ApiProperty({ description: 'The version of the case as you saw it' }) @IsInt() @Min(1) @Max(2_000_000_000) version!: number;
  @ApiProperty({ description: 'The epoch of the case as you saw it' }) @IsInt() @Min(1) @Max(2_000_000_000) epoch!: number;
  @ApiProperty({ description: "The fields of the act's form; 不得填写国家秘密 State secrets must not be entered" })
  @IsObject()
  form!: Record<string, unknown>;
}

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1')
export class CasesController {
  constructor(
    @Inject(PerformAct) private readonly performAct: PerformAct,
    @Inject(ReadCase) private readonly readCase: ReadCase,
    @Inject(Worklist) private readonly worklist: Worklist,
  ) {}

  @Get('me')
  @Policy('any-post')
  @ApiOperation({ summary: '当前身份 Who I act as' })
  me(@Req() request: LianxiRequest): Omit<Actor, 'person' | 'forPerson'> {
    const { person: _person, forPerson: _absent, ...actor } = actorOf(request);
    return actor;
  }

  @Get('worklists/:name')
  @Policy('any-post')
  @ApiOperation({ summary: '工作列表 Worklists: mine, post, body, waiting, handed-on, overdue, watched' })
  list(
    @Param('name') name: string,
    @Query() { after, limit, ...filter }: WorklistQuery,
    @Req() request: LianxiRequest,
  ): Promise<WorklistPage> {
    const [at = '', id = ''] = after?.split('~') ?? [];
    return this.worklist.read(knownWorklist(name), actorOf(request), after === undefined ? undefined : { at, id }, limit ?? 50, filter);
  }

  @Get('worklists/:name/count')
  @Policy('any-post')
  @ApiOperation({ summary: '工作列表数量 How many cases a worklist has' })
  count(@Param('name') name: string, @Query() filter: WorklistFilter, @Req() request: LianxiRequest): Promise<WorklistCount> {
    return this.worklist.count(knownWorklist(name), actorOf(request), filter);
  }

  @Get('cases/:id')
  @Policy('any-post')
  @ApiOperation({ summary: '事项详情 A case with its timeline, clocks, people, papers and the acts allowed now' })
  read(@Param('id') id: string, @Req() request: LianxiRequest): Promise<CaseView> {
    return this.readCase.read(checkedId(id), actorOf(request));
  }

  @Post('cases/:id/acts/:act')
  @HttpCode(200)
  @Policy('any-post')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '办理 Do an act', description: '不得填写国家秘密。State secrets must not be entered.' })
  act(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() order: ActForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<JsonOf<ActDone>> {
    return this.performAct.perform(
      { caseId: checkedId(id), act, version: order.version, epoch: order.epoch, form: order.form, key: checkedKey(key) },
      actorOf(request),
    );
  }
}

function knownWorklist(name: string): WorklistName {
  const known = worklists.find((each) => each === name);
  if (known === undefined) throw problems.notFound({ field: 'name', allowed: worklists });
  return known;
}

const aUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const aKey = /^[\x21-\x7e]{8,200}$/;

export function checkedId(id: string): string {
  if (!aUuid.test(id)) throw problems.idMalformed({ field: 'id' });
  return id.toLowerCase();
}

export function checkedKey(key: string | undefined): string {
  if (key === undefined || !aKey.test(key)) throw problems.keyMissing({ field: 'idempotency-key' });
  return key;
}

export function actorOf({ actor }: LianxiRequest): Actor {
  if (!actor) throw problems.notSignedIn();
  return actor;
}
