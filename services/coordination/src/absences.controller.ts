import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Policy, problems, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedKey } from '@lianxi/department';
import { Absence, KeepAbsences } from './keep-absences';
import type { PostRow } from './keep-posts';

const aMark = /^\d{4}-\d\d-\d\d~[a-z0-9-]{3,120}$/;

class AbsencesQuery {
  @IsOptional() @Matches(aMark) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** An absence as it is shown: which post stands in for which, on which days. Who the persons are it does not say. */
export interface AbsenceView {
  readonly id: string;
  readonly post: string | null;
  readonly deputy: string | null;
  readonly kind: PostRow['absence'];
  readonly from: string;
  readonly until: string | null;
  readonly role: string;
}

export const absenceView = (row: PostRow): AbsenceView => ({
  id: row.id,
  post: row.deputy_for,
  deputy: row.acting_from,
  kind: row.absence,
  from: row.valid_from,
  until: row.valid_until,
  role: row.role,
});
export const markOf = (row: PostRow | undefined): string | null => (row ? `${row.valid_from}~${row.id}` : null);

@ApiTags('office')
@ApiBearerAuth()
@Controller('v1/absences')
export class AbsencesController {
  constructor(@Inject(KeepAbsences) private readonly absences: KeepAbsences) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({ summary: '请假与值班代理 Who stands in for whom at my body' })
  async list(
    @Query() { after, limit = 50 }: AbsencesQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: AbsenceView[]; next: string | null }> {
    const found = await this.absences.list(actorOf(request), after ?? null, limit + 1);
    return { lines: found.slice(0, limit).map(absenceView), next: found.length > limit ? markOf(found[limit - 1]) : null };
  }

  @Post()
  @HttpCode(201)
  @Policy('any-post')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '登记请假或值班，确定代理人 Name who stands in during leave or holiday duty' })
  keep(@Body() absence: Absence, @Headers('idempotency-key') key: string | undefined, @Req() request: LianxiRequest): Promise<string> {
    return this.absences.keep(absence, checkedKey(key), actorOf(request));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Policy('any-post')
  @ApiOperation({ summary: '立即终止代理 End it at once' })
  end(@Param('id') id: string, @Req() request: LianxiRequest): Promise<{ id: string; revision: number }> {
    return this.absences.end(checkedActing(id), actorOf(request));
  }
}

export function checkedActing(id: string): string {
  if (!/^[a-z0-9-]{3,120}$/.test(id)) throw problems.notFound({ field: 'id' });
  return id;
}
