import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { plainName } from '@lianxi/chassis';
import { Departments, type Ask } from '../departments/departments';
import { portalProblems } from '../portal-problems';
import { Uploads, type UploadRef } from './uploads';

/** A file of a form: its upload, and what its giver calls it. */
export interface NamedUpload {
  readonly upload: UploadRef;
  readonly name: string;
}

/**
 * Sends a form with files that were uploaded before, as a service takes any: one form of parts, a piece in memory at a time. The uploads stay, so that a form that was refused
 * or whose answer was lost is sent again without them being uploaded again; whoever has the answer gives them up.
 */
@Injectable()
export class SendUploads {
  constructor(
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(Departments) private readonly departments: Departments,
  ) {}

  /** Throws a 404 problem for an upload that is not theirs or forgotten, and a 409 one for one that has not arrived whole. */
  async send(service: string, ask: Ask, form: Readonly<Record<string, unknown>>, files: readonly NamedUpload[]): Promise<Response> {
    const whole = await Promise.all(files.map(async (file, place) => ({ ...file, size: await this.wholeSizeOf(file, place) })));
    const boundary = `lianxi-${randomUUID()}`;
    const body = Readable.toWeb(Readable.from(this.parts(boundary, form, whole))) as unknown as ReadableStream;
    return this.departments.ask(service, {
      ...ask,
      method: 'POST',
      body,
      headers: { ...ask.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  private async wholeSizeOf({ upload }: NamedUpload, place: number): Promise<number> {
    const state = await this.uploads.find(upload);
    const field = `files.${place}`;
    if (!state) throw portalProblems.uploadUnknown({ field });
    if (state.received < state.size) throw portalProblems.uploadUnfinished({ field });
    return state.size;
  }

  private async *parts(
    boundary: string,
    form: Readonly<Record<string, unknown>>,
    files: readonly (NamedUpload & { readonly size: number })[],
  ): AsyncGenerator<Buffer> {
    yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="json"\r\n\r\n${JSON.stringify(form)}`);
    for (const { upload, name, size } of files) {
      yield Buffer.from(
        `\r\n--${boundary}\r\nContent-Disposition: form-data; name="paper"; filename="${plainName(name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      );
      yield* this.uploads.read(upload, size);
    }
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
}
