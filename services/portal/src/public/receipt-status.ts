import { Inject, Injectable } from '@nestjs/common';
import type { Label } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import { ProblemError } from '@lianxi/chassis';
import { Departments, holdsCases } from '../departments/departments';
import { portalProblems } from '../portal-problems';

/** What whoever has a receipt may know. */
export interface StatusOfReceipt {
  readonly city: string;
  readonly holder: string;
  readonly holderNames?: Label;
  readonly service: string;
  readonly state: string;
  readonly stateLabel?: Label;
  readonly filedAt: string;
}

/** A receipt does not say at which service the matter came in, so each is asked; a receipt opens nothing elsewhere. */
@Injectable()
export class ReceiptStatus {
  constructor(@Inject(Departments) private readonly departments: Departments) {}

  /** Throws a 404 problem for a receipt that no service gave, and a 503 one while that cannot be known. */
  async read(receipt: string): Promise<StatusOfReceipt> {
    const services = register.services.filter(({ kind }) => holdsCases(kind)).map(({ id }) => id);
    const answers = await Promise.all(services.map((service) => this.departments.ask(service, { path: `/v1/receipts/${receipt}` }).catch((error: unknown) => {
      if (error instanceof ProblemError) return undefined;
      throw error;
    })));
    const known = answers.find((answer) => answer?.ok);
    if (known) return (await known.json()) as StatusOfReceipt;
    if (answers.some((answer) => answer?.status !== 404)) throw portalProblems.serviceUnreachable();
    throw portalProblems.notFound({ field: 'receipt' });
  }
}
