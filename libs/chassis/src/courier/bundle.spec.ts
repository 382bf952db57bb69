import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { bundlesOf, bundleText, unbundle } from './bundle';
import { Carrier } from './carrier';

const subject = 'v1.beijing.health.audit.bundle';
const envelope = (kind = 'record-row@1', body: object = {}): string => JSON.stringify({ id: randomUUID(), kind, n: 1, body });
const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('messages that travel as one', () => {
  it('are all there, in their order, in bundles that are neither too large nor empty', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100_000 })), (sizes) => {
        const messages = sizes.map((size, place) => ({ text: 'x'.repeat(size), place }));
        const bundles = bundlesOf(messages);
        expect(bundles.flat()).toEqual(messages);
        expect(
          bundles.every(
            (bundle) =>
              bundle.length === 1 ||
              (bundle.length > 1 && bundle.length <= 64 && bundle.reduce((sum, { text }) => sum + text.length, 0) <= 64 * 1024),
          ),
        ).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('arrive each with its own kind, from the sender that the broker names', () => {
    const texts = [envelope('record-row@1', { a: 1 }), envelope('case-indexed@1', { b: 2 })];
    expect(
      unbundle(subject, bytes(bundleText(texts))).map(({ incoming }) => [
        incoming?.subject,
        JSON.parse(JSON.stringify(incoming?.envelope)),
      ]),
    ).toEqual([
      [{ city: 'beijing', from: 'health', to: 'audit', kind: 'record-row' }, JSON.parse(texts[0] ?? '')],
      [{ city: 'beijing', from: 'health', to: 'audit', kind: 'case-indexed' }, JSON.parse(texts[1] ?? '')],
    ]);
  });

  it('do not spoil each other: what cannot be read is given up alone', () => {
    const carried = unbundle(subject, bytes(bundleText([envelope(), '{"kind":"record-row@1"}', envelope()])));
    expect(carried.map(({ incoming }) => incoming !== undefined)).toEqual([true, false, true]);
    expect(Buffer.from(carried[1]?.bytes ?? []).toString()).toBe('{"kind":"record-row@1"}');
  });

  it.each([
    ['no JSON', '{"messages":['],
    ['no list', '{"messages":{}}'],
    ['a list of something else', '{"messages":[1]}'],
    ['nothing', ''],
    ['empty', '{"messages":[]}'],
  ])('a bundle that is %s is one message that cannot be read', (_what, text) => {
    expect(unbundle(subject, bytes(text))).toEqual([
      { bytes: bytes(text), subject: expect.objectContaining({ from: 'health' }), incoming: undefined },
    ]);
  });

  it('one sent alone arrives as it is', () => {
    expect(unbundle('v1.beijing.health.audit.record-row', bytes(envelope()))).toMatchObject([
      { incoming: { subject: { kind: 'record-row' } } },
    ]);
    expect(unbundle('elsewhere', bytes(envelope()))).toMatchObject([{ subject: undefined, incoming: undefined }]);
  });
});

describe('what carries them', () => {
  const told = (outcomes: readonly (number | 'done')[]): (string | number)[] => {
    const heard: (string | number)[] = [];
    const carrier = new Carrier(
      {
        ack: () => {
          heard.push('ack');
        },
        nak: (ms) => {
          heard.push(ms ?? 0);
        },
      },
      outcomes.length,
    );
    for (const outcome of outcomes) {
      expect(heard).toEqual([]);
      if (outcome === 'done') carrier.done();
      else carrier.comeAgain(outcome);
    }
    return heard;
  };
  it('is done when each of them is', () => {
    expect(told(['done', 'done', 'done'])).toEqual(['ack']);
  });
  it('comes again when one must, as soon as the first asks for it', () => {
    expect(told(['done', 500, 200, 'done'])).toEqual([200]);
  });
});
