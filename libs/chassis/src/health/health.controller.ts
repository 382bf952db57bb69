import { Controller, Get, Header, Inject, Injectable } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { Policy } from '../identity/policy';

/** One thing a service needs; it says why it is not well, or nothing. */
export interface HealthCheck {
  readonly name: string;
  trouble(): Promise<string | undefined> | string | undefined;
}

/** `degraded` with reasons, never an error: a service without its broker still takes filings. */
export interface HealthReport {
  readonly status: 'ok' | 'degraded';
  readonly reasons: readonly { readonly name: string; readonly reason: string }[];
}

@Injectable()
export class HealthChecks {
  private readonly checks: HealthCheck[] = [];

  add(check: HealthCheck): void {
    this.checks.push(check);
  }

  async read(): Promise<HealthReport> {
    const reasons: { name: string; reason: string }[] = [];
    for (const check of this.checks) {
      const reason = await Promise.resolve(check.trouble()).catch((error: Error) => error.message);
      if (reason !== undefined) reasons.push({ name: check.name, reason });
    }
    return { status: reasons.length === 0 ? 'ok' : 'degraded', reasons };
  }
}

export const postgresCheck = (pool: Pool): HealthCheck => ({
  name: 'postgres',
  trouble: () =>
    pool.query('SELECT 1').then(
      () => undefined,
      (error: Error) => error.message,
    ),
});

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(HealthChecks) private readonly checks: HealthChecks) {}

  @Get()
  @Policy('public')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Is this service well, and if not, why' })
  read(): Promise<HealthReport> {
    return this.checks.read();
  }
}
