import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Policy, problems } from '@lianxi/chassis';
import { diagramOf, type Language } from './procedure-diagram';
import { findProcedureView, type ProcedureView } from './procedure-view';

class DiagramQuery {
  @IsOptional() @IsIn(['zh', 'en']) lang?: Language;
}

/** The procedures as everybody may know them: what is done in which state, by whom and on which clause. */
@ApiTags('portal')
@Controller('api/public/procedures')
export class HelpController {
  @Get(':id')
  @Policy('public')
  @Header('cache-control', 'public, max-age=300')
  read(@Param('id') id: string): ProcedureView {
    return getView(id);
  }

  @Get(':id/diagram.svg')
  @Policy('public')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  diagram(@Param('id') id: string, @Query() { lang = 'zh' }: DiagramQuery): Promise<string> {
    return diagramOf(getView(id), lang);
  }
}

function getView(id: string): ProcedureView {
  const view = findProcedureView(id);
  if (!view) throw problems.notFound();
  return view;
}
