import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { endOf, startChild } from '../../deploy/embedded/src/child-server';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

interface Span {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes?: readonly unknown[];
}
interface Sent {
  readonly resourceSpans: {
    readonly resource: { readonly attributes: { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans: { readonly spans: Span[] }[];
  }[];
}

let lianxi: Lianxi;
let collector: Server;
let endpoint = '';
const spans: Span[] = [];
const bodies: string[] = [];
const secret = '示例密语甲乙丙';
const children = new Map<string, ChildProcess>();

/** As a process of its own: the exporter loads its parts in a way that Jest cannot follow. */
async function startTraced(service: string, to: string): Promise<void> {
  const child = startChild(process.execPath, [join(__dirname, '../../dist/services', service, 'src/main.js')], {
    env: { PATH: process.env['PATH'], ...environmentFor(service, lianxi.around), OTEL_EXPORTER_OTLP_ENDPOINT: to },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  children.set(service, child);
  await waitFor(
    `${service} is up`,
    () =>
      lianxi.get(service, '/health').then(
        ({ status }) => status === 200,
        () => false,
      ),
    60_000,
  );
}

async function stopTraced(service: string): Promise<void> {
  const child = children.get(service);
  child?.kill('SIGTERM');
  if (child) await endOf(child);
  children.delete(service);
}

/** A collector as operators have one: it takes OTLP over HTTP and keeps what it was told. */
async function startCollector(): Promise<void> {
  collector = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        bodies.push(text);
        for (const { resource, scopeSpans } of (JSON.parse(text) as Sent).resourceSpans) {
          const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
          spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service }))));
        }
        reply.setHeader('content-type', 'application/json').end('{}');
      });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  await startCollector();
  lianxi = await Lianxi.start({ services: ['coordination', 'audit'] });
  for (const service of ['agriculture', 'health']) await startTraced(service, endpoint);
});
afterAll(async () => {
  for (const service of children.keys()) await stopTraced(service);
  await lianxi.stop();
  collector.closeAllConnections();
  collector.close();
});

describe('traces', () => {
  it('show one filing on its way from the desk where it came in to the one that holds it', async () => {
    expect(
      (await lianxi.file('agriculture', healthMatter(), { report: { title: secret, contact: { phone: '010-0000-0007' } } })).status,
    ).toBe(201);
    const find = (service: string, name: string): Span | undefined =>
      spans.find((span) => span.service === `lianxi-${service}` && span.name === name);
    const sent = (): Span | undefined =>
      spans.find(
        ({ service, name, parentSpanId }) =>
          service === 'lianxi-agriculture' && name.startsWith('send ') && parentSpanId === find('agriculture', 'POST /v1/matters')?.spanId,
      );
    await waitFor(
      'all of it was told',
      async () =>
        find('agriculture', 'POST /v1/matters') !== undefined && sent() !== undefined && find('health', 'take handed-over@1') !== undefined,
    );
    const [filed, taken] = [find('agriculture', 'POST /v1/matters'), find('health', 'take handed-over@1')];
    expect(filed?.parentSpanId ?? '').toBe('');
    expect(taken?.traceId).toBe(filed?.traceId);
    expect(taken?.parentSpanId).toBe(filed?.spanId);
    expect(sent()?.traceId).toBe(filed?.traceId);
  });

  it('go on with what the other service does in turn', async () => {
    const taken = spans.find(({ name }) => name === 'take handed-over@1');
    const told = (): Span | undefined =>
      spans.find(
        ({ service, name, parentSpanId }) => service === 'lianxi-health' && name.startsWith('send ') && parentSpanId === taken?.spanId,
      );
    await waitFor('health told the office', async () => told() !== undefined);
    expect(told()?.traceId).toBe(taken?.traceId);
  });

  it('hold no word of anybody, and nothing of looking for work', () => {
    expect(bodies.join('\n')).not.toMatch(/示例|010-0000|bj-|@example/);
    expect(spans.flatMap(({ attributes }) => attributes ?? [])).toEqual([]);
    expect([...new Set(spans.map(({ name }) => name.split(' ')[0]))].sort()).toEqual(['POST', 'send', 'take']);
  });

  it('are made by nobody who was not told where they go, and what they send says nothing of them', async () => {
    const told = new Set(spans.map(({ service }) => service));
    expect([...told].sort()).toEqual(['lianxi-agriculture', 'lianxi-health']);
    const { rows } = await lianxi.admin.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM coordination.delivery WHERE trace IS NOT NULL',
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('hold nothing up where their collector is away', async () => {
    await stopTraced('agriculture');
    await startTraced('agriculture', 'http://127.0.0.1:9');
    const { body } = await lianxi.file('agriculture', healthMatter());
    await waitFor(
      'it arrives',
      async () => (await lianxi.get('health', `/v1/cases/${String(body['caseId'])}`, 'bj-health-head')).body['standing'] === 'holding',
    );
  });
});
