import pino from 'pino';

export type Logger = pino.Logger;
export const LOGGER = Symbol('Logger');

/** Structured lines with codes and ids only. `target` is a file's path or `stdout`. */
export function loggerFor(service: string, target: string): Logger {
  const options = { base: { service }, level: 'info', timestamp: pino.stdTimeFunctions.isoTime };
  return target === 'stdout' ? pino(options) : pino(options, pino.destination({ dest: target, sync: false, mkdir: true }));
}
