import type { Environment, RunningService } from './start-service';

/** Runs one service as a process of its own; a wrong configuration ends it with status 78, anything else with 1. */
export async function runAlone(start: (env: Environment) => Promise<RunningService>): Promise<void> {
  try {
    const service = await start(process.env);
    const stop = (): void => {
      void service.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = ['configuration-refused', 'broker-not-durable'].includes((error as { code?: string }).code ?? '') ? 78 : 1;
    process.exit();
  }
}
