import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { problems } from './problems';

/** Checks every body and query against its class; unknown fields are refused, and the first fault names its field. */
export const formPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (faults) => {
      const { field, rule } = first(faults, '');
      return problems.formRefused({ field, details: { rule } });
    },
  });

function first(faults: readonly ValidationError[], path: string): { field: string; rule: string } {
  const fault = faults[0];
  const field = path === '' ? (fault?.property ?? '') : `${path}.${fault?.property ?? ''}`;
  if (fault?.children?.length) return first(fault.children, field);
  return { field, rule: Object.keys(fault?.constraints ?? {})[0] ?? 'unknown' };
}
