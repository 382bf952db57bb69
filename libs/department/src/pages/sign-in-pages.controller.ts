import { Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy, problems, TakesPapers } from '@lianxi/chassis';
import type { PageRequest } from './page-guard';
import { PageFilter } from './page-filter';
import { PageSession } from './page-session';
import { choosePostPage, signInPage } from './sign-in-page';

type Fields = Readonly<Record<string, string>>;

@ApiExcludeController()
@Controller()
@UseFilters(PageFilter)
@Policy('public')
export class SignInPagesController {
  constructor(@Inject(PageSession) private readonly session: PageSession) {}

  @Get(['', 'pages'])
  async home(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect('/pages/worklist', 303);
  }

  @Get('pages/sign-in')
  async page(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const reader = await this.session.readerOf(request, reply);
    const posts = await this.session.postsOfReader(request);
    await reply.type('text/html; charset=utf-8').send(posts.length > 1 ? choosePostPage(reader, posts) : signInPage(reader));
  }

  @Post('pages/sign-in')
  @TakesPapers(0)
  async signIn(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { proof, token = '' } = (request.body ?? {}) as Fields;
    this.session.checkProof(request, proof);
    const posts = await this.session.signIn(token, reply);
    await reply.redirect(posts.length > 1 ? '/pages/sign-in' : '/pages/worklist', 303);
  }

  @Post('pages/choose-post')
  @TakesPapers(0)
  async choosePost(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { proof, post = '' } = (request.body ?? {}) as Fields;
    this.session.checkProof(request, proof);
    const posts = await this.session.postsOfReader(request);
    if (!posts.some(({ id }) => id === post)) throw problems.postNotYours({ field: 'post', allowed: posts.map(({ id }) => id) });
    this.session.choosePost(post, reply);
    await reply.redirect('/pages/worklist', 303);
  }

  @Post('pages/sign-out')
  @TakesPapers(0)
  async signOut(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    this.session.checkProof(request, ((request.body ?? {}) as Fields)['proof']);
    this.session.signOut(reply);
    await reply.redirect('/pages/sign-in', 303);
  }
}
