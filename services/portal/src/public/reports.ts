import { Inject, Injectable } from '@nestjs/common';
import { ProblemError, type ReceivedPaper } from '@lianxi/chassis';
import type { ReportView } from '@lianxi/department';
import type { Label } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import { Departments, holdsCases, type PassedBody } from '../departments/departments';
import { cameFrom } from '../departments/pass-on';
import { portalProblems } from '../portal-problems';

/** What was sent with a receipt, and how it stands afterwards; or why the service refused it. */
export type Sent = { readonly view: ReportView } | { readonly refused: string };

/** When, by whom and why the identity given with a report was opened. */
export interface ToldOpening {
  readonly at: string;
  readonly body: string;
  readonly reason?: Label;
}

/** A receipt, and the address that came with it. */
export interface WithReceipt {
  readonly receipt: string;
  readonly from: string;
}

const path = '/v1/reports';
const headersOf = ({ receipt, from }: WithReceipt): Record<string, string> => ({ 'x-lianxi-receipt': receipt, ...cameFrom(from) });

/** What the public does with a receipt. It does not say which service has the matter, so each is asked; the one that holds it answers. */
@Injectable()
export class Reports {
  constructor(@Inject(Departments) private readonly departments: Departments) {}

  /** Throws a 404 problem for a receipt that no service knows, and a 503 one while that cannot be known. */
  async look(who: WithReceipt): Promise<ReportView> {
    const services = register.services.filter(({ kind }) => holdsCases(kind)).map(({ id }) => id);
    const answers = await Promise.all(
      services.map((service) =>
        this.departments.ask(service, { path, headers: headersOf(who) }).catch((error: unknown) => {
          if (error instanceof ProblemError) return undefined;
          throw error;
        }),
      ),
    );
    const views = await Promise.all(answers.filter((answer) => answer?.ok).map(async (answer) => (await answer?.json()) as ReportView));
    const view = views.find(({ isHere }) => isHere) ?? views[0];
    if (view) return view;
    if (answers.some((answer) => answer?.status !== 404)) throw portalProblems.serviceUnreachable();
    throw portalProblems.notFound({ field: 'receipt' });
  }

  /** Openings of the reporter's identity that the reporter is told of; undefined while that cannot be known. */
  async told(who: WithReceipt): Promise<readonly ToldOpening[] | undefined> {
    const answer = await this.departments.ask('vault', { path: '/v1/told', headers: headersOf(who) }).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as ToldOpening[]) : undefined;
  }

  write(who: WithReceipt, how: 'answer' | 'additions' | 'objection', text: string, key: string): Promise<Sent> {
    return this.send(who, how, key, JSON.stringify({ text }), { 'content-type': 'application/json' });
  }

  sendFile(who: WithReceipt, { name, bytes }: ReceivedPaper, key: string): Promise<Sent> {
    const form = new FormData();
    form.append('paper', new Blob([new Uint8Array(bytes)]), name);
    return this.send(who, 'papers', key, form);
  }

  private async send(
    who: WithReceipt,
    to: string,
    key: string,
    body: PassedBody,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Sent> {
    const { service } = await this.look(who);
    const answer = await this.departments.ask(service, {
      method: 'POST',
      path: `${path}/${to}`,
      headers: { ...headers, ...headersOf(who), 'idempotency-key': key },
      body,
    });
    if (answer.ok) return { view: (await answer.json()) as ReportView };
    return { refused: ((await answer.json().catch(() => ({}))) as { code?: string }).code ?? 'unavailable' };
  }
}
