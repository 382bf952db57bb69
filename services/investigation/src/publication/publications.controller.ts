import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { publicationKinds, type DecisionFigure, type PublicationPage } from '@lianxi/casework';
import { Policy } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { Publications } from './publications';

const cities = register.cities.map(({ id }) => id);

class FiguresQuery {
  @IsIn(cities) city!: string;
}

class PublicationsQuery extends FiguresQuery {
  @IsOptional() @IsIn(publicationKinds.map(({ code }) => code)) kind?: string;
  @IsOptional() @Matches(/^(19|20|21)\d\d-(0\d|1[0-2])-([0-2]\d|3[01])_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) after?: string;
}

/** For everybody, without an account. */
@ApiTags('publications')
@Controller('v1/publications')
@Policy('public')
export class PublicationsController {
  constructor(@Inject(Publications) private readonly publications: Publications) {}

  @Get()
  @RouteConfig({ rateLimit: {} })
  @ApiOperation({ summary: '典型案例和处理决定 Typical cases, and decisions that were made public' })
  page(@Query() { city, kind, after }: PublicationsQuery): Promise<PublicationPage> {
    return this.publications.page(city, kind, after);
  }

  @Get('figures')
  @RouteConfig({ rateLimit: {} })
  @ApiOperation({ summary: '各年度各领域处理决定数 Decisions by year and field; small numbers are left out' })
  figures(@Query() { city }: FiguresQuery): Promise<DecisionFigure[]> {
    return this.publications.figures(city);
  }
}
