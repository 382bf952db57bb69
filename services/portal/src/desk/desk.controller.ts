import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { legalDayOf, workingCalendar, type LegalDay } from '@lianxi/casework';
import { Policy, PostRegister, problems, unitContact } from '@lianxi/chassis';
import {
  actorOf,
  SearchForm,
  WorklistFilter,
  type FoundCase,
  type LetterLine,
  type OffersPage,
  type OfferView,
  type Reassignment,
  type WorklistCount,
  type WorklistLine,
} from '@lianxi/department';
import { Departments } from '../departments/departments';
import { SavedFilters, type SavedFilter } from '../filters/saved-filters';
import type { PortalRequest } from '../session/session';
import { sessionOf } from '../session/session.controller';
import { AskServices, type NewestPage } from './ask-services';
import { mergePages, readPlace, writePlace, type ServicePage } from './merge-pages';

class DeskQuery extends WorklistFilter {
  @IsOptional() @Matches(/^[\w-]{2,4000}$/) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

class NewestQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

/** A line of a worklist; `workingDaysLeft` is 0 on the last day, the days it is late where `overdue`, and null where nothing is due. */
export type DeskLine = WorklistLine & { readonly servedBy: string; readonly workingDaysLeft: number | null; readonly overdue: boolean };

/** What waits at the desk of a post, from all services where its body's cases may lie, in one list. `unreachable` names those that did not answer. */
export interface DeskPage {
  readonly lines: readonly DeskLine[];
  readonly next: string | null;
  readonly unreachable: readonly string[];
}

/** Cases found, from all services where the body's cases may lie; with `next`, what was filed before has not been looked through yet. */
export type FoundView = NewestPage<FoundCase>;

/** Orders to give many cases to another post, from all services where the body's cases may lie; `services` names those. */
export type ReassignmentsPage = NewestPage<Reassignment> & { readonly services: readonly string[] };

/** Letters to a unit, from all services of its city, the latest first. */
export type LettersPage = NewestPage<LetterLine>;

/** Transfers that other bodies offer, from all services where this body's cases may lie. */
export interface DeskOffers {
  readonly lines: readonly (OfferView & { readonly servedBy: string })[];
  readonly unreachable: readonly string[];
}

/** Open cases of the body, those overdue, those due within seven days, and how often one was given back in ninety. */
export type DeskCounts = Readonly<Record<'open' | 'overdue' | 'dueSoon' | 'returned', number>>;

/** `isMore` where there are more than were counted, or a service did not answer. */
export interface SavedCounts {
  readonly counts: readonly { readonly id: string; readonly count: number; readonly isMore: boolean }[];
}

const namePattern = /^[a-z][a-z-]{1,30}$/;

@ApiTags('portal')
@Controller('api/desk')
@Policy('any-post')
export class DeskController {
  constructor(
    @Inject(Departments) private readonly departments: Departments,
    @Inject(AskServices) private readonly all: AskServices,
    @Inject(PostRegister) private readonly clock: PostRegister,
    @Inject(SavedFilters) private readonly filters: SavedFilters,
  ) {}

  /** Each list that the services know, by its name there. */
  @Get('worklists/:name')
  async worklist(
    @Param('name') name: string,
    @Query() { after, limit = 50, ...filter }: DeskQuery,
    @Req() request: PortalRequest,
  ): Promise<DeskPage> {
    if (!namePattern.test(name)) throw problems.notFound({ field: 'name' });
    const place = after === undefined ? undefined : readPlace(after);
    if (after !== undefined && place === undefined) throw problems.formRefused({ field: 'after' });
    const services = this.departments.servicesOf(actorOf(request)).filter((service) => place === undefined || service in place);
    const asked = await Promise.all(
      services.map((service) => this.pageOf(service, `${name}?${queryOf(filter, limit, place?.[service])}`, request)),
    );
    const pages = asked.flatMap((page) => (typeof page === 'string' ? [] : [page]));
    const merged = mergePages(pages, place ?? {}, name === 'overdue', limit);
    const unreachable = asked.filter((page) => typeof page === 'string');
    const today = legalDayOf(new Date((await this.clock.now()) * 1_000).toISOString());
    return { lines: merged.lines.map((line) => ({ ...line, ...dueOf(line['dueOn'], today) })), next: writePlace(merged.next), unreachable };
  }

  /** How many cases each filter that the person keeps finds now, by its id. */
  @Get('saved-counts')
  async savedCounts(@Req() request: PortalRequest): Promise<SavedCounts> {
    const filters = await this.filters.list(sessionOf(request).person);
    return { counts: await Promise.all(filters.map((filter) => this.countOf(filter, request))) };
  }

  private async countOf({ id, list, filter }: SavedFilter, request: PortalRequest): Promise<SavedCounts['counts'][number]> {
    const asked = await Promise.all(
      this.departments
        .servicesOf(actorOf(request))
        .map((service) => this.all.read<WorklistCount>(service, `/v1/worklists/${list}/count?${filterQuery(filter)}`, request)),
    );
    const answered = asked.filter((each): each is WorklistCount => typeof each !== 'string');
    return {
      id,
      count: answered.reduce((total, { count }) => total + count, 0),
      isMore: answered.length < asked.length || answered.some(({ isMore }) => isMore),
    };
  }

  /** How much lies with the body, over all services: each counts its own. */
  @Get('counts')
  async counts(@Req() request: PortalRequest): Promise<DeskCounts> {
    const asked = await Promise.all(
      this.departments.servicesOf(actorOf(request)).map((service) => this.all.read<DeskCounts>(service, '/v1/counts', request)),
    );
    const answered = asked.filter((each): each is DeskCounts => typeof each !== 'string');
    const sum = (name: keyof DeskCounts): number => answered.reduce((total, each) => total + each[name], 0);
    return { open: sum('open'), overdue: sum('overdue'), dueSoon: sum('dueSoon'), returned: sum('returned') };
  }

  /** Transfers that other bodies offer to this one. */
  @Get('hand-overs')
  async offers(@Req() request: PortalRequest): Promise<DeskOffers> {
    const services = this.departments.servicesOf(actorOf(request));
    const asked = await Promise.all(services.map((service) => this.all.read<OffersPage>(service, '/v1/hand-overs?limit=50', request)));
    return {
      lines: asked.flatMap((page, place) =>
        typeof page === 'string' ? [] : page.lines.map((line) => ({ ...line, servedBy: services[place] ?? '' })),
      ),
      unreachable: asked.filter((page) => typeof page === 'string'),
    };
  }

  @Get('reassignments')
  async reassignments(@Query() { after, limit = 50 }: NewestQuery, @Req() request: PortalRequest): Promise<ReassignmentsPage> {
    const services = this.departments.servicesOf(actorOf(request));
    return {
      services,
      ...(await this.all.newest<Reassignment>(
        services,
        `/v1/reassignments?limit=${limit}${after === undefined ? '' : `&after=${after}`}`,
        limit,
        request,
      )),
    };
  }

  @Post('search')
  @HttpCode(200)
  search(@Body() { terms, after, limit = 50 }: SearchForm, @Req() request: PortalRequest): Promise<FoundView> {
    return this.all.newest<FoundCase>(this.departments.servicesOf(actorOf(request)), '/v1/search', limit, request, {
      terms,
      limit,
      ...(after === undefined ? {} : { after }),
    });
  }

  /** Letters to the unit whose contact asks, from all services of the city. */
  @Get('letters')
  @Policy([unitContact])
  letters(@Query() { after, limit = 50 }: NewestQuery, @Req() request: PortalRequest): Promise<LettersPage> {
    return this.all.newest<LetterLine>(
      this.departments.servicesIn(actorOf(request)),
      `/v1/letters?limit=${limit}${after === undefined ? '' : `&after=${after}`}`,
      limit,
      request,
    );
  }

  private async pageOf(service: string, list: string, request: PortalRequest): Promise<ServicePage<WorklistLine> | string> {
    const page = await this.all.read<{ lines: WorklistLine[]; next: string | null }>(service, `/v1/worklists/${list}`, request);
    return typeof page === 'string' ? page : { service, ...page };
  }
}

function queryOf(filter: WorklistFilter, limit: number, mark: string | undefined): string {
  return filterQuery({ ...filter, limit, after: mark === '' ? undefined : mark });
}

function filterQuery(filter: object): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
}

const dueOf = (dueOn: unknown, today: LegalDay): Pick<DeskLine, 'workingDaysLeft' | 'overdue'> =>
  typeof dueOn === 'string'
    ? { workingDaysLeft: Math.abs(workingCalendar.workingDaysBetween(today, dueOn)), overdue: dueOn < today }
    : { workingDaysLeft: null, overdue: false };
