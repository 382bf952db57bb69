import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId } from '../cases/cases.controller';
import { sendFile } from '../papers/send-paper';
import type { DocumentForm } from './letter-document';
import { ReadDocument } from './read-document';

class DocumentQuery {
  @ApiProperty({ enum: ['pdf', 'docx'] }) @IsIn(['pdf', 'docx']) as!: DocumentForm;
}

@ApiTags('letters')
@ApiBearerAuth()
@Controller('v1/cases/:id/document')
export class DocumentsController {
  constructor(@Inject(ReadDocument) private readonly readDocument: ReadDocument) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({
    summary: '生成公文 An official letter, made from the record',
    description: 'The same letter gives the same bytes; once it was sealed they are compared with the hash on record.',
  })
  async read(
    @Param('id') id: string,
    @Query() { as }: DocumentQuery,
    @Req() request: LianxiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, mediaType, name } = await this.readDocument.read(checkedId(id), as, actorOf(request));
    await sendFile(reply, { mediaType, name, bytes });
  }
}
