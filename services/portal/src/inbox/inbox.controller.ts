import { Body, Controller, Get, HttpCode, Inject, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { Pool } from 'pg';
import { OFFICER_POOL, Policy, type Actor } from '@lianxi/chassis';
import { actorOf, type Reminder } from '@lianxi/department';
import { Departments } from '../departments/departments';
import { AskServices, type NewestPage } from '../desk/ask-services';
import type { PortalRequest } from '../session/session';

class InboxQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

class ReadForm {
  @IsUUID() until!: string;
}

/** Reminders that reached the post, from all services; what came after `readUntil` is new to this person in this post. */
export type InboxPage = NewestPage<Reminder> & { readonly readUntil: string | null };

@ApiTags('portal')
@Controller('api/inbox')
@Policy('any-post')
export class InboxController {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Departments) private readonly departments: Departments,
    @Inject(AskServices) private readonly all: AskServices,
  ) {}

  @Get()
  async list(@Query() { after, limit = 50 }: InboxQuery, @Req() request: PortalRequest): Promise<InboxPage> {
    const actor = actorOf(request);
    const path = `/v1/reminders?limit=${limit}${after === undefined ? '' : `&after=${after}`}`;
    const [page, readUntil] = await Promise.all([
      this.all.newest<Reminder>(this.departments.servicesOf(actor), path, limit, request),
      this.readUntil(actor),
    ]);
    return { ...page, readUntil };
  }

  /** Never goes back: a page that was opened earlier takes nothing that is newer for unread again. */
  @Put('read')
  @HttpCode(200)
  async read(@Body() { until }: ReadForm, @Req() request: PortalRequest): Promise<{ until: string }> {
    const { person, post } = actorOf(request);
    await this.pool.query(
      `INSERT INTO inbox_read (person, post, until) VALUES ($1, $2, $3) ON CONFLICT (person, post) DO UPDATE SET until = greatest(inbox_read.until, excluded.until)`,
      [person, post, until],
    );
    return { until };
  }

  private async readUntil({ person, post }: Actor): Promise<string | null> {
    const { rows } = await this.pool.query<{ until: string }>('SELECT until FROM inbox_read WHERE person = $1 AND post = $2', [
      person,
      post,
    ]);
    return rows[0]?.until ?? null;
  }
}
