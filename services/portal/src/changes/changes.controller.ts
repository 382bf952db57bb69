import { PassThrough } from 'node:stream';
import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy } from '@lianxi/chassis';
import { actorOf } from '@lianxi/department';
import { Departments } from '../departments/departments';
import { readPlace, writePlace } from '../desk/merge-pages';
import { sessionOf } from '../session/session.controller';
import type { PortalRequest } from '../session/session';
import { followServices } from './followed-services';
import { OpenStreams } from './open-streams';

/** A browser comes again this soon after a stream ended. */
const comesAgainMs = 2_000;

@ApiExcludeController()
@Controller('api/changes')
@Policy('any-post')
export class ChangesController {
  constructor(
    @Inject(Departments) private readonly departments: Departments,
    @Inject(OpenStreams) private readonly streams: OpenStreams,
  ) {}

  /** Server-sent events: ids and versions of cases that moved on, of those that the person may know of. A browser goes on where it was (`Last-Event-ID`). */
  @Get()
  async follow(
    @Headers('last-event-id') last: string | undefined,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const session = sessionOf(request);
    const services = this.departments.servicesOf(actorOf(request));
    const events = new PassThrough();
    const away = new AbortController();
    const forget = this.streams.add({ session, end: () => events.end() });
    events.once('close', () => {
      forget();
      away.abort();
    });
    events.write(`retry: ${comesAgainMs}\n\n`);
    void followServices(
      {
        departments: this.departments,
        session,
        services,
        tell: (changes, place) => {
          if (!events.writableEnded)
            events.write(`id: ${writePlace(place) ?? ''}\n${changes === undefined ? '' : `data: ${JSON.stringify(changes)}\n`}\n`);
        },
      },
      (last === undefined ? undefined : readPlace(last)) ?? {},
      away.signal,
    ).finally(() => events.end());
    await reply.type('text/event-stream; charset=utf-8').header('cache-control', 'no-store').header('x-accel-buffering', 'no').send(events);
  }
}
