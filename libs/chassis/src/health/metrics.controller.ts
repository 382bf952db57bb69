import { Controller, Get, Header, Inject, type OnModuleInit } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { COURIER_POOL, SERVICE } from '../bootstrap/tokens';
import type { ServiceDefinition } from '../bootstrap/service-definition';
import { IntegrityChecks } from '../integrity/integrity-checks';
import { Policy } from '../identity/policy';

interface Measured {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly sql: string;
}

/** What an operator watches: each is asked of the tables when it is scraped, so that no counter can drift from them. */
const measured: readonly Measured[] = [
  {
    name: 'lianxi_deliveries_owed',
    help: 'Messages not yet receipted by their receiver',
    labels: ['receiver'],
    sql: 'SELECT receiver, count(*)::float8 AS value FROM delivery GROUP BY receiver',
  },
  {
    name: 'lianxi_deliveries_oldest_seconds',
    help: 'Age of the oldest message not yet receipted',
    labels: ['receiver'],
    sql: 'SELECT receiver, extract(epoch FROM lianxi_now() - min(created_at))::float8 AS value FROM delivery GROUP BY receiver',
  },
  {
    name: 'lianxi_dead_letters',
    help: 'Messages that could not be handled and were not replayed',
    labels: ['sender'],
    sql: 'SELECT sender, count(*)::float8 AS value FROM dead_letters WHERE replayed_at IS NULL GROUP BY sender',
  },
  {
    name: 'lianxi_parked_messages',
    help: 'Messages that wait for an upgrade, or behind a dead letter',
    labels: ['reason'],
    sql: 'SELECT reason, count(*)::float8 AS value FROM parked GROUP BY reason',
  },
  {
    name: 'lianxi_hand_overs_on_their_way',
    help: 'Cases committed to another service whose receipt is not in',
    labels: ['receiver'],
    sql: `SELECT to_service AS receiver, count(*)::float8 AS value FROM hand_overs WHERE side = 'origin' AND state = 'committed' GROUP BY to_service`,
  },
  {
    name: 'lianxi_clocks_behind_seconds',
    help: 'By how much the oldest moment of a period that has come has not fired',
    labels: [],
    sql: 'SELECT coalesce(extract(epoch FROM lianxi_now() - min(fires_at)), 0)::float8 AS value FROM clocks WHERE fires_at <= (SELECT lianxi_now())',
  },
];

@ApiTags('operation')
@ApiBearerAuth()
@Controller('metrics')
export class MetricsController implements OnModuleInit {
  private readonly registry = new Registry();

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(IntegrityChecks) private readonly integrity: IntegrityChecks,
  ) {}

  onModuleInit(): void {
    this.registry.setDefaultLabels({ service: this.service.name });
    collectDefaultMetrics({ register: this.registry });
    const { integrity } = this;
    new Gauge({
      name: 'lianxi_integrity_faults',
      help: 'What must never be so and was found, by kind',
      labelNames: ['check'],
      registers: [this.registry],
      collect() {
        for (const { check, value } of integrity.counts()) this.set({ check }, value);
      },
    });
    for (const { name, help, labels, sql } of measured) {
      const pool = this.pool;
      new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers: [this.registry],
        async collect() {
          this.reset();
          const { rows } = await pool.query<Record<string, string> & { value: number }>({ name: `metric ${name}`, text: sql });
          for (const { value, ...of } of rows) this.set(of as Record<string, string>, Number(value));
        },
      });
    }
  }

  @Get()
  @Policy(['system-administrator'])
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: '运行指标 Metrics for Prometheus' })
  read(): Promise<string> {
    return this.registry.metrics();
  }
}
