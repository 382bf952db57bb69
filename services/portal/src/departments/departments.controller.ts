import { All, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PassesPapersOn, Policy } from '@lianxi/chassis';
import { sessionOf } from '../session/session.controller';
import type { PortalRequest } from '../session/session';
import { Departments } from './departments';
import { bodyToPass, headersToPass, passAnswer, pathToPass } from './pass-on';

/** Whatever a service's API offers to people, under the person's own token: what they may do there is for that service to say. */
@ApiExcludeController()
@Controller('api/at')
@Policy('signed-in')
export class DepartmentsController {
  constructor(@Inject(Departments) private readonly departments: Departments) {}

  @All(':service/v1/*')
  @PassesPapersOn()
  async pass(@Param('service') service: string, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = pathToPass(request.url, `/api/at/${service}`);
    const body = bodyToPass(request);
    await passAnswer(
      reply,
      await this.departments.ask(service, {
        method: request.method,
        path,
        session: sessionOf(request),
        headers: headersToPass(request),
        ...(body === undefined ? {} : { body }),
      }),
    );
  }
}
