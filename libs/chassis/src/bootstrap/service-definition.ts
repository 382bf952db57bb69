import type { DynamicModule, ForwardReference, Type } from '@nestjs/common';
import type { DescribedAnswers } from '../answers/described-answers';
import type { ProblemMap } from '../problem/problem';

/** What the chassis must be told about a service; everything else is configuration. */
export interface ServiceDefinition {
  readonly name: string;
  /** Names for /docs and the pages. */
  readonly title: { readonly zh: string; readonly en: string };
  readonly cities: readonly string[];
  /** Every service's name: coordination keeps a stream for each. */
  readonly allServices: readonly string[];
  /** A message for a body this service does not serve is refused. */
  readonly servesBody: (body: string) => boolean;
  readonly problemMap: ProblemMap;
  /** What its routes answer, for its OpenAPI document. */
  readonly answers?: readonly DescribedAnswers[];
  readonly imports: readonly (Type | DynamicModule | ForwardReference)[];
}
