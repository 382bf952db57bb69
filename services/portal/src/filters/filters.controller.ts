import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { Policy } from '@lianxi/chassis';
import { checkedId, WorklistFilter } from '@lianxi/department';
import { sessionOf } from '../session/session.controller';
import type { PortalRequest } from '../session/session';
import { SavedFilters, type SavedFilter } from './saved-filters';

class SavedFilterForm {
  @IsString() @Length(1, 40) @Matches(/\S/) name!: string;
  @Matches(/^[a-z][a-z-]{1,30}$/) list!: string;
  @IsObject() @ValidateNested() @Type(() => WorklistFilter) filter!: WorklistFilter;
}

@ApiTags('portal')
@Controller('api/filters')
@Policy('signed-in')
export class FiltersController {
  constructor(@Inject(SavedFilters) private readonly filters: SavedFilters) {}

  @Get()
  async list(@Req() request: PortalRequest): Promise<{ lines: readonly SavedFilter[] }> {
    return { lines: await this.filters.list(sessionOf(request).person) };
  }

  @Put(':id')
  @HttpCode(200)
  async keep(@Param('id') id: string, @Body() form: SavedFilterForm, @Req() request: PortalRequest): Promise<{ kept: true }> {
    await this.filters.keep(sessionOf(request).person, { id: checkedId(id), ...form });
    return { kept: true };
  }

  @Delete(':id')
  @HttpCode(200)
  async forget(@Param('id') id: string, @Req() request: PortalRequest): Promise<{ forgotten: true }> {
    await this.filters.forget(sessionOf(request).person, checkedId(id));
    return { forgotten: true };
  }
}
