import { NestFactory, Reflector, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import helmet from '@fastify/helmet';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { DiscoveryModule } from '@nestjs/core';
import { documentOf } from '../answers/describe-service';
import { ConfigurationRefused, readConfiguration, type Configuration } from '../configuration/configuration';
import { Courier } from '../courier/courier';
import { requireDurableBroker } from '../courier/durable-broker';
import { Sealing } from '../courier/sealing';
import { wallCheck } from '../health/wall-check';
import { HealthChecks, postgresCheck } from '../health/health.controller';
import { IntegrityChecks } from '../integrity/integrity-checks';
import { loggerFor, type Logger } from '../health/logger';
import { dataSourcesFor, poolOf, type DataSources } from '../postgres/data-sources';
import { problems } from '../problem/problems';
import { readJson } from '../problem/read-json';
import { Tracing } from '../tracing/tracing';
import { ChassisModule, type ChassisParts } from './chassis.module';
import { limitRequests } from './limit-requests';
import { refuseUnguardedRoutes } from './refuse-unguarded-routes';
import type { ServiceDefinition } from './service-definition';

/** A service that is up; closing it stops consumers, relay, connection and pools in that order. */
export interface RunningService {
  readonly name: string;
  readonly url: string;
  close(): Promise<void>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Starts one service from its own variables. Throws before listening when they are wrong or a route has no policy. */
export async function startService(definition: ServiceDefinition, env: Environment): Promise<RunningService> {
  const configuration = readConfiguration(env);
  const logger = loggerFor(definition.name, configuration.LIANXI_LOG);
  if (configuration.LIANXI_MODE === 'production') await requireDurableBroker(configuration.LIANXI_NATS_MONITOR_URL);
  const sources = dataSourcesFor(definition.name, configuration);
  await openWhenThere(sources, logger);
  await requireDatabaseFor(configuration.LIANXI_MODE, sources);
  const sealing = await Sealing.open(configuration.LIANXI_SEAL_PUBLIC, configuration.LIANXI_SEAL_SECRET);
  const tracing = Tracing.for(definition.name, configuration.OTEL_EXPORTER_OTLP_ENDPOINT);
  const courier = new Courier(definition, configuration, poolOf(sources.courier), sealing, logger, tracing);
  const app = await assemble({ definition, configuration, sources, courier, logger, tracing });
  await courier.start();
  const integrity = app.get(IntegrityChecks);
  integrity.start();
  await app.startAllMicroservices();
  await app.listen(configuration.LIANXI_HTTP_PORT, configuration.LIANXI_HTTP_HOST);
  logger.info({ mode: configuration.LIANXI_MODE }, 'started');
  return {
    name: definition.name,
    url: await app.getUrl(),
    close: async () => {
      await integrity.stop();
      await app.close();
      await courier.stop();
      await Promise.all([sources.officer.destroy(), sources.courier.destroy(), tracing.stop()]);
    },
  };
}

/** Postgres may come up after its services; they wait for it rather than fail and be restarted. */
async function openWhenThere(sources: DataSources, logger: Logger): Promise<void> {
  for (const source of [sources.officer, sources.courier]) {
    for (let attempt = 1; !source.isInitialized; attempt += 1) {
      await source.initialize().catch(async (error: Error & { code?: string }) => {
        if (attempt >= 240 || error.code === '28P01' || error.code === '3D000') throw error;
        if (attempt === 1) logger.warn({ code: error.code }, 'waiting for Postgres');
        await new Promise((resolve) => setTimeout(resolve, 250));
      });
    }
  }
}

/** A database made for demonstrations has a local issuer's people in it: production never runs on it, nor the other way round. */
async function requireDatabaseFor(mode: Configuration['LIANXI_MODE'], sources: DataSources): Promise<void> {
  const { rows } = await poolOf(sources.officer).query<{ mode: string }>('SELECT mode FROM lianxi.deployment');
  if (rows[0]?.mode === mode) return;
  await Promise.all([sources.officer.destroy(), sources.courier.destroy()]);
  throw new ConfigurationRefused(`The database was made for ${rows[0]?.mode ?? 'nothing'}, not for ${mode}.`);
}

async function assemble(parts: ChassisParts): Promise<NestFastifyApplication> {
  const { definition, configuration, sources, courier } = parts;
  @Module({ imports: [ChassisModule.with(parts), DiscoveryModule, ...definition.imports] })
  class ServiceModule {}

  const adapter = new FastifyAdapter({
    bodyLimit: 512 * 1024,
    routerOptions: { maxParamLength: 200 },
    trustProxy: configuration.LIANXI_TRUSTED_PROXIES?.split(',') ?? false,
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  await addPlugins(app, configuration);
  app.connectMicroservice({ strategy: courier.strategy }, { inheritAppConfig: false });
  refuseUnguardedRoutes(app.get(DiscoveryService), app.get(MetadataScanner), app.get(Reflector));
  SwaggerModule.setup('docs', app, () => documentOf(app, definition));
  const checks = app.get(HealthChecks);
  for (const check of [
    postgresCheck(poolOf(sources.officer)),
    wallCheck(poolOf(sources.officer)),
    ...courier.checks(),
    app.get(IntegrityChecks).health(),
  ])
    checks.add(check);
  return app;
}

async function addPlugins(app: NestFastifyApplication, configuration: Configuration): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, body.length === 0 ? undefined : readJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (!request.url.startsWith('/pages/')) done(problems.mediaRefused({ allowed: ['application/json'] }));
    else done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  await app.register(cookie);
  await app.register(multipart);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  await limitRequests(app, configuration);
}
