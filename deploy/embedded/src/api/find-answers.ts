import ts from 'typescript';
import type { DescribedAnswers, Schema } from '@lianxi/chassis';
import { WriteSchema } from './write-schema';

const routes = new Set(['Get', 'Post', 'Put', 'Delete', 'Patch', 'Head']);
const asWritten = new Set(['JsonOf', 'Sent']);

const decoratorsOf = (node: ts.HasDecorators): string[] =>
  (ts.getDecorators(node) ?? []).flatMap(({ expression }) =>
    ts.isCallExpression(expression) && ts.isIdentifier(expression.expression) ? [expression.expression.text] : [],
  );

/** All our sources under the eyes of the compiler. Throws where they do not compile far enough to be read. */
export function readSources(root: string): ts.Program {
  const { config, error } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile) as {
    config: Record<string, unknown>;
    error?: ts.Diagnostic;
  };
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    { ...config, include: ['libs/**/*.ts', 'services/**/*.ts'], exclude: ['services/portal/web', '**/*.spec.ts'] },
    ts.sys,
    root,
  );
  return ts.createProgram(fileNames, { ...options, noEmit: true });
}

/** What the routes under `folder` answer, from the types their methods return. */
export function findAnswers(program: ts.Program, folder: string): DescribedAnswers {
  const checker = program.getTypeChecker();
  const writer = new WriteSchema(checker, (declaration) => !declaration.getSourceFile().fileName.includes('/node_modules/'));
  const operations: Record<string, Schema> = {};
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${folder}/`))) {
    for (const controller of file.statements.filter(ts.isClassDeclaration).filter((each) => decoratorsOf(each).includes('Controller'))) {
      for (const method of controller.members
        .filter(ts.isMethodDeclaration)
        .filter((each) => decoratorsOf(each).some((name) => routes.has(name)))) {
        const answered = answeredBy(checker, method);
        if (answered) operations[`${controller.name?.text ?? ''}_${method.name.getText()}`] = writer.of(answered);
      }
    }
  }
  return { operations: sorted(operations), schemas: sorted(writer.schemas) };
}

const sorted = <V>(of: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Undefined of what sends something else than JSON, or JSON of which nothing is said. */
function answeredBy(checker: ts.TypeChecker, { type: returned }: ts.MethodDeclaration): ts.Type | undefined {
  if (!returned) return undefined;
  const inner = ts.isTypeReferenceNode(returned) && returned.typeName.getText() === 'Promise' ? returned.typeArguments?.[0] : returned;
  if (inner && ts.isTypeReferenceNode(inner) && asWritten.has(inner.typeName.getText()) && inner.typeArguments?.[0])
    return checker.getTypeFromTypeNode(inner.typeArguments[0]);
  const type = checker.getAwaitedType(checker.getTypeFromTypeNode(returned));
  const isObject =
    type && type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.Union) && type.symbol?.name !== 'StreamableFile';
  return isObject ? type : undefined;
}
