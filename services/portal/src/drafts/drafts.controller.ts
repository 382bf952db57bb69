import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Policy, problems } from '@lianxi/chassis';
import { sessionOf } from '../session/session.controller';
import type { PortalRequest } from '../session/session';
import { Drafts, type Draft } from './drafts';

class DraftForm {
  @IsObject() form!: Record<string, unknown>;
}

/** `filing`, or an act on a case: `act SERVICE CASE ACT`. */
function checkedName(name: string): string {
  if (!/^[a-z0-9][a-z0-9. -]{1,150}$/.test(name)) throw problems.formRefused({ field: 'name' });
  return name;
}

@ApiTags('portal')
@Controller('api/drafts')
@Policy('signed-in')
export class DraftsController {
  constructor(@Inject(Drafts) private readonly drafts: Drafts) {}

  @Get()
  async list(@Req() request: PortalRequest): Promise<{ lines: readonly Omit<Draft, 'form'>[] }> {
    return { lines: await this.drafts.list(sessionOf(request).person) };
  }

  @Get(':name')
  async read(@Param('name') name: string, @Req() request: PortalRequest): Promise<Draft> {
    return (await this.drafts.find(sessionOf(request).person, checkedName(name))) ?? { name, savedAt: null, form: null };
  }

  @Put(':name')
  @HttpCode(200)
  async keep(@Param('name') name: string, @Body() { form }: DraftForm, @Req() request: PortalRequest): Promise<{ kept: true }> {
    await this.drafts.keep(sessionOf(request).person, checkedName(name), form);
    return { kept: true };
  }

  @Delete(':name')
  async discard(@Param('name') name: string, @Req() request: PortalRequest): Promise<{ discarded: true }> {
    await this.drafts.discard(sessionOf(request).person, checkedName(name));
    return { discarded: true };
  }
}
