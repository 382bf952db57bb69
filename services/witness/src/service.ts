import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { ConfigurationRefused, loggerFor, type Environment, type RunningService } from '@lianxi/chassis';
import { openCosigner, openVerifier, type Cosigner, type NoteVerifier } from '@lianxi/ledger';
import { holdDirectory } from './hold-directory';
import { LOGS, WitnessController } from './witness.controller';
import { readWitnessConfiguration, type WitnessConfiguration } from './witness-configuration';
import { Witness } from './witness';
import { WitnessMemory } from './witness-memory';

// eslint-disable-next-line no-restricted-syntax -- a witness has no database: what it states is its own clock's time
const ownClock = (): number => Math.floor(Date.now() / 1000);

/** Starts a witness from its own variables; it knows neither Postgres nor NATS, so that another body can run it anywhere. */
export async function start(env: Environment): Promise<RunningService> {
  const configuration = readWitnessConfiguration(env);
  const { cosigner, logs } = openKeys(configuration);
  const release = holdDirectory(configuration.LIANXI_WITNESS_DIR);
  const logger = loggerFor('witness', configuration.LIANXI_LOG);
  const memory = new WitnessMemory(configuration.LIANXI_WITNESS_DIR);
  const providers = [
    { provide: Witness, useValue: new Witness(cosigner, logs, memory, ownClock) },
    { provide: WitnessMemory, useValue: memory },
    { provide: LOGS, useValue: logs },
  ];

  @Module({ controllers: [WitnessController], providers })
  class WitnessModule {}

  const adapter = new FastifyAdapter({ bodyLimit: 64 * 1024, trustProxy: false, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(WitnessModule, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  await app.register(helmet);
  await app.register(rateLimit, { max: 1_200, timeWindow: 60_000 });
  await app.listen(configuration.LIANXI_HTTP_PORT, configuration.LIANXI_HTTP_HOST);
  logger.info({ witness: cosigner.public }, 'started');
  return {
    name: 'witness',
    url: await app.getUrl(),
    close: async () => {
      await app.close();
      release();
    },
  };
}

function openKeys({ LIANXI_WITNESS_KEY, LIANXI_WITNESS_LOGS }: WitnessConfiguration): { cosigner: Cosigner; logs: NoteVerifier[] } {
  try {
    return { cosigner: openCosigner(LIANXI_WITNESS_KEY), logs: LIANXI_WITNESS_LOGS.map((key) => openVerifier(key)) };
  } catch (error) {
    throw new ConfigurationRefused(`Wrong or missing: LIANXI_WITNESS_KEY or LIANXI_WITNESS_LOGS: ${(error as Error).message}`);
  }
}
