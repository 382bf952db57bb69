import type { Surroundings } from './environment';
import { fileDemoMatters } from './demo-matters';
import { runTogether } from './run-services';

/** All services in a process that `dev` ends and starts again; its surroundings come with it. */
async function main(): Promise<void> {
  const around = JSON.parse(process.env['LIANXI_AROUND'] ?? '{}') as Surroundings;
  const services = await runTogether(around);
  process.on('SIGTERM', () => {
    void services.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  process.on('SIGINT', () => undefined);
  process.send?.('up');
  await fileDemoMatters(around);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
