import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { FastifyRequest } from 'fastify';
import { Tracing } from './tracing';

/** Asked every few seconds by machines: there is nothing to follow. */
const asked = ['/health', '/metrics'];

/** A request begins a trace: one from outside is not taken over, since anybody could then write into anybody's. */
@Injectable()
export class TraceRequests implements NestInterceptor {
  constructor(@Inject(Tracing) private readonly tracing: Tracing) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.tracing.isOn || context.getType() !== 'http') return next.handle();
    const { method, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    if (asked.includes(routeOptions.url ?? '')) return next.handle();
    return from(
      this.tracing.span('request', `${method} ${routeOptions.url ?? ''}`, undefined, () =>
        lastValueFrom(next.handle(), { defaultValue: undefined as unknown }),
      ),
    );
  }
}
