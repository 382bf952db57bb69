import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeService, type DescribedAnswers, type ServiceDefinition } from '@lianxi/chassis';
import { departmentService } from '@lianxi/department';
import { profile } from '../../../../services/health/src/profile';
import { definition as audit } from '../../../../services/audit/src/service';
import { definition as coordination } from '../../../../services/coordination/src/service';
import { definition as investigation } from '../../../../services/investigation/src/service';
import { readPortalConfiguration } from '../../../../services/portal/src/portal-configuration';
import { PortalModule } from '../../../../services/portal/src/portal.module';
import { definition as portal } from '../../../../services/portal/src/service';
import { definition as vault } from '../../../../services/vault/src/service';
import { findAnswers, readSources } from './find-answers';

type Described = Pick<ServiceDefinition, 'title' | 'imports'>;
interface Written {
  readonly path: string;
  readonly text: string;
}

const command = 'npm run api:describe';

/** A portal that nobody signs in to: described, it is not started. */
const nowhere = {
  LIANXI_PORTAL_URL: 'http://localhost',
  LIANXI_ISSUER: 'http://localhost',
  LIANXI_OIDC_CLIENT_ID: 'none',
  LIANXI_OIDC_CLIENT_SECRET: 'none',
};

/** Whose answers lie where. One department stands for all, which have the same routes. */
const parts: readonly { readonly name: string; readonly folder: string; readonly of: Described }[] = [
  { name: 'department', folder: 'libs/department/src', of: departmentService(profile) },
  { name: 'coordination', folder: 'services/coordination/src', of: coordination },
  { name: 'investigation', folder: 'services/investigation/src', of: investigation },
  { name: 'audit', folder: 'services/audit/src', of: audit },
  { name: 'vault', folder: 'services/vault/src', of: vault },
  { name: 'portal', folder: 'services/portal/src', of: { ...portal, imports: [PortalModule.with(readPortalConfiguration(nowhere))] } },
];

const lines = (of: Readonly<Record<string, unknown>>): string =>
  Object.entries(of)
    .map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`)
    .join('');

const answersFile = (name: string, folder: string, { operations, schemas }: DescribedAnswers): Written => ({
  path: `${folder}/answers.ts`,
  text: `import type { DescribedAnswers } from '@lianxi/chassis';\n\n/** Written by \`${command}\` from what the controllers here return. */\nexport const ${name}Answers: DescribedAnswers = {\n  operations: {\n${lines(operations)}  },\n  schemas: {\n${lines(schemas)}  },\n};\n`,
});

/** The client's types of one document, without the routes that it shares with every department. */
async function clientFile(name: string, { paths, ...document }: OpenAPIObject, shared: OpenAPIObject['paths']): Promise<Written> {
  const { default: typesOf, astToString } = await import('openapi-typescript');
  const own = { ...document, paths: Object.fromEntries(Object.entries(paths).filter(([path]) => !(path in shared))) };
  const types = astToString(
    await typesOf(JSON.parse(JSON.stringify(own)) as Parameters<typeof typesOf>[0], { immutable: true, silent: true }),
  );
  return {
    path: `services/portal/web/src/api/services/${name}.ts`,
    text: `/** Written by \`${command}\` from the OpenAPI document of ${name}. */\n${types}`,
  };
}

async function describeAll(root: string): Promise<Written[]> {
  const program = readSources(root);
  const answers = new Map(parts.map(({ name, folder }) => [name, findAnswers(program, `${root}/${folder}`)] as const));
  const own = (name: string): DescribedAnswers => answers.get(name) ?? { operations: {}, schemas: {} };
  const documents = await Promise.all(
    parts.map(async ({ name, of }) => ({
      name,
      document: await describeService(of, ['coordination', 'investigation'].includes(name) ? [own('department'), own(name)] : [own(name)]),
    })),
  );
  const shared = documents[0]?.document.paths ?? {};
  const clients = await Promise.all(documents.map(({ name, document }, place) => clientFile(name, document, place === 0 ? {} : shared)));
  return [...parts.map(({ name, folder }) => answersFile(name, folder, own(name))), ...clients];
}

/** `--check` writes nothing, and fails where a file is not what the sources say. */
async function main(): Promise<void> {
  const isCheck = process.argv.includes('--check');
  const files = await describeAll(process.cwd());
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  for (const { path, text } of isCheck ? [] : stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const { path } of stale) process.stdout.write(`${path}\n`);
  if (isCheck && stale.length > 0) throw new Error(`Out of date: ${command}`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
