import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { DecisionFigure, PublicationPage } from '@lianxi/casework';
import { Policy, ProblemError } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { Departments } from '../departments/departments';
import { nonceOf } from '../web/security-headers';
import { publicationsPage, type PublicationsShown } from './publications-page';

/** What bodies made public of violations, for everybody, in a page that needs no script. */
@ApiExcludeController()
@Controller('pages/publications')
@Policy('public')
export class PublicationsPageController {
  constructor(@Inject(Departments) private readonly departments: Departments) {}

  @Get()
  @RouteConfig({ rateLimit: {} })
  async page(
    @Query('lang') lang: unknown,
    @Query('city') asked: unknown,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const city = register.cities.find(({ id }) => id === asked)?.id ?? register.cities[0]?.id ?? '';
    const shown = await this.shownOf(city, typeof after === 'string' ? after : undefined);
    await reply
      .status(shown === undefined ? 503 : 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(publicationsPage(lang === 'en' ? 'en' : 'zh', nonceOf(reply), city, shown));
  }

  /** Undefined while the service does not answer, or for a place in the list that is none. */
  private async shownOf(city: string, after: string | undefined): Promise<PublicationsShown | undefined> {
    const query = new URLSearchParams({ city, ...(after === undefined ? {} : { after }) }).toString();
    try {
      const [page, figures] = await Promise.all(
        [`?${query}`, `/figures?city=${city}`].map((path) => this.departments.ask('investigation', { path: `/v1/publications${path}` })),
      );
      if (!page?.ok || !figures?.ok) return undefined;
      return { city, page: (await page.json()) as PublicationPage, figures: (await figures.json()) as DecisionFigure[] };
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}
