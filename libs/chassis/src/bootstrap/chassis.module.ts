import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { Configuration } from '../configuration/configuration';
import { Courier } from '../courier/courier';
import { DeliveriesController } from '../courier/deliveries.controller';
import { DeadLettersController } from '../courier/dead-letters.controller';
import { RecordInboxOfSender } from '../courier/record.inbox';
import { HealthChecks, HealthController } from '../health/health.controller';
import { LOGGER, type Logger } from '../health/logger';
import { MetricsController } from '../health/metrics.controller';
import { courierChecks } from '../integrity/courier-checks';
import { IntegrityChecks } from '../integrity/integrity-checks';
import { IntegrityController } from '../integrity/integrity.controller';
import { PolicyGuard } from '../identity/policy-guard';
import { PostRegister } from '../identity/post-register';
import { TokenVerifier } from '../identity/token-verifier';
import { PaperKeeper } from '../papers/paper-keeper';
import { DirectoryPaperStore } from '../papers/paper-store';
import { openScanner } from '../papers/scanner/open-scanner';
import { SCANNER } from '../papers/scanner/scanner';
import { ReadMultipart } from '../papers/read-multipart';
import { poolOf, type DataSources } from '../postgres/data-sources';
import { DatabaseClock } from '../postgres/database-clock';
import { formPipe } from '../problem/form-pipe';
import { PROBLEM_MAP } from '../problem/problem';
import { ProblemFilter } from '../problem/problem-filter';
import { AccessLog } from '../record/access-log';
import { Openings } from '../record/openings';
import { TraceRequests } from '../tracing/trace-requests';
import { Tracing } from '../tracing/tracing';
import type { ServiceDefinition } from './service-definition';
import { CONFIGURATION, COURIER_SOURCE, COURIER_POOL, OFFICER_POOL, OFFICER_SOURCE, SERVICE } from './tokens';

/** What a running service was given: made once at start and never kept in module-level state, since many share a process. */
export interface ChassisParts {
  readonly definition: ServiceDefinition;
  readonly configuration: Configuration;
  readonly sources: DataSources;
  readonly courier: Courier;
  readonly logger: Logger;
  readonly tracing: Tracing;
}

const controllers = [
  HealthController,
  MetricsController,
  IntegrityController,
  DeliveriesController,
  DeadLettersController,
  RecordInboxOfSender,
];
const shared = [
  SERVICE,
  CONFIGURATION,
  OFFICER_SOURCE,
  COURIER_SOURCE,
  OFFICER_POOL,
  COURIER_POOL,
  Courier,
  LOGGER,
  PROBLEM_MAP,
  PostRegister,
  DatabaseClock,
  Openings,
  AccessLog,
  TokenVerifier,
  PaperKeeper,
  SCANNER,
  HealthChecks,
  IntegrityChecks,
];

@Module({})
export class ChassisModule {
  static with({ definition, configuration, sources, courier, logger, tracing }: ChassisParts): DynamicModule {
    const officer = poolOf(sources.officer);
    const providers = [
      { provide: SERVICE, useValue: definition },
      { provide: CONFIGURATION, useValue: configuration },
      { provide: OFFICER_SOURCE, useValue: sources.officer },
      { provide: COURIER_SOURCE, useValue: sources.courier },
      { provide: OFFICER_POOL, useValue: officer },
      { provide: COURIER_POOL, useValue: poolOf(sources.courier) },
      { provide: Courier, useValue: courier },
      { provide: LOGGER, useValue: logger },
      { provide: Tracing, useValue: tracing },
      { provide: PROBLEM_MAP, useValue: definition.problemMap },
      { provide: PostRegister, useValue: new PostRegister(officer) },
      { provide: DatabaseClock, useValue: new DatabaseClock(officer) },
      { provide: Openings, useValue: new Openings(officer) },
      { provide: AccessLog, useValue: new AccessLog(officer) },
      {
        provide: TokenVerifier,
        useValue: new TokenVerifier(configuration.LIANXI_ISSUER, configuration.LIANXI_AUDIENCE, configuration.LIANXI_JWKS_URL),
      },
      { provide: PaperKeeper, useValue: paperKeeper(definition.name, configuration, courier) },
      { provide: SCANNER, useValue: openScanner(configuration.LIANXI_SCANNER) ?? null },
      { provide: HealthChecks, useValue: new HealthChecks() },
      { provide: IntegrityChecks, useValue: integrityChecks(poolOf(sources.courier), logger) },
      { provide: APP_GUARD, useClass: PolicyGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: TraceRequests },
      { provide: APP_INTERCEPTOR, useClass: ReadMultipart },
      { provide: APP_PIPE, useFactory: formPipe },
    ];
    return { module: ChassisModule, global: true, controllers, providers, exports: shared };
  }

  /** What a service finds here, with nothing in it: enough to describe its routes, and nothing that could run. */
  static described(): DynamicModule {
    return {
      module: ChassisModule,
      global: true,
      controllers,
      providers: shared.map((provide) => ({ provide, useValue: null })),
      exports: shared,
    };
  }
}

function integrityChecks(pool: ReturnType<typeof poolOf>, logger: Logger): IntegrityChecks {
  const checks = new IntegrityChecks(pool, logger);
  checks.add(...courierChecks);
  return checks;
}

const paperKeeper = (service: string, configuration: Configuration, { sealing }: Courier): PaperKeeper =>
  new PaperKeeper(
    service,
    new DirectoryPaperStore(configuration.LIANXI_PAPERS_DIR, Buffer.from(configuration.LIANXI_PAPER_KEY, 'base64')),
    sealing,
    configuration.LIANXI_SERVICE_URLS,
  );
