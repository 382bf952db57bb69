import ts from 'typescript';
import type { Schema } from '@lianxi/chassis';

const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Writes TypeScript's types as JSON schemas of what `JSON.stringify` makes of them: what is undefined is absent, and a method is nothing. */
export class WriteSchema {
  readonly schemas: Record<string, Schema> = {};
  private readonly named = new Map<string, ts.Symbol>();

  /** `isOwn` tells whether a declaration is ours: what is not is never given a name. */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly isOwn: (declaration: ts.Declaration) => boolean,
  ) {}

  /** Throws where two types of one name are not the same. */
  of(type: ts.Type): Schema {
    const name = type.isUnion() ? undefined : this.nameOf(type);
    if (name === undefined) return this.plain(type);
    const symbol = type.aliasSymbol ?? type.symbol;
    const before = this.named.get(name);
    if (before === undefined) {
      this.named.set(name, symbol);
      this.schemas[name] = this.plain(type);
    } else if (before !== symbol && JSON.stringify(this.schemas[name]) !== JSON.stringify(this.plain(type))) {
      throw new Error(`Two types of answers are called ${name}.`);
    }
    return refTo(name);
  }

  /** An object type without parameters that we gave a name keeps it. */
  private nameOf(type: ts.Type): string | undefined {
    const symbol = type.aliasSymbol ?? type.symbol;
    if (
      !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) ||
      symbol === undefined ||
      type.aliasTypeArguments !== undefined ||
      this.isList(type)
    )
      return undefined;
    if (
      symbol.name.startsWith('__') ||
      (this.checker.getTypeArguments(type as ts.TypeReference).length > 0 && type.aliasSymbol === undefined) ||
      !symbol.declarations?.every(this.isOwn)
    )
      return undefined;
    return symbol.name;
  }

  private plain(type: ts.Type): Schema {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isUnion()) return this.union(type);
    if (flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) return { enum: [(type as ts.LiteralType).value] };
    if (flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', enum: [this.checker.typeToString(type) === 'true'] };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.object(type);
    throw new Error(`An answer holds what JSON has no word for: ${this.checker.typeToString(type)}`);
  }

  private union({ types }: ts.UnionType): Schema {
    const there = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const booleans = there.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral);
    const literals = there.filter(({ flags }) => flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral));
    const others = there.filter((each) => !literals.includes(each) && !(booleans.length === 2 && booleans.includes(each)));
    const parts = [
      ...(literals.length > 0 ? [{ enum: literals.map((each) => (each as ts.LiteralType).value).sort(byText) }] : []),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : []),
      ...others.map((each) => this.of(each)),
    ];
    const [only] = parts;
    // The compiler's own order changes with code that has nothing to do with it.
    return parts.length === 1 && only ? only : { anyOf: parts.sort(byText) };
  }

  private object(type: ts.Type): Schema {
    if (this.checker.isTupleType(type)) return this.tuple(type as ts.TupleTypeReference);
    if (this.checker.isArrayType(type))
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type as ts.TypeReference)[0] as ts.Type) };
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    const properties = this.checker.getPropertiesOfType(type).flatMap((property) => this.property(property));
    const more = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (properties.length === 0) return { type: 'object', additionalProperties: more ? this.of(more.type) : true };
    const required = properties.filter(({ isRequired }) => isRequired).map(({ name }) => name);
    // A row of the database is any record to the compiler; only the columns it names are promised.
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map(({ name, schema }) => [name, schema])),
      ...(required.length > 0 ? { required } : {}),
    };
  }

  private tuple(type: ts.TupleTypeReference): Schema {
    const items = this.checker.getTypeArguments(type).map((each) => this.of(each));
    return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
  }

  private property(property: ts.Symbol): { name: string; schema: Schema; isRequired: boolean }[] {
    const type = this.checker.getTypeOfSymbol(property);
    if (type.getCallSignatures().length > 0) return [];
    const mayBeAbsent =
      (property.flags & ts.SymbolFlags.Optional) !== 0 ||
      (type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined));
    const said = ts.displayPartsToString(property.getDocumentationComment(this.checker));
    const schema = this.of(type);
    return [{ name: property.name, schema: said === '' ? schema : { ...schema, description: said }, isRequired: !mayBeAbsent }];
  }

  private isList(type: ts.Type): boolean {
    return this.checker.isArrayType(type) || this.checker.isTupleType(type);
  }
}
