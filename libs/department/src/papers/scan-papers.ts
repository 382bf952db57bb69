import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  Courier,
  COURIER_POOL,
  HealthChecks,
  inTransaction,
  IntegrityChecks,
  LOGGER,
  PaperKeeper,
  ProblemError,
  record,
  Repeating,
  ScannerAway,
  SCANNER,
  type Finding,
  type Logger,
  type PaperRow,
  type Scanner,
  type Tx,
} from '@lianxi/chassis';
import { CaseInHand } from '../cases/case-acts';
import { findCaseLocked } from '../cases/read-rows';
import { papersNotScanned } from './papers-not-scanned';
import { rescanAct } from './rescans';

/** How long a paper that could not be scanned is left alone, so that those behind it have their turn. */
const setAsideMs = 60_000;
/** The service where it came in gives it to nobody before it has scanned it itself, which it is about to; or it is down for a moment. */
const notGivenYetMs = 2_000;
/** An order to look again at what had passed before it; the instant as the database has it, to the microsecond. */
interface Ordered extends Record<string, unknown> {
  readonly id: string;
  readonly city: string;
  readonly ordered_at: string;
}
type ToScan = Pick<PaperRow, 'id' | 'case_id' | 'owner_service' | 'sha256'>;

/**
 * Scans what came in, wherever it came in, oldest first; until then nobody is given it. Findings are the courier's to write. While the scanner is away everything is
 * kept and waits. What was found goes on the record of its case, by whichever service holds the case.
 */
@Injectable()
export class ScanPapers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;
  private readonly setAside = new Map<string, number>();
  private trouble: string | undefined;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(PaperKeeper) private readonly keeper: PaperKeeper,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(IntegrityChecks) private readonly integrity: IntegrityChecks,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.repeating = new Repeating('scans', 1_000, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    if (!this.scanner) return;
    this.health.add({ name: 'scanner', trouble: () => this.trouble });
    this.integrity.add(papersNotScanned);
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async round(): Promise<void> {
    for (const [id, until] of this.setAside) if (until < performance.now()) this.setAside.delete(id);
    try {
      while (this.repeating.goesOn && ((await this.scanNext()) || (await this.recordFound()) || (await this.scanAgain())));
      this.trouble = undefined;
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      this.trouble = 'The scanner of papers does not answer: what comes in is kept and given to nobody until it was scanned.';
    }
    while (this.repeating.goesOn && (await this.recordFound()));
  }

  private async recordFound(): Promise<boolean> {
    const recorded = await inTransaction(this.pool, undefined, recordNext);
    if (recorded) this.courier.wake();
    return recorded;
  }

  /** False when nothing is left to scan. Throws ScannerAway: then nothing else is tried either. */
  private async scanNext(): Promise<boolean> {
    const paper = await inTransaction(this.pool, undefined, (tx) =>
      tx.find<ToScan>(
        'paper-to-scan',
        `SELECT id, case_id, owner_service, sha256 FROM papers
      WHERE scan IS NULL AND erased_by IS NULL AND NOT (id = ANY ($1)) ORDER BY added_at, id LIMIT 1`,
        [[...this.setAside.keys()]],
      ),
    );
    if (!paper) return false;
    const finding = await this.find(paper);
    if (finding) await inTransaction(this.pool, undefined, (tx) => keepFinding(tx, paper, finding, null));
    return true;
  }

  /** One paper that had passed before somebody ordered that all be looked at again; what came in since is looked at first. False when no order is left, or what is left of it has no answer now. */
  private async scanAgain(): Promise<boolean> {
    const orders = await inTransaction(this.pool, undefined, (tx) =>
      tx.rows<Ordered>(
        'rescans-running',
        `SELECT id, city, ordered_at::text AS ordered_at FROM rescans WHERE state = 'running' ORDER BY id`,
      ),
    );
    for (const order of orders) if (await this.scanAgainBy(order)) return true;
    return false;
  }

  private async scanAgainBy(order: Ordered): Promise<boolean> {
    const paper = await inTransaction(this.pool, undefined, (tx) =>
      tx.find<ToScan>(
        'paper-to-scan-again',
        `${passedBefore('id, case_id, owner_service, sha256')} AND NOT (id = ANY ($3)) ORDER BY scanned_at, id LIMIT 1`,
        [order.city, order.ordered_at, [...this.setAside.keys()]],
      ),
    );
    if (!paper) return inTransaction(this.pool, undefined, (tx) => finish(tx, order));
    const finding = await this.find(paper);
    if (finding) await inTransaction(this.pool, undefined, (tx) => keepFinding(tx, paper, finding, order));
    return true;
  }

  /** Undefined for a paper that cannot be had or has no answer now; it waits, and keeps no other waiting. */
  private async find(paper: ToScan): Promise<Finding | undefined> {
    try {
      return await this.scanner?.scan(await this.keeper.get(paper as PaperRow));
    } catch (error) {
      if (error instanceof ScannerAway) throw error;
      const code = error instanceof ProblemError ? error.problem.code : (error as { code?: string }).code;
      if (code === 'paper-malware') return { scan: 'malware', signature: `found-by:${paper.owner_service}` };
      this.setAside.set(paper.id, performance.now() + (code === 'paper-unreachable' ? notGivenYetMs : setAsideMs));
      this.logger.warn({ paper: paper.id, code }, 'scans: a paper could not be scanned');
      return undefined;
    }
  }
}

const passedBefore = (columns: string): string =>
  `SELECT ${columns} FROM papers WHERE city = $1 AND scan = 'clean' AND erased_by IS NULL AND scanned_at < $2::timestamptz`;

/** Whoever found it first put it down: two processes may look at the same paper. */
async function keepFinding(tx: Tx, { id }: ToScan, finding: Finding, order: Ordered | null): Promise<void> {
  const kept = await tx.rows(
    'paper-scanned',
    `UPDATE papers SET scan = $2, signature = $3, scanned_at = lianxi_now() WHERE id = $1 AND (scan IS NULL OR (scan = 'clean' AND scanned_at < $4::timestamptz)) RETURNING 1 AS kept`,
    [id, finding.scan, finding.scan === 'malware' ? finding.signature : null, order?.ordered_at ?? null],
  );
  if (order && kept.length > 0)
    await tx.rows('rescan-goes-on', 'UPDATE rescans SET looked = looked + 1, found = found + $2 WHERE id = $1', [
      order.id,
      finding.scan === 'malware' ? 1 : 0,
    ]);
}

/** Ends an order when none is left, also none that has no answer now. False: there was nothing to look at. */
async function finish(tx: Tx, order: Ordered): Promise<false> {
  const ended = await tx.find<{ looked: number; found: number }>(
    'finish-rescan',
    `UPDATE rescans SET state = 'finished', finished_at = lianxi_now() WHERE id = $3 AND state = 'running' AND NOT EXISTS (${passedBefore('1')}) RETURNING looked, found`,
    [order.city, order.ordered_at, order.id],
  );
  if (ended) await record(tx, { journal: [rescanAct(tx, order, 'finish-rescan', ended, null)] });
  return false;
}

const toldOf = (table: string): string =>
  `EXISTS (SELECT 1 FROM ${table} j WHERE j.case_id = p.case_id AND j.act = 'find-malware' AND j.detail ->> 'paper' = p.id::text)`;

/** Puts one finding on the record of its case, if the case is held here; false when none is left. */
async function recordNext(tx: Tx): Promise<boolean> {
  const found = await tx.find<{ id: string; case_id: string; sha256: string; signature: string }>(
    'malware-to-record',
    `SELECT p.id, p.case_id, p.sha256, p.signature FROM papers p JOIN cases c ON c.id = p.case_id
    WHERE p.scan = 'malware' AND c.standing = 'holding' AND NOT ${toldOf('journal')} AND NOT ${toldOf('history')} ORDER BY p.scanned_at, p.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED`,
  );
  const row = found && (await findCaseLocked(tx, found.case_id));
  if (!found || !row) return false;
  const inHand = new CaseInHand(row, tx.now);
  inHand.act({
    procedure: 'quarantine',
    act: 'find-malware',
    from: row.state,
    to: row.state,
    clause: 'network-security-23',
    body: row.holder,
    post: null,
    detail: { paper: found.id, sha256: found.sha256, signature: found.signature },
  });
  await record(tx, { changedCase: { row: inHand.row, fromVersion: row.version }, journal: inHand.acts });
  return true;
}
