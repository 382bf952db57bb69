import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { actorFor, CONFIGURATION, Policy, PostRegister, type Configuration, type Post as HeldPost } from '@lianxi/chassis';
import { checkedId, reassigningRoles } from '@lianxi/department';
import { portalProblems } from '../portal-problems';
import { cookies, sessionCookie, type PortalRequest, type Session } from './session';
import { Sessions, type SessionLine } from './sessions';

class PostChoice {
  @IsString() @Matches(/^[a-z0-9][a-z0-9-]{2,80}$/) post!: string;
}

/** A post as its holder chooses it; `deputyFor` is the post it stands in for, and `mayReassign` whether it may give many cases to another post. */
export type PostView = Pick<HeldPost, 'id' | 'city' | 'body' | 'role' | 'validUntil' | 'deputyFor'> & { readonly mayReassign: boolean };

/** Who is signed in, in which posts, and in which of them they act; null where nobody is. */
export interface SessionView {
  readonly name: string | null;
  readonly csrf: string;
  readonly posts: readonly PostView[];
  readonly post: string | null;
  readonly endsAt: string;
}

@ApiTags('portal')
@Controller('api')
export class SessionController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PostRegister) private readonly posts: PostRegister,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('session')
  @Policy('public')
  async read(@Req() { session }: PortalRequest): Promise<{ session: SessionView | null; demonstration: boolean }> {
    return { session: session ? await this.viewOf(session) : null, demonstration: this.configuration.LIANXI_MODE !== 'production' };
  }

  @Post('session/post')
  @HttpCode(200)
  @Policy('signed-in')
  async choose(@Body() { post }: PostChoice, @Req() request: PortalRequest): Promise<{ post: string }> {
    const session = sessionOf(request);
    actorFor(await this.posts.of(session.person), post);
    await this.sessions.choosePost(session, post);
    return { post };
  }

  @Get('sessions')
  @Policy('signed-in')
  async list(@Req() request: PortalRequest): Promise<{ lines: readonly (SessionLine & { isThis: boolean })[] }> {
    const session = sessionOf(request);
    return { lines: (await this.sessions.list(session.person)).map((line) => ({ ...line, isThis: line.handle === session.handle })) };
  }

  @Delete('sessions/:handle')
  @HttpCode(200)
  @Policy('signed-in')
  async end(@Param('handle') handle: string, @Req() request: PortalRequest): Promise<{ ended: number }> {
    return { ended: await this.sessions.endOf(sessionOf(request).person, checkedId(handle)) };
  }

  @Delete('sessions')
  @Policy('signed-in')
  async endAll(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const ended = await this.sessions.endOf(sessionOf(request).person, undefined);
    await forget(reply).send({ ended });
  }

  @Delete('session')
  @Policy('signed-in')
  async signOut(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.end(sessionOf(request).secret);
    await forget(reply).send({ ended: 1 });
  }

  private async viewOf({ person, post, tokens, csrf, endsAt }: Session): Promise<SessionView> {
    const held = (await this.posts.of(person)).map(({ id, city, body, role, validUntil, deputyFor }) => ({
      id,
      city,
      body,
      role,
      validUntil,
      deputyFor,
      mayReassign: reassigningRoles.includes(role),
    }));
    return { name: tokens.name ?? null, csrf, posts: held, post: held.some(({ id }) => id === post) ? post : null, endsAt };
  }
}

/** Nothing of a session stays in the browser: shared computers are common in offices. */
const forget = (reply: FastifyReply): FastifyReply =>
  reply
    .status(200)
    .clearCookie(cookies.session, sessionCookie)
    .header('clear-site-data', '"cache", "storage"')
    .header('content-type', 'application/json; charset=utf-8');

export function sessionOf({ session }: PortalRequest): Session {
  if (!session) throw portalProblems.notSignedIn();
  return session;
}
