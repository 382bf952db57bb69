import { createHash } from 'node:crypto';
import { problems } from '../problem/problems';
import type { PaperRow } from '../record/rows';
import type { Sealing } from '../courier/sealing';
import type { PaperStore } from './paper-store';

/** How its owner says that a paper is given to nobody, not even sealed. */
const malwareFound = 403;

/** A paper whose bytes are not those the journal names. */
export class PaperBroken extends Error {
  readonly code = 'paper-broken';
}

/**
 * Papers' bytes, wherever they lie: here, or still with the service that handed the case over, which sends them sealed for
 * this service alone. What was fetched once is kept, so that a case can be read when its earlier holders are down.
 */
export class PaperKeeper {
  constructor(
    private readonly service: string,
    private readonly store: PaperStore,
    private readonly sealing: Sealing,
    private readonly urls: Readonly<Record<string, string>>,
  ) {}

  put(caseId: string, paperId: string, bytes: Buffer): Promise<void> {
    return this.store.put(caseId, paperId, bytes);
  }

  remove(paperId: string): Promise<void> {
    return this.store.remove(paperId);
  }

  /** Throws a 403 problem where its owner found malware in it, a 503 problem while the service that has the bytes cannot be reached, and {@link PaperBroken} for bytes that were changed. */
  async get(paper: PaperRow): Promise<Buffer> {
    const kept = await this.store.find(paper.case_id, paper.id);
    if (kept) return checked(kept, paper);
    if (paper.owner_service === this.service) throw new PaperBroken('A paper is gone from the store.');
    const fetched = await this.getElsewhere(paper);
    await this.store.put(paper.case_id, paper.id, fetched);
    return fetched;
  }

  /** The bytes as their owner has them, without keeping a copy here. Throws as {@link get}. */
  async getElsewhere(paper: Pick<PaperRow, 'id' | 'case_id' | 'owner_service' | 'sha256'>): Promise<Buffer> {
    return checked(await this.fetch(paper), paper);
  }

  /** The paper's bytes closed so that only `service` can open them; what another service asks for with {@link get}. */
  async sealFor(service: string, paper: PaperRow): Promise<Buffer> {
    return this.sealing.sealBytes(service, await this.get(paper));
  }

  private async fetch({ id, case_id: caseId, owner_service: owner }: Pick<PaperRow, 'id' | 'case_id' | 'owner_service'>): Promise<Buffer> {
    const answer = await fetch(`${this.urls[owner]}/v1/cases/${caseId}/papers/${id}/sealed-for/${this.service}`, {
      signal: AbortSignal.timeout(20_000),
    }).catch(() => {
      throw problems.paperUnreachable({ details: { service: owner } });
    });
    if (answer.status === malwareFound) throw problems.paperMalware({ details: { service: owner } });
    if (!answer.ok) throw problems.paperUnreachable({ details: { service: owner } });
    return this.sealing.openBytes(Buffer.from(await answer.arrayBuffer()));
  }
}

function checked(bytes: Buffer, paper: Pick<PaperRow, 'sha256'>): Buffer {
  if (createHash('sha256').update(bytes).digest('hex') !== paper.sha256)
    throw new PaperBroken('A paper is not the one that was put on record.');
  return bytes;
}
