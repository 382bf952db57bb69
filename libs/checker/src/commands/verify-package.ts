import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { checkPackage, type Known } from '../package/check-package';
import { FileReader } from '../package/file-reader';
import { Lie } from '../primitives/lie';
import { nodePrimitives } from '../primitives/node-primitives';

const usage = `npm run --silent audit:verify -- PACKAGE [--key FILE] [--witness FILE]… [--sha256 HEX]
  --key FILE      the log's public key, as the audit office publishes it
  --witness FILE  the public key of a witness that must have cosigned
  --sha256 HEX    the hash of the whole package, as the record has it
`;

/** Prints a line for each check; gives the exit status: 0 when all hold, 1 at the first lie, 2 when it was called wrongly. */
export async function verifyPackage(args: readonly string[], say: (text: string) => void): Promise<number> {
  let path: string | undefined;
  let known: Known;
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        witness: { type: 'string', multiple: true },
        sha256: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      say(usage);
      return 0;
    }
    [path] = positionals;
    known = {
      ...(values.key === undefined ? {} : { logKey: await readFile(values.key, 'utf8') }),
      witnessKeys: await Promise.all((values.witness ?? []).map((file) => readFile(file, 'utf8'))),
      ...(values.sha256 === undefined ? {} : { sha256: values.sha256 }),
    };
    if (path === undefined || positionals.length > 1) throw new Error('One package is named.');
  } catch (error) {
    say(`${(error as Error).message}\n${usage}`);
    return 2;
  }
  return check(path, known, say);
}

async function check(path: string, known: Known, say: (text: string) => void): Promise<number> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    say(`${path}: ${error.code ?? error.message}\n`);
    return undefined;
  });
  if (!file) return 2;
  try {
    if (known.sha256 !== undefined) {
      await checkWhole(path, known.sha256);
      say(`ok    sha256: the package the record names\n`);
    }
    for await (const told of checkPackage(new FileReader(file), known, nodePrimitives)) say(`ok    ${told.check}: ${told.says}\n`);
    say('The package is whole and unchanged. 导出包完整且未被改动。\n');
    return 0;
  } catch (error) {
    if (!(error instanceof Lie)) throw error;
    say(`LIE   ${error.code}: ${error.message}\n`);
    return 1;
  } finally {
    await file.close();
  }
}

async function checkWhole(path: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== expected.toLowerCase())
    throw new Lie('package-other', 'This is not the package the record names: it may be an older one.');
}

if (require.main === module)
  void verifyPackage(process.argv.slice(2), (text) => process.stdout.write(text)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
