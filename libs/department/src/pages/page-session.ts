import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  actorFor,
  CONFIGURATION,
  PostRegister,
  problems,
  SERVICE,
  TokenVerifier,
  type Actor,
  type Configuration,
  type Post,
  type ServiceDefinition,
} from '@lianxi/chassis';
import type { PageReader } from './page-frame';
import type { Language } from './page-texts';

const cookies = { token: 'lianxi_token', post: 'lianxi_post', language: 'lianxi_lang' } as const;

/** Who looks at the pages: an access token kept in a cookie that scripts cannot read and other sites cannot use. */
@Injectable()
export class PageSession {
  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(PostRegister) private readonly posts: PostRegister,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
  ) {}

  /** Keeps the language asked for in the address; Chinese unless somebody chose. */
  async readerOf(request: FastifyRequest, reply: FastifyReply): Promise<PageReader> {
    const wanted = (request.query as { lang?: unknown } | undefined)?.lang;
    if (wanted === 'zh' || wanted === 'en') this.set(reply, cookies.language, wanted);
    const language: Language = (wanted === 'zh' || wanted === 'en' ? wanted : request.cookies[cookies.language]) === 'en' ? 'en' : 'zh';
    return {
      language,
      actor: await this.findActor(request),
      formProof: this.proofFor(request),
      isDemonstration: this.configuration.LIANXI_MODE !== 'production',
      service: this.service.name,
      serviceTitle: this.service.title,
      path: withoutLanguage(request.url),
    };
  }

  /** The posts of the token's person; throws a 401 problem for a token that is not one. */
  async signIn(token: string, reply: FastifyReply): Promise<readonly Post[]> {
    const posts = await this.postsOf(token.trim());
    if (posts.length === 0) throw problems.noPost();
    this.set(reply, cookies.token, token.trim());
    if (posts.length === 1) this.set(reply, cookies.post, posts[0]?.id ?? '');
    return posts;
  }

  choosePost(post: string, reply: FastifyReply): void {
    this.set(reply, cookies.post, post);
  }

  signOut(reply: FastifyReply): void {
    for (const name of [cookies.token, cookies.post]) void reply.clearCookie(name, { path: '/pages' });
  }

  async postsOfReader(request: FastifyRequest): Promise<readonly Post[]> {
    const token = request.cookies[cookies.token];
    return token === undefined ? [] : this.postsOf(token).catch(() => []);
  }

  /** Refuses a form that another site made the reader's browser send. */
  checkProof(request: FastifyRequest, proof: unknown): void {
    const expected = Buffer.from(this.proofFor(request));
    const given = Buffer.from(typeof proof === 'string' ? proof : '');
    if (expected.length !== given.length || !timingSafeEqual(expected, given))
      throw problems.formRefused({ field: 'proof', details: { rule: 'form-not-from-here' } });
  }

  private async findActor(request: FastifyRequest): Promise<Actor | undefined> {
    const posts = await this.postsOfReader(request);
    const chosen = request.cookies[cookies.post];
    return posts.some(({ id }) => id === chosen) ? actorFor(posts, chosen) : undefined;
  }

  private async postsOf(token: string): Promise<Post[]> {
    return this.posts.of(await this.verifier.personOf(`Bearer ${token}`, await this.posts.now()));
  }

  private proofFor(request: FastifyRequest): string {
    return createHmac('sha256', Buffer.from(this.configuration.LIANXI_RECEIPT_KEY, 'base64'))
      .update(`form\n${request.cookies[cookies.token] ?? ''}`)
      .digest('base64url');
  }

  private set(reply: FastifyReply, name: string, value: string): void {
    void reply.setCookie(name, value, {
      path: '/pages',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.configuration.LIANXI_MODE === 'production',
      maxAge: 12 * 3_600,
    });
  }
}

/** The address of the same page in whichever language. */
function withoutLanguage(address: string): string {
  const [path = '/pages/worklist', query = ''] = address.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('lang');
  return asked.size === 0 ? path : `${path}?${asked.toString()}`;
}
