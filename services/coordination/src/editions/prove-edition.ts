import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ActRefused } from '@lianxi/casework';
import { inTransaction, OFFICER_POOL, type Actor } from '@lianxi/chassis';
import { ProofFailed, proveEditionInSteps, register, type ProofCount } from '@lianxi/jurisdiction';
import { fingerprint, othersOf, type EditionRow, type KeptProof } from './edition-row';

/** Hundreds of thousands of decisions: others are served between any two steps. */
const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Proves rules before they can be signed. A proof is pure: what was proved of the same rules among the same others is not walked again. */
@Injectable()
export class ProveEdition {
  private readonly proved = new Map<string, ProofCount>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(OFFICER_POOL) private readonly pool: Pool) {}

  /** Throws ActRefused with the fault, the rule and a matter that shows the gap. One at a time. */
  async prove(row: EditionRow, actor: Actor): Promise<KeptProof> {
    const others = await inTransaction(this.pool, actor, (tx) => othersOf(tx, row));
    const among = fingerprint(others);
    const turn = this.last.then(() => this.count(row, others, `${row.hash} ${among}`));
    this.last = turn.catch(() => undefined);
    return { hash: row.hash, among, count: await turn };
  }

  private async count({ id, city, content }: EditionRow, others: readonly EditionRow['content'][], key: string): Promise<ProofCount> {
    const known = this.proved.get(key);
    if (known) return known;
    try {
      const steps = proveEditionInSteps(register.withEditions([...others, content]), city, id);
      let step = steps.next();
      for (; !step.done; step = steps.next()) await letOthers();
      if (this.proved.size >= 100) this.proved.clear();
      this.proved.set(key, step.value);
      return step.value;
    } catch (error) {
      if (!(error instanceof ProofFailed)) throw error;
      throw new ActRefused('proof-failed', { field: 'act', fault: error.fault, rule: error.rule, matter: error.matter });
    }
  }
}
