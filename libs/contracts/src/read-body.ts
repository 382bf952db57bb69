import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { contracts, type MessageBody, type MessageKind } from './registry';

/** A message whose body breaks its contract; no later attempt can make it valid. */
export class BodyRefused extends Error {
  readonly code = 'message-body-refused';
  constructor(
    kind: string,
    readonly fields: readonly string[],
  ) {
    super(`${kind}: ${fields.join(', ')}`);
  }
}

/** Checks a body against its contract and drops what this version does not know; throws {@link BodyRefused}. */
export function readBody<K extends MessageKind>(kind: K, body: unknown): MessageBody<K> {
  const contract = contracts[kind] as new () => MessageBody<K>;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BodyRefused(kind, ['body']);
  const { opaque } = contract as { readonly opaque?: string };
  const given = body as Record<string, unknown>;
  const instance = plainToInstance(contract, opaque === undefined ? given : { ...given, [opaque]: undefined }, {
    enableImplicitConversion: false,
  });
  if (opaque !== undefined) Object.assign(instance, { [opaque]: given[opaque] });
  const faults = validateSync(instance, { whitelist: true });
  if (faults.length > 0) throw new BodyRefused(kind, faults.flatMap(paths));
  return instance;
}

const paths = (fault: ValidationError): string[] =>
  fault.children?.length ? fault.children.flatMap((child) => paths(child).map((path) => `${fault.property}.${path}`)) : [fault.property];
