import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy, type DeadLetter, type HealthReport, type IntegrityReport, type OwedTo } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { AskServices } from '../desk/ask-services';
import type { PortalRequest } from '../session/session';

/** How one service is, without a word of any case. One that did not answer, or only in part, is `unreachable`: of what it owes and found nothing is known. */
export interface ServiceOperation {
  readonly service: string;
  readonly status: HealthReport['status'] | 'unreachable';
  readonly reasons: HealthReport['reasons'];
  readonly owed: readonly OwedTo[];
  readonly deadLetters: readonly DeadLetter[];
  /** There are more dead letters than are listed. */
  readonly moreDeadLetters: boolean;
  /** What must never be so and is. */
  readonly faults: readonly IntegrityReport[];
}

/** The page is for when something hangs: it does not wait for that as long as others do. */
const patienceMs = 5_000;

/** How every service is, on one page: what {@link AskServices} gets under the token of the system administrator, who alone may know it. */
@ApiTags('portal')
@Controller('api/operation')
@Policy(['system-administrator'])
export class OperationController {
  constructor(@Inject(AskServices) private readonly all: AskServices) {}

  @Get()
  @Header('cache-control', 'no-store')
  async read(@Req() request: PortalRequest): Promise<{ services: ServiceOperation[] }> {
    return { services: await Promise.all(register.services.map(({ id }) => this.operationOf(id, request))) };
  }

  private async operationOf(service: string, request: PortalRequest): Promise<ServiceOperation> {
    const signal = AbortSignal.timeout(patienceMs);
    const ask = <T>(path: string): Promise<T | undefined> =>
      this.all.read<T>(service, path, request, { signal }).then(
        (answer) => (typeof answer === 'string' ? undefined : answer),
        (error: unknown) => {
          if (signal.aborted) return undefined;
          throw error;
        },
      );
    const [health, deliveries, dead, integrity] = await Promise.all([
      ask<HealthReport>('/health'),
      ask<{ receivers: OwedTo[] }>('/v1/deliveries'),
      ask<{ lines: DeadLetter[]; next: string | null }>('/v1/dead-letters'),
      ask<{ checks: IntegrityReport[] }>('/v1/integrity'),
    ]);
    if (!health || !deliveries || !dead || !integrity)
      return {
        service,
        status: 'unreachable',
        reasons: health?.reasons ?? [],
        owed: [],
        deadLetters: [],
        moreDeadLetters: false,
        faults: [],
      };
    return {
      service,
      ...health,
      owed: deliveries.receivers,
      deadLetters: dead.lines,
      moreDeadLetters: dead.next !== null,
      faults: integrity.checks.filter(({ subjects }) => subjects.length > 0),
    };
  }
}
