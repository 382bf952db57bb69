import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { IsObject, IsString, Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PassesPapersOn, Policy, PostRegister } from '@lianxi/chassis';
import { legalDayOf } from '@lianxi/casework';
import type { ReportView } from '@lianxi/department';
import { Departments } from '../departments/departments';
import { bodyToPass, headersToPass, passAnswer } from '../departments/pass-on';
import { foreseeDecision, type Foreseen } from './foresee-decision';
import { Reports } from './reports';

class FactsForm {
  @IsObject() facts!: Record<string, unknown>;
}

class ReceiptForm {
  @IsString() @Matches(/^\d{4}-?\d{4}-?\d{4}-?\d{4}$/) receipt!: string;
}

/** What anybody may ask without being known. Nothing here reads a session. */
@ApiTags('portal')
@Controller('api/public')
@Policy('public')
export class PublicController {
  constructor(
    @Inject(Departments) private readonly departments: Departments,
    @Inject(Reports) private readonly reports: Reports,
    @Inject(PostRegister) private readonly clock: PostRegister,
  ) {}

  @Post('decisions')
  @HttpCode(200)
  @RouteConfig({ rateLimit: { max: 600, timeWindow: 60_000 } })
  async foresee(@Body() { facts }: FactsForm): Promise<Foreseen> {
    return foreseeDecision(facts, legalDayOf(new Date((await this.clock.now()) * 1_000).toISOString()));
  }

  @Get('at/:service/profile')
  async profile(@Param('service') service: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await passAnswer(reply, await this.departments.ask(service, { path: '/v1/profile', headers: headersToPass(request) }));
  }

  @Post('at/:service/matters')
  @PassesPapersOn()
  @RouteConfig({ rateLimit: {} })
  async file(@Param('service') service: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyToPass(request);
    await passAnswer(
      reply,
      await this.departments.ask(service, {
        method: 'POST',
        path: '/v1/matters',
        headers: headersToPass(request),
        ...(body === undefined ? {} : { body }),
      }),
    );
  }

  /** A receipt in a body leaves no trace in an address. */
  @Post('receipts')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  status(@Body() { receipt }: ReceiptForm, @Req() { ip }: FastifyRequest): Promise<ReportView> {
    return this.reports.look({ receipt, from: ip });
  }
}
