import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { ContactEnd, ContactForm, KeepContacts } from './keep-contacts';
import { officerOf, officeRoles } from './office.controller';
import type { PostRow } from './keep-posts';

class ContactsQuery {
  @IsOptional() @Matches(/^[a-z0-9-]{1,120}$/) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('office')
@ApiBearerAuth()
@Controller('v1/unit-contacts')
@Policy(officeRoles)
export class ContactsController {
  constructor(@Inject(KeepContacts) private readonly contacts: KeepContacts) {}

  @Get()
  @ApiOperation({ summary: '单位联系人 Contacts that units registered' })
  async list(
    @Query() { after, limit = 50 }: ContactsQuery,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: Omit<PostRow, 'person'>[]; next: string | null }> {
    const found = await this.contacts.list(officerOf(request).city, after ?? null, limit + 1);
    return { lines: found.slice(0, limit), next: found.length > limit ? String(found[limit - 1]?.['id']) : null };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: '登记、变更或终止单位联系人 Register a contact of a unit, change or end it' })
  register(@Body() form: ContactForm, @Req() request: LianxiRequest): Promise<{ id: string; revision: number }> {
    return this.contacts.register(form, officerOf(request));
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: '确定单位联系人的最后一日 Say which day is a contact’s last' })
  end(
    @Param('id') id: string,
    @Body() { validUntil }: ContactEnd,
    @Req() request: LianxiRequest,
  ): Promise<{ id: string; revision: number }> {
    return this.contacts.end(id, validUntil, officerOf(request));
  }
}
