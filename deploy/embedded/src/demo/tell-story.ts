import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInstallation } from '../installation';
import { runTogether } from '../run-services';
import { Narrator, type Language } from './narrator';
import { story } from './story';

/** `npm run demo [-- --lang zh|en]`: one matter told step by step, by real services with data of their own that are thrown away. Exits 0 when the story ended as told. */
async function main(args: readonly string[]): Promise<void> {
  const said = args[args.indexOf('--lang') + 1];
  const language: Language = args.includes('--lang') && said === 'en' ? 'en' : 'zh';
  if (args.includes('--lang') && said !== 'zh' && said !== 'en') throw new Error('--lang takes zh or en.');
  const directory = mkdtempSync(join(tmpdir(), 'lianxi-story-'));
  const installation = await openInstallation(directory);
  const services = await runTogether(installation.around);
  try {
    await story(installation.around, new Narrator(language, (line) => process.stdout.write(`${line}\n`)));
  } finally {
    await services.stop();
    await installation.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).then(
    () => process.exit(0),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
}
