import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest, RouteOptions } from 'fastify';
import type { Configuration } from '../configuration/configuration';
import { problems } from '../problem/problems';

/** How many addresses that ask as often as they may are let in together. */
const addressesTogether = 20;

/**
 * What the public may ask is limited for each address, and for all of them together, so that a flood from many addresses fills neither desks nor disks. What an
 * address was refused is not counted against the others.
 */
export async function limitRequests(
  app: NestFastifyApplication,
  { LIANXI_FILINGS_A_MINUTE: each = 60, LIANXI_FILINGS_A_MINUTE_IN_TOTAL: together = addressesTogether * each }: Configuration,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(rateLimit, { global: false, max: each, timeWindow: 60_000 });
  const countTogether = fastify.createRateLimit({
    max: together,
    timeWindow: 60_000,
    keyGenerator: (request) => `${request.method} ${request.routeOptions.url ?? ''}`,
  });
  const refuseFlood = async (request: FastifyRequest): Promise<void> => {
    const counted = await countTogether(request);
    if (!counted.isAllowed && counted.isExceeded) throw problems.tooMany({ details: { retryInSeconds: counted.ttlInSeconds } });
  };
  // Added after the library's own, and so asked after it.
  fastify.addHook('onRoute', (route) => {
    if (isThePublics(route)) route.onRequest = [route.onRequest ?? [], refuseFlood].flat();
  });
}

/** Routes that are limited as filings are; what is limited otherwise is between services, or costs nothing. */
const isThePublics = ({ config }: RouteOptions): boolean => {
  const limit = (config as { rateLimit?: { max?: number } } | undefined)?.rateLimit;
  return limit !== undefined && limit.max === undefined;
};
