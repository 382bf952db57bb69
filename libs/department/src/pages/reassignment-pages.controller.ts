import { Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy, PostRegister, problems, TakesPapers, type Actor } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '../cases/cases.controller';
import { assignableRoles } from '../cases/assignable-roles';
import { OrderReassignment } from '../reassignments/order-reassignment';
import { reassigningRoles } from '../reassignments/reassignments.controller';
import { PageFilter } from './page-filter';
import { PageGuard, type PageRequest } from './page-guard';
import { PageSession } from './page-session';
import { reassignmentPage, reassignmentsPage } from './reassignments-page';
import { readerOf, sendPage } from './send-page';

/** The pages about many cases given to another post at once. */
@ApiExcludeController()
@Controller('pages/reassignments')
@UseFilters(PageFilter)
@UseGuards(PageGuard)
@Policy('public')
export class ReassignmentPagesController {
  constructor(
    @Inject(PageSession) private readonly session: PageSession,
    @Inject(OrderReassignment) private readonly orders: OrderReassignment,
    @Inject(PostRegister) private readonly posts: PostRegister,
  ) {}

  @Get()
  async list(@Query() query: Record<string, unknown>, @Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = mayReassign(actorOf(request));
    const after = typeof query['after'] === 'string' ? checkedId(query['after']) : null;
    const found = await this.orders.list(actor, after, 51);
    const posts = (await this.posts.ofBody(actor.body)).filter(
      ({ role, actingFrom }) => actingFrom === null && assignableRoles.includes(role),
    );
    await sendPage(
      reply,
      reassignmentsPage(readerOf(request), found.slice(0, 50), found.length > 50 ? (found[49]?.id ?? null) : null, { posts }),
    );
  }

  @Get(':id')
  async one(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: PageRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = mayReassign(actorOf(request));
    const after = /^\d{1,6}$/.test(String(query['after'])) ? Number(query['after']) : 0;
    const order = await this.orders.find(checkedId(id), actor);
    const found = await this.orders.rows(order.id, actor, { after, outcome: null, limit: 101 });
    await sendPage(
      reply,
      reassignmentPage(readerOf(request), order, found.slice(0, 100), found.length > 100 ? (found[99]?.place ?? null) : null),
    );
  }

  @Post()
  @TakesPapers(0)
  async order(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { proof, key, fromPost = '', toPost = '' } = (request.body ?? {}) as Readonly<Record<string, string>>;
    this.session.checkProof(request, proof);
    const { id } = JSON.parse(await this.orders.order({ fromPost, toPost, key: checkedKey(key) }, mayReassign(actorOf(request)))) as {
      id: string;
    };
    await reply.redirect(`/pages/reassignments/${id}`, 303);
  }
}

function mayReassign(actor: Actor): Actor {
  if (!reassigningRoles.includes(actor.role)) throw problems.roleRefused({ allowed: reassigningRoles });
  return actor;
}
