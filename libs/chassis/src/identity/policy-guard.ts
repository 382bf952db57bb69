import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { problems } from '../problem/problems';
import { unitContact, type Actor, type Post } from './actor';
import { POLICY, type RoutePolicy } from './policy';
import { PostRegister } from './post-register';
import { TokenVerifier } from './token-verifier';
import type { ReceivedPaper } from '../papers/received-paper';
import { AccessLog } from '../record/access-log';

export interface LianxiRequest extends FastifyRequest {
  person?: string;
  actor?: Actor;
  /** Files of a form that a route takes, read whole. */
  papers?: readonly ReceivedPaper[];
}

/** Denies by default: no policy, no token, no post or the wrong role each end here. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(PostRegister) private readonly posts: PostRegister,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(POLICY, [context.getHandler(), context.getClass()]);
    if (policy === undefined) throw problems.roleRefused();
    if (policy === 'public') return true;
    const request = context.switchToHttp().getRequest<LianxiRequest>();
    const posts = await this.signIn(request);
    if (policy === 'signed-in') return true;
    const actor = actorFor(posts, request.headers['x-lianxi-post']);
    if (!isLetThrough(policy, actor)) {
      await this.accessLog.noteDenial(actor);
      throw problems.roleRefused(policy === 'any-post' ? {} : { allowed: policy });
    }
    request.actor = actor;
    return true;
  }

  private async signIn(request: LianxiRequest): Promise<readonly Post[]> {
    const proved = this.verifier.findProved(request.headers.authorization);
    if (proved) {
      const { now, posts } = await this.posts.ofNow(proved.person);
      if (proved.until > now) {
        request.person = proved.person;
        return posts;
      }
    }
    request.person = await this.verifier.personOf(request.headers.authorization, await this.posts.now());
    return this.posts.of(request.person);
  }
}

const isLetThrough = (policy: 'any-post' | readonly string[], { role }: Actor): boolean =>
  policy === 'any-post' ? role !== unitContact : policy.includes(role);

/** The person acting in the post named, or in the only one that is their own; throws a problem that lists their posts. */
export function actorFor(posts: readonly Post[], named: string | readonly string[] | undefined): Actor {
  if (posts.length === 0) throw problems.noPost();
  const own = posts.length === 1 ? posts : posts.filter(({ actingFrom }) => actingFrom === null);
  if (named === undefined && own.length !== 1)
    throw problems.postRequired({ field: 'x-lianxi-post', allowed: posts.map((post) => post.id) });
  const post = named === undefined ? own[0] : posts.find(({ id }) => id === named);
  if (!post) throw problems.postNotYours({ field: 'x-lianxi-post', allowed: posts.map(({ id }) => id) });
  const { id, body, role, city, person, deputyFor, forPerson } = post;
  const bodies = [...new Set([...posts.map((held) => held.body), ...(post.forBodies ?? [])])];
  return {
    person,
    post: id,
    body,
    role,
    city,
    bodies,
    ...(deputyFor === null ? {} : { forPost: deputyFor }),
    ...(forPerson === null ? {} : { forPerson }),
  };
}
