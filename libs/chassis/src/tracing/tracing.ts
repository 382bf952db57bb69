import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { checkedTrace, withinTrace } from './current-trace';

export type SpanPlace = 'request' | 'send' | 'take';
const kinds: Readonly<Record<SpanPlace, SpanKind>> = { request: SpanKind.SERVER, send: SpanKind.PRODUCER, take: SpanKind.CONSUMER };

/**
 * Spans of one service, sent to a collector by OTLP over HTTP. A span has a name made of a route's pattern or a message's kind and nothing else:
 * no address, no id of a person, no text of an error. Off, it costs nothing: the work is simply done.
 */
export class Tracing {
  private constructor(
    private readonly provider: BasicTracerProvider | undefined,
    private readonly tracer: Tracer | undefined,
  ) {}

  /** `endpoint` as OTEL_EXPORTER_OTLP_ENDPOINT says it, without the path; undefined switches tracing off. */
  static for(service: string, endpoint: string | undefined): Tracing {
    if (endpoint === undefined || endpoint === '') return new Tracing(undefined, undefined);
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 5_000 });
    const provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': `lianxi-${service}` }),
      spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000, maxQueueSize: 4_096 })],
    });
    return new Tracing(provider, provider.getTracer('lianxi'));
  }

  get isOn(): boolean {
    return this.tracer !== undefined;
  }

  /** Does `work` within a span that goes on `parent`, or begins a trace where there is none. */
  async span<T>(place: SpanPlace, name: string, parent: string | undefined, work: () => Promise<T>): Promise<T> {
    if (!this.tracer) return work();
    const span = this.tracer.startSpan(name, { kind: kinds[place] }, contextOf(parent));
    const { traceId, spanId } = span.spanContext();
    try {
      return await withinTrace(`00-${traceId}-${spanId}-01`, work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  /** Sends what is left; a collector that is away holds nothing up. */
  async stop(): Promise<void> {
    await this.provider?.shutdown().catch(() => undefined);
  }
}

function contextOf(parent: string | undefined): Context {
  const [, traceId = '', spanId = ''] = checkedTrace(parent)?.split('-') ?? [];
  return traceId === '' ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: 1, isRemote: true });
}
