import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  AccessLog,
  CONFIGURATION,
  inTransaction,
  OFFICER_POOL,
  problems,
  sha256,
  type Actor,
  type Configuration,
  type JournalRow,
} from '@lianxi/chassis';
import type { LetterContent } from '@lianxi/documents';
import { actsOf, findCase } from '../cases/read-rows';
import { findCertificate } from '../retention/find-certificate';
import { mayKnow } from '../sealed/named-people';
import { documentForms, findLetterContent, type DocumentForm } from './letter-document';

/** A letter made from what is on record, each time anew. */
export interface MadeDocument {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
}

/** Makes official letters from the record for those who may see their case. */
@Injectable()
export class ReadDocument {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Throws a 404 problem where there is no document or it is not the actor's to see, 410 once its texts were erased, 409 where a sealed one comes out otherwise than it was sealed. */
  async read(caseId: string, form: DocumentForm, actor: Actor): Promise<MadeDocument> {
    const { content, acts } = await this.find(caseId, actor);
    const bytes = await documentForms[form].make(content);
    const sealed = sealedHash(acts, form);
    if (sealed !== undefined && sealed !== sha256(bytes)) throw problems.documentDiffers({ details: { sealed, made: sha256(bytes) } });
    return { bytes, mediaType: documentForms[form].mediaType, name: `${content.number ?? 'draft'}.${form}` };
  }

  /** The look is on the record before the letter is made. */
  private async find(caseId: string, actor: Actor): Promise<{ content: LetterContent; acts: readonly JournalRow[] }> {
    const found = await inTransaction(this.pool, actor, async (tx) => {
      const row = await findCase(tx, caseId);
      if (!row || row.procedure !== 'letter' || !(await mayKnow(tx, row, actor))) return undefined;
      const acts = await actsOf(tx, caseId);
      return {
        acts,
        content: await findLetterContent(tx, row, acts, this.configuration.LIANXI_MODE !== 'production'),
        certificate: await findCertificate(tx, caseId),
      };
    });
    if (!found) await this.accessLog.noteDenial(actor, caseId);
    if (found?.certificate) throw problems.erased({ details: { certificate: found.certificate.id, at: found.certificate.at } });
    if (!found?.content) throw problems.notFound();
    await this.accessLog.noteLook('paper-opened', actor, caseId);
    return { content: found.content, acts: found.acts };
  }
}

const sealedHash = (acts: readonly JournalRow[], form: DocumentForm): string | undefined =>
  (acts.findLast(({ act }) => act === 'confirm-seal')?.detail['document'] as Readonly<Record<DocumentForm, string>> | undefined)?.[form];
