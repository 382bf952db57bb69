import type { OpenAPIObject } from '@nestjs/swagger';

/** A JSON schema, as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * What the routes of a library or service answer: by operation (`Controller_method`) its schema, and the schemas these name.
 * `npm run api:describe` writes them from the types that the controllers' methods return, so a document cannot say what the compiler does not hold.
 */
export interface DescribedAnswers {
  readonly operations: Readonly<Record<string, Schema>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly operationId?: string;
  readonly responses?: Record<string, unknown>;
}
const success = /^2\d\d$/;

/** The document with every answer that is described put where its operation is. Throws where two answers give one name to different things. */
export function withAnswers(document: OpenAPIObject, described: readonly DescribedAnswers[]): OpenAPIObject {
  const schemas: Record<string, Schema> = {};
  for (const { schemas: own } of described)
    for (const [name, schema] of Object.entries(own)) schemas[name] = sameSchema(name, schemas[name] ?? schema, schema);
  const operations = Object.assign({}, ...described.map(({ operations: own }) => own)) as DescribedAnswers['operations'];
  const used = new Set<string>();
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[])) {
    const schema = operations[operation.operationId ?? ''];
    const [status] = Object.keys(operation.responses ?? {}).filter((each) => success.test(each));
    if (schema === undefined || status === undefined) continue;
    Object.assign(operation.responses?.[status] as object, { content: { 'application/json': { schema } } });
    noteUsed(schema, schemas, used);
  }
  const named = Object.fromEntries([...used].sort().map((name) => [name, schemas[name]]));
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, ...named } as NonNullable<OpenAPIObject['components']>['schemas'] & object,
    },
  };
}

function sameSchema(name: string, one: Schema, other: Schema): Schema {
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`Two answers are called ${name}.`);
  return one;
}

/** A document holds only the schemas that its own answers name. */
function noteUsed(schema: unknown, schemas: DescribedAnswers['schemas'], used: Set<string>): void {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (used.has(name)) continue;
    used.add(name);
    noteUsed(schemas[name], schemas, used);
  }
}
