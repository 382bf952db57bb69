import { createHash } from 'node:crypto';
import { Controller, Get, Header, Headers, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy, PostRegister, problems, type LianxiRequest, type Sent } from '@lianxi/chassis';
import { actorOf, assignableRoles } from '@lianxi/department';
import { words, type Words } from './words';

const text = JSON.stringify(words);
const mark = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;

@ApiTags('portal')
@Controller('api')
export class WordsController {
  constructor(@Inject(PostRegister) private readonly posts: PostRegister) {}

  @Get('public/words')
  @Policy('public')
  async words(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<Sent<Words>> {
    void reply.header('etag', mark).header('cache-control', 'public, no-cache');
    if (known === mark) await reply.status(304).send();
    else await reply.type('application/json; charset=utf-8').send(text);
  }

  /** To whom work of this body may be given. Posts are no personal data: who holds one is not said. */
  @Get('posts')
  @Policy('any-post')
  @Header('content-type', 'application/json; charset=utf-8')
  async ofBody(
    @Query('body') body: unknown,
    @Req() request: LianxiRequest,
  ): Promise<{ lines: readonly { id: string; body: string; role: string; isAssignable: boolean }[] }> {
    const actor = actorOf(request);
    if (body !== actor.body) throw problems.formRefused({ field: 'body', allowed: [actor.body] });
    return {
      lines: (await this.posts.ofBody(actor.body)).map(({ id, role }) => ({
        id,
        body: actor.body,
        role,
        isAssignable: assignableRoles.includes(role),
      })),
    };
  }
}
