import type { Readable } from 'node:stream';
import { Body, Controller, Delete, Head, Headers, HttpCode, Inject, Param, Patch, Post, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Policy, problems } from '@lianxi/chassis';
import { headersToPass, passAnswer, pathToPass } from '../departments/pass-on';
import { portalProblems } from '../portal-problems';
import { sessionOf } from '../session/session.controller';
import type { PortalRequest } from '../session/session';
import { inPieces } from './in-pieces';
import { SendUploads } from './send-uploads';
import { Uploads, type UploadRef, type UploadState } from './uploads';

const aSecret = /^[\w-]{43}$/;
const protocol = '1.0.0';
const media = 'application/offset+octet-stream';
const number = (text: string | undefined): number => (text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : NaN);

class FileOfForm {
  @Matches(aSecret) id!: string;
  @IsString() @MaxLength(1_000) name!: string;
}

class FormWithUploads {
  @IsObject() form!: Record<string, unknown>;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => FileOfForm) files!: FileOfForm[];
}

/** Uploads that go on where they stopped: the tus protocol 1.0.0 with creation, termination and expiration. What differs is who may. */
abstract class ResumableUploads {
  protected abstract readonly at: string;
  /** Where forms with files may be sent. */
  protected abstract readonly goesTo: RegExp;

  constructor(
    private readonly uploads: Uploads,
    private readonly sending: SendUploads,
  ) {}

  protected abstract personOf(request: PortalRequest): string | null;
  protected abstract sendAs(request: PortalRequest): { readonly session?: ReturnType<typeof sessionOf> };

  @Post()
  @RouteConfig({ rateLimit: {} })
  async begin(
    @Headers('upload-length') length: string | undefined,
    @Headers('tus-resumable') version: string | undefined,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOthers(version);
    const { id, ...state } = await this.uploads.begin(this.personOf(request), number(length));
    await told(reply, state).status(201).header('location', `${this.at}/${id}`).send();
  }

  @Head(':id')
  @RouteConfig({ rateLimit: { max: 600, timeWindow: 60_000 } })
  async look(
    @Param('id') id: string,
    @Headers('tus-resumable') version: string | undefined,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOthers(version);
    const state = await this.uploads.get(this.refOf(id, request));
    await told(reply, state).status(200).header('upload-length', state.size).send();
  }

  @Patch(':id')
  @RouteConfig({ rateLimit: { max: 600, timeWindow: 60_000 } })
  async goOn(
    @Param('id') id: string,
    @Headers('upload-offset') offset: string | undefined,
    @Headers('tus-resumable') version: string | undefined,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOthers(version);
    if (request.headers['content-type'] !== media) throw problems.mediaRefused({ allowed: [media] });
    const upload = this.refOf(id, request);
    let at = number(offset);
    if (Number.isNaN(at)) throw problems.formRefused({ field: 'upload-offset' });
    const { received } = await this.uploads.get(upload);
    if (at !== received) throw portalProblems.uploadElsewhere({ field: 'upload-offset', allowed: received });
    for await (const piece of inPieces(request.body as Readable)) at = await this.uploads.append(upload, at, piece);
    await told(reply, await this.uploads.get(upload))
      .status(204)
      .send();
  }

  @Delete(':id')
  async giveUp(
    @Param('id') id: string,
    @Headers('tus-resumable') version: string | undefined,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOthers(version);
    await this.uploads.forget(this.refOf(id, request));
    await reply.status(204).header('tus-resumable', protocol).send();
  }

  /** The form that the files belong to, sent to a service as if they came along now. */
  @Post('sent-to/:service/v1/*')
  @HttpCode(200)
  @RouteConfig({ rateLimit: {} })
  async send(
    @Param('service') service: string,
    @Body() { form, files }: FormWithUploads,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const named = files.map(({ id, name }) => ({ upload: this.refOf(id, request), name }));
    const path = pathToPass(request.url, `${this.at}/sent-to/${service}`);
    if (!this.goesTo.test(path)) throw portalProblems.notFound();
    await passAnswer(
      reply,
      await this.sending.send(service, { path, headers: headersToPass(request), ...this.sendAs(request) }, form, named),
    );
  }

  private refOf(id: string, request: PortalRequest): UploadRef {
    if (!aSecret.test(id)) throw portalProblems.uploadUnknown();
    return { id, person: this.personOf(request) };
  }
}

function refuseOthers(version: string | undefined): void {
  if (version !== protocol) throw portalProblems.protocolUnknown({ field: 'tus-resumable', allowed: [protocol] });
}

const told = (reply: FastifyReply, { received, expiresAt }: UploadState): FastifyReply =>
  reply
    .header('tus-resumable', protocol)
    .header('cache-control', 'no-store')
    .header('upload-offset', received)
    .header('upload-expires', expiresAt.toUTCString());

@ApiExcludeController()
@Controller('api/uploads')
@Policy('signed-in')
export class UploadsController extends ResumableUploads implements OnModuleInit {
  protected readonly at = '/api/uploads';
  protected readonly goesTo = /^\/v1\//;

  constructor(
    @Inject(Uploads) uploads: Uploads,
    @Inject(SendUploads) sending: SendUploads,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {
    super(uploads, sending);
  }

  /** Bytes of an upload are read as they come; nowhere else are they a body at all. */
  onModuleInit(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addContentTypeParser(media, (request, body, done) => {
      if (/^\/api\/(public\/)?uploads\//.test(request.url)) done(null, body);
      else done(problems.mediaRefused({ allowed: ['application/json'] }));
    });
  }

  protected personOf(request: PortalRequest): string {
    return sessionOf(request).person;
  }

  protected sendAs(request: PortalRequest): { session: ReturnType<typeof sessionOf> } {
    return { session: sessionOf(request) };
  }
}

/** The public's, who sign nothing: whoever has an upload's address began it. */
@ApiExcludeController()
@Controller('api/public/uploads')
@Policy('public')
export class PublicUploadsController extends ResumableUploads {
  protected readonly at = '/api/public/uploads';
  protected readonly goesTo = /^\/v1\/matters$/;

  constructor(@Inject(Uploads) uploads: Uploads, @Inject(SendUploads) sending: SendUploads) {
    super(uploads, sending);
  }

  protected personOf(): null {
    return null;
  }

  protected sendAs(): Record<string, never> {
    return {};
  }
}
